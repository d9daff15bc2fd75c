"""Redact personal data and keys in log lines."""

import logging
import re

from content.text.keys import without_keys

# `%40` and `%3A`: gunicorn logs URLs as they were sent.
EMAIL_ADDRESS = re.compile(r"[\w.+'-]+(@|%40)[\w-]+(\.[\w-]+)+")
# As gunicorn writes it
NETWORK_ADDRESS = re.compile(r"\bip=[\w.:%]*\w")
# PostgreSQL repeats a row that it refuses.
ROW_VALUES = re.compile(r"^(DETAIL|CONTEXT):.*$", re.MULTILINE)


class RedactingFormatter(logging.Formatter):
    """Replaces e-mail and network addresses, signed tokens and database rows in every line."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        text = ROW_VALUES.sub(r"\1: (left out)", text)
        text = NETWORK_ADDRESS.sub("ip=(left out)", text)
        return without_keys(EMAIL_ADDRESS.sub("(address)", text), "(key)")
