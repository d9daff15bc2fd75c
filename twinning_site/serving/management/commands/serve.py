import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

# Seconds a program gets to finish the request or the letter in hand
PATIENCE = 40
# Seconds between two runs of `nightly`
DAY = 24 * 3600
MANAGE = [sys.executable, "-u", str(Path(settings.BASE_DIR, "manage.py"))]


class Command(BaseCommand):
    help = (
        "Runs the site: the web server on HOST and PORT, the worker that sends mail and the one "
        "that makes PDFs; once a day it erases what is due and throws away what is of no more "
        "use. Ctrl-C or SIGTERM ends all; when one of them dies, the others are stopped and the "
        "exit code is 1."
    )

    def handle(self, *args, **options) -> None:
        self.refuse_taken_port()
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        # gunicorn reads from there how many processes to run.
        environment = {"WEB_CONCURRENCY": "2", **os.environ}
        programs = {
            # In a session of its own, so that Ctrl-C reaches this process alone, which then
            # ends them in good order.
            name: subprocess.Popen(
                command, cwd=settings.BASE_DIR, env=environment, start_new_session=True
            )
            for name, command in self.commands().items()
        }
        try:
            ended = self.watch(programs, stop)
        finally:
            self.end(programs)
        if ended:
            code = programs[ended].returncode
            raise CommandError(f"The {ended} ended by itself (code {code}); the site is stopped.")

    def commands(self) -> dict[str, list[str]]:
        return {
            "web server": [
                *(sys.executable, "-m", "gunicorn", "twinning_site.wsgi"),
                *("--bind", f"{settings.HOST}:{settings.PORT}"),
                *("--threads", "8", "--no-control-socket", "--log-level", "warning"),
                # The most it can take: a refusal of its own is no page of ours.
                *("--limit-request-line", "8190"),
                *("--logger-class", "twinning_site.serving.gunicorn_log.DiscreetLogger"),
            ],
            "mail worker": [*MANAGE, "mail_worker"],
            "PDF worker": [
                *(*MANAGE, "db_worker", "--backend", "background", "--queue-name", "*"),
                *("--no-reload", "--verbosity", "0"),
            ],
        }

    def refuse_taken_port(self) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((settings.HOST, settings.PORT))
            except OSError as error:
                raise CommandError(
                    f"{settings.HOST}:{settings.PORT} cannot be used ({error.strerror}). "
                    f"Choose another port: PORT={settings.PORT + 1} make run"
                ) from error

    def watch(self, programs: dict[str, subprocess.Popen], stop: threading.Event) -> str | None:
        """Wait for the signal to stop. Returns the name of a program that ended before it."""
        announced = False
        erase_at = time.monotonic()
        while not stop.wait(0.2):
            for name, program in programs.items():
                if program.poll() is not None:
                    return name
            if announced and time.monotonic() >= erase_at:
                erase_at += DAY
                threading.Thread(target=subprocess.run, args=[[*MANAGE, "nightly"]]).start()
            if not announced and self.answers():
                announced = True
                self.stdout.write(f"The site is at {settings.SITE_URL}/ (Ctrl-C ends it)")
                self.stdout.flush()
        self.stdout.write("Stopping …")
        return None

    def answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex((settings.HOST, settings.PORT)) == 0

    def end(self, programs: dict[str, subprocess.Popen]) -> None:
        for program in programs.values():
            program.terminate()
        deadline = time.monotonic() + PATIENCE
        for program in programs.values():
            try:
                program.wait(max(0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
