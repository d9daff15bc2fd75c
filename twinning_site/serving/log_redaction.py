"""Redact personal data and keys in log lines."""

import logging
import re

from content.text.keys import without_keys

# What an e-mail address may be in: a whole run of its characters, so that no text takes long
RUN = re.compile(r"[\w.+'@%-]+")
# As gunicorn writes it
NETWORK_ADDRESS = re.compile(r"\bip=[\w.:%]*\w")
# PostgreSQL repeats a row that it refuses.
ROW_VALUES = re.compile(r"^(DETAIL|CONTEXT):.*$", re.MULTILINE)


# Characters of one entry that are logged; a traceback has a few thousand.
MAX_LENGTH = 50_000


class RedactingFormatter(logging.Formatter):
    """Replaces e-mail and network addresses, signed tokens and database rows in every line."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        text = ROW_VALUES.sub(r"\1: (left out)", text)
        text = NETWORK_ADDRESS.sub("ip=(left out)", text)
        text = without_keys(RUN.sub(_without_address, text), "(key)")
        return text if len(text) <= MAX_LENGTH else f"{text[:MAX_LENGTH]} (cut)"


def _without_address(run: re.Match[str]) -> str:
    """Return “(address)” for what has a name, an @ and a domain with a dot in it."""
    # gunicorn logs URLs as they were sent.
    name, at, rest = run[0].replace("%40", "@").partition("@")
    return "(address)" if name and at and "." in rest.strip(".") else run[0]
