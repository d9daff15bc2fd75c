"""Signed tokens in addresses: which group was asked when, and by which contact it answers."""

from datetime import timedelta

from django.core import signing

_SALT = "pages.still-right"
VALID_FOR = timedelta(days=60)


def answer_token(group: int, contact: int, asked_on: str) -> str:
    """Return the token for the page on which a contact of a group answers."""
    return signing.dumps([group, contact, asked_on], salt=_SALT)


def asked_of(token: str) -> tuple[int, int, str] | None:
    """Return the keys of group and contact and the day, or None if the token is not valid."""
    try:
        group, contact, asked_on = signing.loads(token, salt=_SALT, max_age=VALID_FOR)
    except signing.BadSignature:
        return None
    return group, contact, asked_on
