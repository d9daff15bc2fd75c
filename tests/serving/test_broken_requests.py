"""What the real server answers to requests that no browser sends."""

import socket
import sqlite3
import time
from contextlib import ExitStack, closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse, parse_headers
from pathlib import Path

import pytest
from django.conf import settings

from tests.collected_static import copy_static_files
from tests.serving.programs import environment_in, serving

# On one worker, which makes the database of `serve` once.
pytestmark = pytest.mark.xdist_group("serve")


# In no script, in one of each kind, from right to left, and in bytes that are no text
STRANGE_PATHS = {
    "Japanese": "/%E6%9D%B1%E4%BA%AC/",
    "flag": "/%F0%9F%87%AC%F0%9F%87%A7/",
    "mark that turns the direction": "/%E2%80%AE/",
    "accent": "/caf%C3%A9/",
    "accent in Latin-1": "/caf%E9/",
    "Arabic under a language": "/de/%D8%B3%D9%84%D8%A7%D9%85/",
    "below a list": "/cities/%E6%9D%B1/",
    "static file": "/static/%E6%9D%B1.css",
    "calendar": "/events/%E6%9D%B1.ics",
    "below the form": "/volunteer/apply/%E6%9D%B1/",
    "no UTF-8": "/%FF%FE/",
    "too long a form": "/%C0%AF/",
    "half of a pair": "/%ED%A0%80/",
    "null": "/a%00b/",
    "line break": "/%0D%0AX-Injected:%20yes/",
    "no hexadecimal digits": "/%zz%/",
    "other host": "//evil.example/%E6%9D%B1/",
    "long": "/" + "%E6%9D%B1" * 800 + "/",
    "whole address": "http://127.0.0.1/%E6%9D%B1/",
}
STRANGE_HEADERS = {
    "host of another site": b"Host: evil.example",
    "host that is empty": b"Host:",
    "host with a space": b"Host: a b",
    "host in Japanese": "Host: 東京".encode(),
    "host with a name before it": b"Host: x@127.0.0.1",
    "host with a path": b"Host: 127.0.0.1/x",
    "host with a null": b"Host: 127.0.0.1\0",
    "two hosts": b"Host: 127.0.0.1\r\nHost: evil.example",
    "two lengths": b"Host: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2",
    "length and chunks": (b"Host: 127.0.0.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked"),
    "length below nothing": b"Host: 127.0.0.1\r\nContent-Length: -1",
    "two types": b"Host: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Type: text/html",
}
HARMLESS_HEADERS = {
    "cookie": "Cookie: sessionid=東; csrftoken=é".encode(),
    "two cookies": b"Cookie: sessionid=a\r\nCookie: sessionid=b",
    "coding": "Accept-Encoding: 東;q=é".encode(),
    "language": b"Accept-Language: " + b"a-" * 3000,
    "date": b"If-Modified-Since: Mon, 99 Jan 99999 99:99:99 GMT",
    "tag": 'If-None-Match: "東'.encode(),
    "origin": b"Origin: http://[",
    "referer": "Referer: http://[東".encode(),
    "network": b"X-Forwarded-For: \xff, ::1%x",
    "prefix": b"SCRIPT_NAME: /evil",
    "path": b"PATH_INFO: /evil",
}


@dataclass
class Reply:
    """What came back of the bytes that were sent."""

    status: int
    head: HTTPResponse
    page: str

    @property
    def is_of_the_site(self) -> bool:
        """Return whether the site wrote it, and not the server in its place."""
        return "default-src 'none'" in self.head.headers.get("Content-Security-Policy", "")


def send(port: int, line: str, headers: bytes) -> Reply:
    """Send a request as it is; `line` such as `GET /`."""
    with socket.create_connection(("127.0.0.1", port), 20) as connection:
        connection.sendall(line.encode() + b" HTTP/1.1\r\nConnection: close\r\n" + headers)
        connection.sendall(b"\r\n\r\n")
        with closing(HTTPResponse(connection, method=line.split()[0])) as answer:
            answer.begin()
            return Reply(answer.status, answer, answer.read().decode())


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Where the site keeps its state."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def port(folder, migrated_database) -> int:
    """Where one site listens that all tests here ask: starting it is most of the work."""
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


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("path", STRANGE_PATHS.values(), ids=STRANGE_PATHS)
def test_address_in_any_script_gets_the_404_of_the_site(port, path, method):
    reply = send(port, f"{method} {path}", f"Host: 127.0.0.1:{port}".encode())

    assert reply.status == 404
    assert reply.is_of_the_site
    assert "X-Injected" not in reply.head.headers


