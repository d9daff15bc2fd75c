"""Programs that hang but run are started anew, those that show that they go on are left alone."""

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable

import pytest

from content import heartbeat
from content.mail.worker import Worker
from tests.failures.site import children, is_running, wait_until
from twinning_site.serving.supervisor import Program, Supervisor
from twinning_site.serving.task_worker import TaskWorker

BEATS = "import os, time\nwhile True: os.utime(int(os.environ['HEARTBEAT_FD'])); time.sleep(0.1)"
HANGS = "import subprocess; subprocess.run(['sleep', '99'])"
# More than it takes to start Python on a busy machine
MAX_SILENCE = 3.0


@pytest.fixture
def supervise() -> Callable[[str], Supervisor]:
    """Starts a program beside one that goes on, and keeps the lines that are said."""
    supervisors = []

    def start(source: str) -> Supervisor:
        programs = [
            Program(name, [sys.executable, "-c", text], MAX_SILENCE)
            for name, text in (("neighbour", BEATS), ("program", source))
        ]
        said: list[str] = []
        supervisor = Supervisor(programs, dict(os.environ), said.append)
        supervisor.said = said
        supervisors.append(supervisor)
        supervisor.start()
        return supervisor

    yield start
    for supervisor in supervisors:
        supervisor.end()
        for program in supervisor.programs:
            program.pulse.close()


def watch(supervisor: Supervisor, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and len(supervisor.said) < 2:
        supervisor.check()
        time.sleep(0.1)


def test_program_that_hangs_is_ended_with_what_it_started_and_started_again(supervise):
    supervisor = supervise(HANGS)
    first = supervisor.programs[1].process.pid
    wait_until(lambda: children(first), "it starts another one")
    started = children(first)

    watch(supervisor, 20)

    assert supervisor.said[0] == "The program hangs and is ended."
    assert supervisor.said[1].startswith("The program ended (code -9)")
    wait_until(lambda: not any(map(is_running, [first, *started])), "both are ended")


def test_program_that_goes_on_is_left_alone(supervise):
    supervisor = supervise(BEATS)

    watch(supervisor, 2 * MAX_SILENCE)

    assert supervisor.said == []


@pytest.mark.django_db(transaction=True)
def test_workers_show_that_they_go_on(monkeypatch):
    task_worker, stop = TaskWorker(), threading.Event()
    task_worker.stop = stop
    for worker in (Worker(stop), task_worker):
        with tempfile.TemporaryFile() as pulse:
            os.utime(pulse.fileno(), (0, 0))
            monkeypatch.setenv(heartbeat.VARIABLE, str(pulse.fileno()))
            monkeypatch.setattr(stop, "wait", lambda _seconds: stop.set())
            stop.clear()
            worker.run()
            assert os.fstat(pulse.fileno()).st_mtime > 0
