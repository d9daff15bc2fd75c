"""The real thing: `manage.py serve` with its programs, over a database of its own."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.conf import settings

# On one worker, which makes the database of `serve` once.
pytestmark = [pytest.mark.once, pytest.mark.xdist_group("serve")]
MANAGE = [sys.executable, "-u", "manage.py"]


def children(process) -> dict[int, str]:
    """The programs that `serve` keeps running: process number and command line."""
    lines = subprocess.run(
        ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(process.pid)],
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    found = (line.split(None, 1) for line in lines)
    return {int(number): command for number, command in found if "erase_due" not in command}


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def answers(port: str) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", int(port))) == 0


def test_head_is_answered_without_a_line_in_the_log(serve, environment):
    with closing(HTTPConnection("127.0.0.1", int(environment["PORT"]), timeout=20)) as connection:
        connection.request("HEAD", "/robots.txt")
        answer = connection.getresponse()
        answer.close()

    assert answer.status == 200
    assert int(answer.headers["Content-Length"]) > 0
    serve.terminate()
    assert "body" not in serve.communicate(timeout=45)[1]


def test_log_of_the_web_server_names_neither_key_nor_network(serve, environment):
    with socket.create_connection(("127.0.0.1", int(environment["PORT"])), timeout=20) as visitor:
        visitor.sendall(b"GET /volunteer/application/VOL-7K3Q-9X:s3cret/\r\n\r\n")
        assert visitor.recv(1000).startswith(b"HTTP/1.1 400 ")

    serve.terminate()
    log = serve.communicate(timeout=45)[1]
    assert "Invalid request from ip=(left out): " in log
    assert "/volunteer/application/(key)/" in log


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_everything_in_good_order(serve, environment, sent):
    programs = children(serve)
    assert len(programs) == 3

    serve.send_signal(sent)
    code = serve.wait(45)

    assert code == 0, serve.stderr.read()
    assert not any(map(is_running, programs))
    assert not answers(environment["PORT"])


@pytest.mark.parametrize(
    ("program", "name"),
    [("gunicorn", "web server"), ("mail_worker", "mail worker"), ("db_worker", "PDF worker")],
)
def test_death_of_one_program_ends_the_others(serve, environment, program, name):
    programs = children(serve)
    victim = next(number for number, command in programs.items() if program in command)

    os.kill(victim, signal.SIGKILL)
    code = serve.wait(45)

    assert code == 1
    assert f"The {name} ended by itself" in serve.stderr.read()
    assert not any(map(is_running, programs))


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


def test_what_is_due_is_erased_beside_the_site(serve, environment):
    with sqlite3.connect(Path(environment["VAR_DIR"], "site.sqlite3")) as database:
        database.execute(
            "INSERT INTO volunteers_ratecount (key, count, until) VALUES ('x', 1, '2020-01-01')"
        )
    for _attempt in range(300):
        with sqlite3.connect(Path(environment["VAR_DIR"], "site.sqlite3")) as database:
            if database.execute("SELECT count(*) FROM volunteers_ratecount").fetchone() == (0,):
                return
        time.sleep(0.1)
    pytest.fail("It is still there.")
