"""Fonts and static files of `make run`, which tests take over: making them takes a minute."""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from content.text.fonts import build_fonts


def copy_static_files(folder: Path) -> None:
    """The static files as a production site has them: compressed, their sums in the names."""
    outside = {name: value for name, value in os.environ.items() if name != "VAR_DIR"}
    with _one_at_a_time():
        subprocess.run(
            ["make", "--silent", "collected"], cwd=settings.BASE_DIR, env=outside, check=True
        )
    for name in ("fonts", "static"):
        shutil.copytree(Path(settings.BASE_DIR, "var", name), folder / name, dirs_exist_ok=True)


def copy_fonts(folder: Path) -> None:
    """The web fonts alone."""
    source = Path(settings.BASE_DIR, "var/fonts")
    with _one_at_a_time():
        build_fonts(source)
        # The other worker may be reading them.
        if not any(folder.glob("*.woff2")):
            shutil.copytree(source, folder, dirs_exist_ok=True)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """In a fresh clone both workers of a run need what none has made yet."""
    with Path(settings.VAR_DIR, "collecting.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
