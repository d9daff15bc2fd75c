"""Signed tokens in addresses: a reference and its signature, so that nobody can guess one."""

from django.core.signing import BadSignature, Signer

_SENT_PAGE = Signer(salt="pages.message-sent")
_COPY_PAGE = Signer(salt="pages.message-copy")


def sent_page_token(reference: str) -> str:
    """Return the token for the page after sending, which shows nothing but the reference."""
    return _SENT_PAGE.sign(reference)


def copy_page_token(reference: str) -> str:
    """Return the token for the page on which the writer's address is confirmed."""
    return _COPY_PAGE.sign(reference)


def sent_page_reference(token: str) -> str | None:
    """Return the reference in `token`, or None if the signature is wrong."""
    return _unsigned(_SENT_PAGE, token)


def copy_page_reference(token: str) -> str | None:
    """Return the reference in `token`, or None if the signature is wrong."""
    return _unsigned(_COPY_PAGE, token)


def _unsigned(signer: Signer, token: str) -> str | None:
    try:
        return signer.unsign(token)
    except BadSignature:
        return None
