"""Text as XML (1.0, 2.2) and iCalendar (RFC 5545, 3.1) can hold it."""

import re

CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def printable(text: str) -> str:
    """Without control characters but tab and ends of lines; pasted text may have them."""
    return CONTROL_CHARACTERS.sub("", text)
