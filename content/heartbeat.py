"""Show the supervisor that this program does not hang (docs/adr/0008)."""

import os

# Names the file whose time of change is a program's heartbeat; `serve` hands it to its programs.
VARIABLE = "HEARTBEAT_FD"


def beat() -> None:
    """Say that the program goes on; without a supervisor, say nothing."""
    if number := os.environ.get(VARIABLE):
        os.utime(int(number))
