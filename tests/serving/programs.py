"""`manage.py serve` in a folder of its own, for as long as a test needs it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from tests.post_box import free_port

MANAGE = [sys.executable, "-u", "manage.py"]


def environment_in(folder: Path) -> dict[str, str]:
    """What the programs of a site are told that keeps all of its state in a folder."""
    return {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "PORT": str(free_port()),
        "VAR_DIR": str(folder),
    }


@contextmanager
def serving(environment: dict[str, str], migrated_database: Path) -> Iterator[subprocess.Popen]:
    """Start the site and wait until it says where it is."""
    for folder in ("fonts", "static"):
        Path(environment["VAR_DIR"], folder).mkdir(exist_ok=True)
    shutil.copy(migrated_database, environment["VAR_DIR"])
    with subprocess.Popen(
        [*MANAGE, "serve"],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert "The site is at" in process.stdout.readline()
            yield process
        finally:
            process.terminate()
