"""Text without accents and case, so that Leon finds León."""

import unicodedata


def unaccented(text: str) -> str:
    """Return `text` without accents and case; `ß` becomes `ss`."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
