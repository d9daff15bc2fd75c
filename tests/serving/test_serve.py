"""The real thing: `manage.py serve` with its programs, over a database of its own."""

import os
import signal
import socket
import sqlite3
import subprocess
import time
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from django.conf import settings

from tests.serving.programs import MANAGE, environment_in, serving

# On one worker, which makes the database of `serve` once.
pytestmark = pytest.mark.xdist_group("serve")


def children(process) -> dict[int, str]:
    """The programs that `serve` keeps running: process number and command line."""
    lines = subprocess.run(
        ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(process.pid)],
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    found = (line.split(None, 1) for line in lines)
    return {int(number): command for number, command in found if "nightly" not in command}


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def answers(port: str) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", int(port))) == 0


@dataclass
class Service:
    """What a site did while it was there: its answers, its night work and its log."""

    head: HTTPResponse
    to_nonsense: bytes
    is_erased: bool
    log: str


@pytest.fixture(scope="module")
def service(tmp_path_factory, migrated_database) -> Service:
    """One site, asked all that does not end it, as starting it is most of the work."""
    folder = tmp_path_factory.mktemp("site")
    environment = environment_in(folder)
    address = ("127.0.0.1", int(environment["PORT"]))
    with serving(environment, migrated_database) as process:
        with sqlite3.connect(folder / "site.sqlite3") as database:
            database.execute(
                "INSERT INTO content_ratecount (key, count, until) VALUES ('x', 1, '2020-01-01')"
            )
        with closing(HTTPConnection(*address, timeout=20)) as connection:
            connection.request("HEAD", "/robots.txt")
            head = connection.getresponse()
            head.close()
        with socket.create_connection(address, timeout=20) as visitor:
            visitor.sendall(b"GET /volunteer/application/VOL-7K3Q-9X:s3cret/\r\n\r\n")
            to_nonsense = visitor.recv(1000)
        is_erased = wait_until_erased(folder / "site.sqlite3")
        process.terminate()
        log = process.communicate(timeout=45)[1]
    return Service(head, to_nonsense, is_erased, log)


def wait_until_erased(file: Path) -> bool:
    for _attempt in range(300):
        with sqlite3.connect(file) as database:
            if database.execute("SELECT count(*) FROM content_ratecount").fetchone() == (0,):
                return True
        time.sleep(0.1)
    return False


def test_head_is_answered_without_a_line_in_the_log(service):
    assert service.head.status == 200
    assert int(service.head.headers["Content-Length"]) > 0
    assert "body" not in service.log


def test_log_of_the_web_server_names_neither_key_nor_network(service):
    assert service.to_nonsense.startswith(b"HTTP/1.1 400 ")
    assert "Invalid request from ip=(left out): " in service.log
    assert "/volunteer/application/(key)/" in service.log


def test_what_is_due_is_erased_beside_the_site(service):
    assert service.is_erased


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_everything_in_good_order(serve, environment, sent):
    programs = children(serve)
    assert len(programs) == 3

    serve.send_signal(sent)
    code = serve.wait(45)

    assert code == 0, serve.stderr.read()
    assert not any(map(is_running, programs))
    assert not answers(environment["PORT"])


def test_web_server_that_cannot_start_is_not_started_again(environment, migrated_database):
    environment |= {"GUNICORN_CMD_ARGS": "--worker-class nonsense"}

    done = subprocess.run(
        [*MANAGE, "serve"], cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True
    )

    assert done.returncode == 1
    assert "The web server ended before it answered" in done.stderr


def test_taken_port_is_told_in_one_line(environment):
    with socket.socket() as other:
        other.bind(("127.0.0.1", int(environment["PORT"])))
        other.listen()
        done = subprocess.run(
            [*MANAGE, "serve"],
            cwd=settings.BASE_DIR,
            env=environment,
            capture_output=True,
            text=True,
        )

    assert done.returncode == 1
    assert "Choose another port" in done.stderr
