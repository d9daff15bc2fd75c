"""What must not stand in a log."""

import logging
import re

# `%40` and `%3A`: gunicorn tells addresses as they were sent.
ADDRESS = re.compile(r"[\w.+'-]+(@|%40)[\w-]+(\.[\w-]+)+")
# The signed part of an address is a key (volunteers/signing.py).
SIGNED = re.compile(r"\b[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{2}(:|%3[Aa])[\w-]+")
# gunicorn's words; whose request it was is nobody's business.
NETWORK_ADDRESS = re.compile(r"\bip=[\w.:%]*\w")
# PostgreSQL repeats the row that it refuses.
ROW = re.compile(r"^(DETAIL|CONTEXT):.*$", re.MULTILINE)


class DiscreetFormatter(logging.Formatter):
    """Leaves mail and network addresses, keys and rows of the database out of every line."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        text = ROW.sub(r"\1: (left out)", text)
        text = NETWORK_ADDRESS.sub("ip=(left out)", text)
        return SIGNED.sub("(key)", ADDRESS.sub("(address)", text))
