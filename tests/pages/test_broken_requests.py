"""What the real server answers to requests that no browser sends."""

from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.collected import copy_static_files

# On one worker, which makes the database of `serve` once.
pytestmark = [pytest.mark.once, pytest.mark.xdist_group("serve")]


@pytest.fixture
def environment(environment):
    copy_static_files(Path(environment["VAR_DIR"]))
    return environment


@pytest.mark.parametrize("path", ["/contact/", "/no/such/page/"])
def test_broken_content_type_gets_a_page_of_ours(serve, environment, path):
    with closing(HTTPConnection("127.0.0.1", int(environment["PORT"]), timeout=20)) as connection:
        connection.request("GET", path, headers={"Content-Type": "text/plain; charset*=nope''x"})
        answer = connection.getresponse()
        page = answer.read().decode()

    assert answer.status == 400
    assert "This cannot be read" in page
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_long_address_gets_a_page_of_ours(serve, environment):
    with closing(HTTPConnection("127.0.0.1", int(environment["PORT"]), timeout=20)) as connection:
        connection.request("GET", "/search/?q=" + "y" * 8000)
        answer = connection.getresponse()
        page = answer.read().decode()

    assert answer.status == 200
    assert "Search this site" in page
