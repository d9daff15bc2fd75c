"""Types of arguments that several commands take."""

from argparse import ArgumentTypeError

from django.core.exceptions import ValidationError
from django.core.validators import validate_email


def email_address(text: str) -> str:
    """Return a complete e-mail address without spaces around it; part of one would match many.

    Raises:
        ArgumentTypeError: if `text` is not an address.
    """
    address = text.strip()
    try:
        validate_email(address)
    except ValidationError as error:
        raise ArgumentTypeError(
            f"“{text}” is not an e-mail address. Give a whole one, such as ada@example.org."
        ) from error
    return address
