"""Signed tokens in addresses: a reference and its signature, so that nobody can guess one."""

import re
from datetime import datetime

from django.core.signing import BadSignature, Signer

_OWN_PAGE = Signer(salt="volunteers.own-page")
_SENT_PAGE = Signer(salt="volunteers.sent-page")
REFERENCE = re.compile(r"[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{2}")


def own_page_token(reference: str) -> str:
    """Return the token for the page on which an applicant reads, withdraws and erases."""
    return _OWN_PAGE.sign(reference)


def sent_page_token(reference: str) -> str:
    """Return the token for the page after sending, which shows nothing but the reference."""
    return _SENT_PAGE.sign(reference)


def own_page_reference(token: str) -> str | None:
    """Return the reference in `token`, or None if the signature is wrong."""
    return _unsigned(_OWN_PAGE, token)


def sent_page_reference(token: str) -> str | None:
    """Return the reference in `token`, or None if the signature is wrong."""
    return _unsigned(_SENT_PAGE, token)


def handover_token(reference: str, group: int, since: datetime) -> str:
    """Return the token by which a group says that it has called; for this one handover alone.

    It looks like the others, so that logs and the outbox know it as a key.
    """
    return Signer(salt=f"volunteers.handover {group} {since.timestamp():.6f}").sign(reference)


def handover_reference(token: str) -> str | None:
    """Return the reference in `token`, whose signature is still to be looked at, or None."""
    reference = token.partition(":")[0]
    return reference if REFERENCE.fullmatch(reference) else None


def _unsigned(signer: Signer, token: str) -> str | None:
    try:
        return signer.unsign(token)
    except BadSignature:
        return None
