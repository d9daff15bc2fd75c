"""Find keys in texts: whoever has one may read, withdraw or erase what somebody sent."""

import re

# A reference with its signature, as the signed addresses in letters have it
KEY = re.compile(r"\b[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{2}(:|%3[Aa])[\w-]+")


def without_keys(text: str, mark: str) -> str:
    """Return `text` with `mark` in place of each key."""
    return KEY.sub(lambda _match: mark, text)
