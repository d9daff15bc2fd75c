"""Find keys in texts: whoever has one may read or erase what somebody sent, or have an account."""

import re
from hashlib import sha256

# A reference with its signature, as the signed addresses in letters have it
KEY = re.compile(r"\b[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{2}(:|%3[Aa])[\w-]+")
# The end of an address by which somebody joins the office, gets a new password, answers for a
# group, sees a page before the public does, or hands in an issue
ADDRESS_KEY = re.compile(
    r"(?<=/admin/invitation/)[\w-]+|(?<=/admin/new-password/)[\w/-]+\b"
    r"|(?<=/still-right/)[\w:%-]+|(?<=/preview-link/)[\w%-]+|(?<=/drop-box/)[\w%-]+"
)


def without_keys(text: str, mark: str) -> str:
    """Return `text` with `mark` in place of each key."""
    return ADDRESS_KEY.sub(lambda _match: mark, KEY.sub(lambda _match: mark, text))


def hash_of(key: str) -> str:
    """Return what is stored of a key: whoever reads the database cannot use it."""
    return sha256(key.encode()).hexdigest()
