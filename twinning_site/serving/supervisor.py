"""Run the programs of the site side by side, and stop them together (docs/adr/0008)."""

import os
import subprocess
import time
from dataclasses import dataclass, field

from django.conf import settings

# Seconds that a program gets to finish the request or the e-mail in hand
STOP_TIMEOUT = 40


@dataclass
class Supervisor:
    """Starts, watches and stops programs, given as command lines by their names."""

    commands: dict[str, list[str]]
    environment: dict[str, str] = field(default_factory=dict)
    processes: dict[str, subprocess.Popen] = field(default_factory=dict, init=False)

    def start(self) -> None:
        """Start all programs.

        Each gets a session of its own, so that Ctrl-C reaches only the supervisor, which then
        stops them in good order.
        """
        for name, command in self.commands.items():
            self.processes[name] = subprocess.Popen(
                command,
                cwd=settings.BASE_DIR,
                env={**os.environ, **self.environment},
                start_new_session=True,
            )

    def ended_program(self) -> tuple[str, int] | None:
        """Return name and exit code of a program that ended by itself, or None if all run."""
        for name, process in self.processes.items():
            code = process.poll()
            if code is not None:
                return name, code
        return None

    def stop(self) -> None:
        """Ask all programs to end, and kill those that have not after STOP_TIMEOUT seconds."""
        for process in self.processes.values():
            process.terminate()
        deadline = time.monotonic() + STOP_TIMEOUT
        for process in self.processes.values():
            try:
                process.wait(max(0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
