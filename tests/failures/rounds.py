"""How often everything is to go wrong: once in the suite, more often in `make test-failures`."""

import os

ROUNDS = int(os.environ.get("FAILURE_ROUNDS", "1"))
AT_LENGTH = ROUNDS > 1
