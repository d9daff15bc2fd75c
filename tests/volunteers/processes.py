"""The real web server and mail workers as processes of their own, to be killed by tests."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

MANAGE = [sys.executable, str(Path(settings.BASE_DIR, "manage.py"))]


class Program:
    """A process in a group of its own, started again after it was killed."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path):
        self.command, self.environment, self.log = command, environment, log
        self.kills = 0
        self.start()

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=settings.BASE_DIR,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def kill(self) -> None:
        """SIGKILL to the whole group: no process of it gets a chance to tidy up."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.kills += 1

    def kill_child(self) -> None:
        """SIGKILL to one child; the parent has to make another."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        if pids := children.split():
            os.kill(int(pids[0]), signal.SIGKILL)
            self.kills += 1

    def stop(self) -> int:
        """SIGTERM, once the program is up far enough to listen to it. Returns: the exit code."""
        deadline = time.monotonic() + 30
        while self.process.poll() is None and not self._listens_to_sigterm():
            assert time.monotonic() < deadline, f"{self.command} does not listen to SIGTERM."
            time.sleep(0.05)
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(20)

    def _listens_to_sigterm(self) -> bool:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        (caught,) = re.findall(r"^SigCgt:\s*(\w+)", status, re.MULTILINE)
        return bool(int(caught, 16) >> (signal.SIGTERM - 1) & 1)


def name_static_files(folder: Path) -> None:
    """Write the list that pages look addresses of files up in; compressing takes half a minute."""
    used = re.compile(r"static ['\"]([^'\"]+)['\"]")
    templates = Path(settings.BASE_DIR, "templates").rglob("*.html")
    names = {name for template in templates for name in used.findall(template.read_text())}
    names |= {name for finder in get_finders() for name, _storage in finder.list([])}
    manifest = {"version": "1.1", "hash": "", "paths": {name: name for name in names}}
    folder.mkdir(parents=True)
    (folder / "staticfiles.json").write_text(json.dumps(manifest))


def web_command(port: int) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn", "twinning_site.wsgi", "--bind", f"127.0.0.1:{port}"),
        *("--workers", "2", "--threads", "4", "--preload"),
    ]


def wait_for(port: int, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"Nothing answers on port {port}.")