def test_old_address_in_another_script_leads_to_the_new_one(port, folder):
    with closing(sqlite3.connect(folder / "site.sqlite3", timeout=20)) as database, database:
        database.execute(
            "INSERT INTO django_redirect (site_id, old_path, new_path) VALUES (?, ?, ?)",
            [settings.SITE_ID, "/京都/", "/cities/"],
        )

    reply = send(port, "GET /%E4%BA%AC%E9%83%BD/", f"Host: 127.0.0.1:{port}".encode())

    assert reply.status == 301
    assert reply.head.headers["Location"] == "/cities/"


@pytest.mark.parametrize("headers", STRANGE_HEADERS.values(), ids=STRANGE_HEADERS)
def test_headers_that_may_mean_two_things_are_refused(port, headers):
    assert send(port, "GET /cities/", headers).status == 400


@pytest.mark.parametrize("headers", HARMLESS_HEADERS.values(), ids=HARMLESS_HEADERS)
def test_headers_that_say_nothing_change_nothing(port, headers):
    host = f"Host: 127.0.0.1:{port}\r\n".encode()

    reply = send(port, "GET /cities/", host + headers)

    assert reply.status == 200
    assert reply.is_of_the_site
    assert "evil" not in reply.page


def test_whole_address_of_another_site_is_not_in_the_page(port):
    """RFC 9112, 3.2.2: some clients send the whole address."""
    reply = send(port, "GET http://evil.example/cities/", f"Host: 127.0.0.1:{port}".encode())

    assert reply.status == 200
    assert "evil" not in reply.page


@pytest.mark.parametrize(
    ("path", "status"),
    [("/search/?q=%00", 200), ("/search/?q=%ED%A0%80", 200), ("/events/?city=%FF", 200),
     ("/cities/?page=%00", 404), ("/?" + "&" * 1100, 200)],
)  # fmt: skip
def test_query_that_is_no_text_gets_a_page_of_the_site(port, path, status):
    reply = send(port, f"GET {path}", f"Host: 127.0.0.1:{port}".encode())

    assert reply.status == status
    assert reply.is_of_the_site


@pytest.mark.parametrize("sent", [b"G", b"GET / HTTP/1.1\r\n", b"POST / HTTP/1.1\r\nHost: x"])
def test_slow_heads_hold_no_thread(port, sent):
    """More of them than both processes have threads, each with one more letter now and then."""
    with ExitStack() as stack:
        slow = [
            stack.enter_context(socket.create_connection(("127.0.0.1", port), 20))
            for _ in range(100)
        ]
        for letter in (sent, b"X", b"X"):
            for one in slow:
                one.sendall(letter)
            host = f"Host: 127.0.0.1:{port}".encode()
            assert send(port, "GET /cities/", host).status == 200


@pytest.mark.parametrize("at_once", [True, False])
def test_slow_second_heads_hold_no_thread(port, at_once):
    """Whether they begin in the same packet as the request before, or behind its answer."""
    request = f"GET /cities/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    with ExitStack() as stack:
        for _ in range(100):
            one = stack.enter_context(socket.create_connection(("127.0.0.1", port), 20))
            one.sendall(request + request[:20] * at_once)
            with closing(HTTPResponse(one)) as answer:
                answer.begin()
                one.sendall(request[:20])
                answer.read()
        assert send(port, "GET /cities/", f"Host: 127.0.0.1:{port}".encode()).status == 200


def connection_words(port: int, paths: list[str], pause: float = 0) -> list[str]:
    """Return what each answer says of the connection; two requests are sent in one."""
    words = []
    with socket.create_connection(("127.0.0.1", port), 20) as connection:
        stream = connection.makefile("rb")
        for pair in zip(paths[::2], paths[1::2], strict=True):
            for path in pair:
                head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
                connection.sendall(head.encode())
            for _ in pair:
                if not (status := stream.readline()):
                    return words
                headers = parse_headers(stream)
                stream.read(int(headers["Content-Length"]))
                assert status.startswith(b"HTTP/1.1 200")
                words.append(headers["Connection"])
            time.sleep(pause)
    return words


@pytest.mark.parametrize("pause", [0, 0.02])
def test_connection_is_answered_many_times(port, folder, pause):
    """Until it has cost a process 20 ms in all: then it ends, so that all have work."""
    style_sheet = next((folder / "static").rglob("*.css")).relative_to(folder)

    assert connection_words(port, [f"/{style_sheet}"] * 10, pause) == ["keep-alive"] * 10
    assert connection_words(port, [f"/{style_sheet}"] * 4000)[-1] == "close"


def test_connection_that_asks_for_much_work_ends_sooner(port):
    words = connection_words(port, [f"/search/?q=tea+{number}" for number in range(20)])

    assert words[-1] == "close"
    assert len(words) < 20
