"""What a process does that reads one file made by strangers; it never imports Django.

A few hundred bytes can unpack to gigabytes, and decoders have bugs, so only a process that may
die opens one. `content.file_readers.start` starts it.
"""

import io
import json
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from typing import BinaryIO

MAX_MEMORY = 1024**3  # bytes
# Exit codes. Python's own for an uncaught error is 1, which says nothing of the file.
BROKEN, TOO_MUCH = 3, 4
# Written to the standard error when the program itself is complete and only the file is left
STARTED = "The file is being read.\n"


def read_one_file(tasks: dict[str, Callable[..., dict]]) -> int:
    """Do the task that the command names with the standard input; write the result as JSON.

    The command's arguments are the task, the seconds of processor time, and arguments of the task.
    """
    return _read(tasks, sys.stdin.buffer.read())


def read_open_file(tasks: dict[str, Callable[..., dict]]) -> int:
    """Do the same with a file that is too long to be read as a whole; it is handed on open."""
    file = sys.stdin.buffer
    return _read(tasks, file if file.seekable() else io.BytesIO(file.read()))


def _read(tasks: dict[str, Callable[..., dict]], content: bytes | BinaryIO) -> int:
    task, seconds, *arguments = sys.argv[1:]
    if sys.platform == "linux":
        # macOS has no such limit; there only the time is limited.
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    # Time of the processor, not of the clock: a busy machine is no fault of the file.
    signal.setitimer(signal.ITIMER_PROF, float(seconds))
    sys.stderr.write(STARTED)
    sys.stderr.flush()
    try:
        result = tasks[task](content, *arguments)
    except MemoryError:
        return TOO_MUCH
    except ImportError:
        raise
    # The parsers raise more kinds of errors than they document.
    except Exception:
        traceback.print_exc()
        return BROKEN
    json.dump(result, sys.stdout)
    return 0
