"""Run the programs of the site side by side, and restart those that end (docs/adr/0008)."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from django.conf import settings

from content import heartbeat

# Seconds between looks at the programs
INTERVAL = 0.2
# Seconds before a program that ended is started again; doubled each time, up to the last one
FIRST_PAUSE, MAX_PAUSE = 1.0, 60.0
# Seconds after which a running program counts as stable, so that its pauses begin anew
STABLE_AFTER = 60.0
# Seconds that a program gets to finish its request or e-mail: more than gunicorn gives its workers
STOP_TIMEOUT = 40

Say = Callable[[str], object]


@dataclass
class Program:
    """One program of the site, and when it was or will be started.

    `max_silence`: seconds without a heartbeat after which it counts as hanging.
    """

    name: str
    command: list[str]
    max_silence: float
    process: subprocess.Popen[bytes] | None = None
    group: int = 0  # that it leads
    started_at: float = 0.0
    start_at: float = 0.0
    pause: float = FIRST_PAUSE
    # Its time of change is the heartbeat, which needs no room on the disk.
    pulse: IO[bytes] = field(default_factory=tempfile.TemporaryFile)
    last_beat: int = 0
    seen_at: float = 0.0

    def start(self, environment: dict[str, str], now: float) -> None:
        """Start the program; it ends when this process does, however that ends."""
        # What a dead one has left hanging would keep its port.
        self.kill_group()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "twinning_site.serving.tied_to_parent", *self.command],
            cwd=Path(settings.BASE_DIR),
            env=environment | {heartbeat.VARIABLE: str(self.pulse.fileno())},
            pass_fds=[self.pulse.fileno()],
            # Ctrl-C must reach only the supervisor, which then stops all in good order.
            start_new_session=True,
        )
        self.group, self.started_at, self.seen_at = self.process.pid, now, now

    def exit_code(self) -> int | None:
        """Return the exit code, or None while the program runs or waits for its start."""
        return self.process.poll() if self.process else None

    def hangs(self, now: float) -> bool:
        """Return whether the program runs and has not shown for long that it goes on."""
        # By our own clock: that of files jumps when it is set, or a laptop wakes up.
        beat = os.fstat(self.pulse.fileno()).st_mtime_ns
        if beat != self.last_beat:
            self.last_beat, self.seen_at = beat, now
        return self.process is not None and now - self.seen_at > self.max_silence

    def kill_group(self) -> None:
        """End whatever is left of the program and of the processes that it has started."""
        if self.group:
            with suppress(ProcessLookupError):
                os.killpg(self.group, signal.SIGKILL)

    def schedule_restart(self, now: float) -> float:
        """Set when to start again, later after each early end; return the seconds until then."""
        if now - self.started_at >= STABLE_AFTER:
            self.pause = FIRST_PAUSE
        # Programs that ended for the same reason do not all start in the same moment.
        pause = self.pause * random.uniform(0.75, 1.25)  # noqa: S311 - no secret
        self.pause = min(self.pause * 2, MAX_PAUSE)
        self.process, self.start_at = None, now + pause
        return pause


@dataclass
class Supervisor:
    """Starts, restarts and stops programs; the end of one does not affect the others."""

    programs: list[Program]
    environment: dict[str, str]
    say: Say
    stop: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        """Start every program."""
        now = time.monotonic()
        for program in self.programs:
            program.start(self.environment, now)

    def check(self) -> None:
        """Look once at each program: schedule the restart of those that ended, start those due."""
        now = time.monotonic()
        for program in self.programs:
            if program.exit_code() is None and program.hangs(now):
                self.say(f"The {program.name} hangs and is ended.")
                program.kill_group()
            if (code := program.exit_code()) is not None:
                pause = program.schedule_restart(now)
                self.say(
                    f"The {program.name} ended (code {code}); it is started again in {pause:.0f} s."
                )
            elif program.process is None and now >= program.start_at:
                program.start(self.environment, now)

    def end(self) -> None:
        """Ask all programs to end, and kill those that have not after STOP_TIMEOUT seconds."""
        running = [program.process for program in self.programs if program.process]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + STOP_TIMEOUT
        for process in running:
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0, deadline - time.monotonic()))
        for program in self.programs:
            program.kill_group()
        for process in running:
            process.wait()
