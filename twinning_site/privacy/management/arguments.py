"""Arguments that several commands take."""

from argparse import ArgumentTypeError

from django.core.exceptions import ValidationError
from django.core.validators import validate_email


def email_address(text: str) -> str:
    """One whole address, without spaces around it: part of one would mean many people.

    Raises:
        ArgumentTypeError: what the command then says.
    """
    address = text.strip()
    try:
        validate_email(address)
    except ValidationError as error:
        raise ArgumentTypeError(
            f"“{text}” is not an e-mail address. Give a whole one, such as ada@example.org."
        ) from error
    return address
