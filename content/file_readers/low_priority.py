"""Work of a request with a file that leaves the processor to readers and volunteers."""

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.utils.translation import get_language, override

Result = TypeVar("Result")
# nice(2): from 0, which all others have, to 19
NICENESS = 10


def with_low_priority(work: Callable[[], Result]) -> Result:
    """Call `work` in a thread that gives way to all others (Linux); it uses no database."""
    language = get_language()

    def run() -> Result:
        if sys.platform == "linux":
            # There each thread has a priority of its own, which cannot be raised again.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
        with override(language):
            return work()

    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(run).result()
