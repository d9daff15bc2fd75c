"""The address of a picture that stays the same when the picture gets another file.

It is signed: whoever counts pictures up does not find those that no page shows yet.
"""

from django.core.signing import Signer


def lasting_token(key: int) -> str:
    """Return the end of the address of the picture with this key."""
    return _signer().sign(str(key))


def key_of(token: str) -> int:
    """Return the key that a token is for.

    Raises:
        BadSignature: if it is not ours.
    """
    return int(_signer().unsign(token))


def _signer() -> Signer:
    return Signer(sep=".", salt="lasting-picture")
