"""What the real server answers to requests that no browser sends."""

from contextlib import closing
from http.client import HTTPConnection

import pytest

from tests.collected_static import copy_static_files
from tests.serving.programs import environment_in, serving

# On one worker, which makes the database of `serve` once.
pytestmark = pytest.mark.xdist_group("serve")


@pytest.fixture(scope="module")
def port(tmp_path_factory, migrated_database) -> int:
    """Where one site listens that all tests here ask: starting it is most of the work."""
    folder = tmp_path_factory.mktemp("site")
    copy_static_files(folder)
    environment = environment_in(folder)
    with serving(environment, migrated_database):
        yield int(environment["PORT"])


@pytest.mark.parametrize("path", ["/contact/", "/no/such/page/"])
def test_broken_content_type_gets_a_page_of_ours(port, path):
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", path, headers={"Content-Type": "text/plain; charset*=nope''x"})
        answer = connection.getresponse()
        page = answer.read().decode()

    assert answer.status == 400
    assert "This cannot be read" in page
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_long_address_gets_a_page_of_ours(port):
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", "/search/?q=" + "y" * 8000)
        answer = connection.getresponse()
        page = answer.read().decode()

    assert answer.status == 200
    assert "Search this site" in page
