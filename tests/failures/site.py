"""A site as it runs in production: `manage.py serve`, its programs, database and mail server."""

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psycopg2
from django.conf import settings
from environ import Env

from tests.post_box import PostBox, free_port
from tests.serving.programs import MANAGE
from tests.volunteers.processes import name_static_files

PROGRAMS = {"gunicorn": "web server", "mail_worker": "mail worker", "task_worker": "task worker"}
FILL = "from tests.failures.content import fill; fill()"
# Seconds for whatever has to happen by itself
PATIENCE = 40


def children(process: int) -> list[int]:
    """Return the numbers of the processes that one has started."""
    try:
        return [
            int(n) for n in Path(f"/proc/{process}/task/{process}/children").read_text().split()
        ]
    except FileNotFoundError:
        return []


def is_running(process: int) -> bool:
    """Return whether there is a process of this number that has not ended."""
    try:
        return " Z " not in Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def wait_until(is_so: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    """Wait for something that other programs do."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, f"It did not happen: {what}"
        time.sleep(0.05)


class Site:
    """`manage.py serve` on a port of its own; all that it writes stands in `folder`."""

    def __init__(self, folder: Path, database_url: str, post_box: PostBox | None = None):
        self.folder, self.database_url = folder, database_url
        self.post_box = post_box or PostBox()
        self.port = free_port()
        self.log = folder.parent / f"{folder.name}.log"
        (folder / "fonts").mkdir(parents=True)
        name_static_files(folder / "static")
        self.environment = {
            **os.environ,
            "DATABASE_URL": database_url,
            "EMAIL_TIMEOUT": "5",
            "EMAIL_URL": f"smtp://127.0.0.1:{self.post_box.port}",
            "MAIL_FIRST_PAUSE": "1",
            "MESSAGE_MIN_SECONDS": "0",
            "MESSAGES_PER_NETWORK": "1000000",
            "PORT": str(self.port),
            "VAR_DIR": str(folder),
        }
        self.command = [*MANAGE, "serve"]
        self.supervisor: subprocess.Popen[bytes] | None = None

    def manage(self, *arguments: str) -> None:
        """Run a command of the site."""
        command = [*MANAGE, *arguments]
        subprocess.run(command, cwd=settings.BASE_DIR, env=self.environment, check=True)

    def fill_database(self) -> None:
        """Fill an empty database with what these tests begin with."""
        self.manage("migrate", "--verbosity", "0")
        self.manage("shell", "--no-imports", "-c", FILL)

    def start(self) -> None:
        """Start the site and wait until it says where it is."""
        told = self.told("The site is at")
        with self.log.open("ab") as log:
            self.supervisor = subprocess.Popen(
                self.command, cwd=settings.BASE_DIR, env=self.environment, stdout=log, stderr=log
            )
        wait_until(lambda: self.told("The site is at") > told, f"the site starts: {self.log}")

    def stop(self) -> int:
        """Ask the site to end; return the exit code."""
        assert self.supervisor is not None
        self.supervisor.terminate()
        return self.supervisor.wait(60)

    def told(self, line: str) -> int:
        """Return how often the log has a line."""
        return self.log.read_text().count(line) if self.log.exists() else 0

    def programs(self) -> dict[str, int]:
        """Return the programs beside the site and their process numbers."""
        assert self.supervisor is not None
        found = {}
        for process in children(self.supervisor.pid):
            try:
                command = Path(f"/proc/{process}/cmdline").read_bytes().decode()
            except (FileNotFoundError, ProcessLookupError):
                continue
            for word, name in PROGRAMS.items():
                if word in command:
                    found[name] = process
        return found

    def web_workers(self) -> list[int]:
        """Return the process numbers of those that answer requests."""
        return children(self.programs().get("web server", 0))

    def is_whole(self) -> bool:
        """Return whether all its programs and both web workers run."""
        return len(self.programs()) == len(PROGRAMS) and len(self.web_workers()) == 2

    def answers(self) -> bool:
        """Return whether it answers a request at once."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            connection.request("GET", "/robots.txt")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def processes(self) -> set[int]:
        """Return the numbers of all its processes but the supervisor."""
        return {*self.programs().values(), *self.web_workers()}

    def kill(self, process: int) -> None:
        """End a process of it so that it has no chance to tidy up."""
        assert process in self.processes() | {self.supervisor and self.supervisor.pid}
        os.kill(process, signal.SIGKILL)

    def rows(self, query: str) -> list[tuple]:
        """Return what the database holds, whatever the site says of it."""
        named = Env.db_url_config(self.database_url)
        connection = (
            sqlite3.connect(named["NAME"], timeout=PATIENCE)
            if named["ENGINE"].endswith("sqlite3")
            else psycopg2.connect(host=named["HOST"], user=named["USER"], dbname=named["NAME"])
        )
        with closing(connection), closing(connection.cursor()) as cursor:
            cursor.execute(query)
            return cursor.fetchall()
