"""Run a program that ends when the one that started it does, however that ends (Linux).

`python -m twinning_site.serving.tied_to_parent PROGRAM [ARGUMENT …]` asks the kernel for SIGTERM
at the parent's death, then becomes the program. Elsewhere it only becomes the program.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # prctl(2)


def main() -> None:
    parent = os.getppid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        # It may have died before the kernel was asked.
        if os.getppid() != parent:
            return
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - a command of ours


if __name__ == "__main__":
    main()
