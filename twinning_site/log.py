"""What must not stand in a log."""

import logging
import re

ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(\.[\w-]+)+")
# The signed part of an address is a key (volunteers/signing.py).
SIGNED = re.compile(r"\b[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{2}:[\w-]+")
# PostgreSQL repeats the row that it refuses.
ROW = re.compile(r"^(DETAIL|CONTEXT):.*$", re.MULTILINE)


class DiscreetFormatter(logging.Formatter):
    """Leaves mail addresses, keys of own pages and rows of the database out of every line."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        text = ROW.sub(r"\1: (left out)", text)
        return SIGNED.sub("(key)", ADDRESS.sub("(address)", text))
