import os
import signal
import socket
import subprocess
import sys
import threading
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from twinning_site.serving.room_for_readers import THREADS
from twinning_site.serving.supervisor import INTERVAL, Program, Supervisor
from twinning_site.serving.task_worker import LOST_AFTER

# Seconds without a sign of life after which a program is started anew: an e-mail takes three
# minutes at most. The web server is asked for one so often.
MAX_SILENCE, WEB_MAX_SILENCE, ASKED_EVERY = LOST_AFTER.total_seconds(), 300, 10
# Seconds between two runs of `nightly`, and before one that failed is tried again
DAY, HOUR = 24 * 3600, 3600
MANAGE = [sys.executable, "-u", str(Path(settings.BASE_DIR, "manage.py"))]


class Command(BaseCommand):
    help = (
        "Runs the site: the web server on HOST and PORT, the worker that sends mail and the one "
        "for PDFs and uploads; once a day it runs `nightly`. "
        "One that ends is started again, the others go on. Ctrl-C or SIGTERM ends all. The "
        "exit code is 1 if the web server ends before the site has answered for the first time."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.check_port()
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        # gunicorn reads the number of its processes from there.
        supervisor = Supervisor(
            self.programs(), {"WEB_CONCURRENCY": "2", **os.environ}, self.say, stop
        )
        try:
            supervisor.start()
            self.wait_for_answer(supervisor)
            for target, arguments in ((run_nightly, []), (feel_pulse, supervisor.programs[:1])):
                threading.Thread(target=target, args=[*arguments, stop], daemon=True).start()
            while not stop.wait(INTERVAL):
                supervisor.check()
            self.say("Stopping …")
        finally:
            supervisor.end()

    def programs(self) -> list[Program]:
        """Return the programs of a site, the web server first."""
        gunicorn = [
            *(sys.executable, "-m", "gunicorn", "twinning_site.wsgi"),
            *("--bind", f"{settings.HOST}:{settings.PORT}"),
            *("--config", str(Path(settings.BASE_DIR, "gunicorn.conf.py"))),
            *("--threads", str(THREADS)),
        ]
        return [
            Program("web server", gunicorn, WEB_MAX_SILENCE),
            Program("mail worker", [*MANAGE, "mail_worker"], MAX_SILENCE),
            Program("task worker", [*MANAGE, "task_worker"], MAX_SILENCE),
        ]

    def check_port(self) -> None:
        """Refuse to start on a port that is taken.

        Raises:
            CommandError: if HOST and PORT cannot be bound.
        """
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((settings.HOST, settings.PORT))
            except OSError as error:
                raise CommandError(
                    f"{settings.HOST}:{settings.PORT} cannot be used ({error.strerror}). "
                    f"Choose another port: PORT={settings.PORT + 1} make run"
                ) from error

    def wait_for_answer(self, supervisor: Supervisor) -> None:
        """Say where the site is once it answers.

        Raises:
            CommandError: if the web server ends before that: starting it again with the same
                settings would end in the same way.
        """
        web_server = supervisor.programs[0]
        while not supervisor.stop.wait(INTERVAL):
            if (code := web_server.exit_code()) is not None:
                raise CommandError(f"The web server ended before it answered (code {code}).")
            if site_answers():
                self.say(f"The site is at {settings.SITE_URL}/ (Ctrl-C ends it)")
                return

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def site_answers() -> bool:
    """Return whether the web server answers a request, whatever it answers."""
    connection = HTTPConnection(settings.HOST, settings.PORT, timeout=5)
    try:
        connection.request(
            "HEAD", "/robots.txt", headers={"Host": urlsplit(settings.SITE_URL).netloc}
        )
        connection.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True


def feel_pulse(web_server: Program, stop: threading.Event) -> None:
    """Ask the web server now and then, as nobody else sees that all its threads hang."""
    while not stop.wait(ASKED_EVERY):
        if site_answers():
            os.utime(web_server.pulse.fileno())


def run_nightly(stop: threading.Event) -> None:
    """Run `nightly` now and every day; after a failure, again in an hour."""
    while True:
        failed = subprocess.run([*MANAGE, "nightly"]).returncode
        if stop.wait(HOUR if failed else DAY):
            return
