"""A PostgreSQL server of its own, which may be restarted."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

SCRIPT = str(Path(settings.BASE_DIR, ".ci/postgres"))
# Tells where the server is, and keeps it until its input is closed.
KEEP = ["sh", "-c", 'echo "$DATABASE_URL"; exec cat']


@dataclass(frozen=True)
class Server:
    """Where a server is."""

    url: str

    def restart(self, mode: str) -> None:
        """Restart it: "fast" ends what runs in good order, "immediate" as a crash does."""
        environment = {**os.environ, "DATABASE_URL": self.url}
        subprocess.run([SCRIPT, "--restart", mode], env=environment, check=True)


@contextmanager
def own_postgres() -> Iterator[Server]:
    """Start an empty server; it is gone afterwards."""
    if not any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) and not shutil.which("initdb"):
        say = pytest.fail if os.environ.get("CI") else pytest.skip
        say("PostgreSQL is missing: install it (Debian: postgresql).")
    with subprocess.Popen(
        [SCRIPT, *KEEP], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Server(process.stdout.readline().strip())
