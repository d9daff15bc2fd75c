"""Control characters, which XML (1.0, 2.2) and iCalendar (RFC 5545, 3.1) do not allow."""

import re

CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def without_control_characters(text: str) -> str:
    """Return `text` without control characters, except tabs and line ends."""
    return CONTROL_CHARACTERS.sub("", text)
