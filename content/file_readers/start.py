"""Have a process of its own read a file made by strangers, with limited memory and time."""

import json
import logging
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import File

from content.file_readers.process import BROKEN, STARTED, TOO_MUCH

logger = logging.getLogger(__name__)
# The clock may run on for longer than the processor works, while others use the machine.
PATIENCE, SECONDS_TO_START = 2, 10
# A decoder that writes where it must not, or its allocator that gets no memory
CRASHES = {
    -number
    for number in (
        signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGTRAP,
    )
}  # fmt: skip


class UnreadableFile(Exception):
    """The file cannot be read, and that is due to what it holds."""


class BrokenFile(UnreadableFile):
    """The file does not follow its format."""


class UnwieldyFile(UnreadableFile):
    """Reading the file takes more memory or time than is allowed."""


class ReaderFailed(Exception):
    """The process did not start or was ended: it is our fault, and nothing is known of the file."""


def read(
    reader: str, task: str, file: File, seconds: float, *arguments: str, is_long: bool = False
) -> dict:
    """Return what `task` of the module `reader` reads from `file` in `seconds` of processor time.

    Args:
        is_long: whether the process gets the file on disk and not its content, which would
            have to be held in memory. The reader then calls `read_open_file`.

    Raises:
        UnreadableFile, BrokenFile, UnwieldyFile: for what is wrong with the file.
        ReaderFailed: if nothing is known of the file. It is logged.
    """
    file.seek(0)
    try:
        with _given(file, is_long) as given:
            done = subprocess.run(
                [sys.executable, "-m", reader, task, str(seconds), *arguments],
                cwd=settings.BASE_DIR,
                env={},  # no secrets for a parser of other people's files
                **given,
                capture_output=True,
                timeout=SECONDS_TO_START + seconds * PATIENCE,
            )
        if done.returncode == 0:
            return json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        logger.exception("The reader %s could not read a file.", reader)
        raise ReaderFailed from error
    report = done.stderr.decode(errors="replace")
    if done.returncode == BROKEN:
        raise BrokenFile(report)
    if done.returncode in {TOO_MUCH, -signal.SIGPROF}:
        raise UnwieldyFile
    if done.returncode in CRASHES and report.startswith(STARTED):
        raise UnreadableFile(f"The reader was ended by signal {-done.returncode}.")
    # Such as after an update that removed its code, or ended for want of memory (SIGKILL)
    logger.error("The reader %s ended with %s: %s", reader, done.returncode, report[-2000:])
    raise ReaderFailed


@contextmanager
def _given(file: File, is_long: bool) -> Iterator[dict[str, Any]]:
    """Yield how the process gets the file; a short one may be nowhere but in memory."""
    name = getattr(file.file, "name", None) if is_long else None
    if isinstance(name, str) and Path(name).is_file():
        # Opened once more: two that read by one handle would move each other's place.
        with Path(name).open("rb") as opened:
            yield {"stdin": opened}
    else:
        yield {"input": file.read()}
