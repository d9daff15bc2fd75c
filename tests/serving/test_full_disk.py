"""A full disk: readers get their pages, nothing sent is lost, and all is well when it is freed."""

import http.client
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.post_box import free_port
from tests.serving.programs import environment_in
from tests.serving.small_disk import fill, small_disk
from tests.volunteers.form_filler import _Inputs
from tests.volunteers.processes import Program, name_static_files, wait_for, web_command

PATHS = ["/", "/cities/", "/events/", "/timeline/", "/search/?q=bonn", "/feed/", "/feedback/"]


@pytest.fixture
def disk(tmp_path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    with small_disk(folder):
        yield folder


@pytest.fixture
def port(disk, migrated_database, tmp_path) -> Iterator[int]:
    """The web server of a site whose state is all on the small disk."""
    shutil.copy(migrated_database, disk)
    name_static_files(disk / "static")
    number = free_port()
    environment = environment_in(disk) | {
        "MESSAGE_MIN_SECONDS": "0",
        "PAGE_STORE": "off",
        "PORT": str(number),
    }
    web = Program(web_command(number), environment, tmp_path / "web.log")
    try:
        wait_for(number)
        yield number
    finally:
        web.kill()


def ask(port: int, method: str, path: str, body: str = "", cookie: str = ""):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode()
    finally:
        connection.close()


def test_full_disk_leaves_pages_readable_and_forms_unharmed(port, disk):
    statuses = {path: ask(port, "GET", path)[0] for path in PATHS}
    assert set(statuses.values()) == {200}, statuses
    _status, headers, form = ask(port, "GET", "/feedback/")
    inputs = _Inputs()
    inputs.feed(form)
    body = urlencode(dict(inputs.hidden) | {"rating": "good", "comment": "Words that matter"})
    cookie = headers["Set-Cookie"].partition(";")[0]

    stuffing = fill(disk)
    statuses = {path: ask(port, "GET", path)[0] for path in PATHS}
    assert set(statuses.values()) == {200}, statuses
    status, _headers, page = ask(port, "POST", "/feedback/", body, cookie)
    assert status == 503
    assert "Words that matter" in page

    stuffing.unlink()
    time.sleep(0.1)
    assert ask(port, "POST", "/feedback/", body, cookie)[0] == 302
