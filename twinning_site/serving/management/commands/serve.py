import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from twinning_site.serving.supervisor import Supervisor

SECONDS_BETWEEN_CHECKS = 0.2
SECONDS_BETWEEN_NIGHTLY_RUNS = 24 * 3600
MANAGE = [sys.executable, "-u", str(Path(settings.BASE_DIR, "manage.py"))]


class Command(BaseCommand):
    help = (
        "Runs the site: the web server on HOST and PORT, the worker that sends mail and the one "
        "that makes PDFs; once a day it runs `nightly`, which erases what is due. Ctrl-C or "
        "SIGTERM ends all; when one of them dies, the others are stopped and the exit code is 1."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.check_port()
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        # gunicorn reads the number of its processes from there.
        workers = {"WEB_CONCURRENCY": os.environ.get("WEB_CONCURRENCY", "2")}
        supervisor = Supervisor(self.commands(), workers)
        try:
            supervisor.start()
            ended = self.run(supervisor, stop)
        finally:
            supervisor.stop()
        if ended:
            name, code = ended
            raise CommandError(f"The {name} ended by itself (code {code}); the site is stopped.")

    def commands(self) -> dict[str, list[str]]:
        """Return the command lines of the programs by their names."""
        return {
            "web server": [
                *(sys.executable, "-m", "gunicorn", "twinning_site.wsgi"),
                *("--bind", f"{settings.HOST}:{settings.PORT}"),
                *("--threads", "8", "--no-control-socket", "--log-level", "warning"),
                # gunicorn's highest limit: above it gunicorn answers with a page of its own.
                *("--limit-request-line", "8190"),
                *("--logger-class", "twinning_site.serving.gunicorn_log.RedactingLogger"),
            ],
            "mail worker": [*MANAGE, "mail_worker"],
            "PDF worker": [
                *(*MANAGE, "db_worker", "--backend", "background", "--queue-name", "*"),
                *("--no-reload", "--verbosity", "0"),
            ],
        }

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

    def run(self, supervisor: Supervisor, stop: threading.Event) -> tuple[str, int] | None:
        """Watch the programs and start the nightly runs, until a signal sets `stop`.

        Returns name and exit code of the program that ended before that, if any.
        """
        is_announced = False
        next_nightly_run = time.monotonic()
        while not stop.wait(SECONDS_BETWEEN_CHECKS):
            if ended := supervisor.ended_program():
                return ended
            if is_announced and time.monotonic() >= next_nightly_run:
                next_nightly_run += SECONDS_BETWEEN_NIGHTLY_RUNS
                threading.Thread(target=subprocess.run, args=[[*MANAGE, "nightly"]]).start()
            if not is_announced and self.web_server_answers():
                is_announced = True
                self.stdout.write(f"The site is at {settings.SITE_URL}/ (Ctrl-C ends it)")
                self.stdout.flush()
        self.stdout.write("Stopping …")
        return None

    def web_server_answers(self) -> bool:
        """Return whether the web server accepts connections."""
        with socket.socket() as probe:
            return probe.connect_ex((settings.HOST, settings.PORT)) == 0
