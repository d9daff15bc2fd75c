"""Let the token of a form store one message, and no second one."""

from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext

from content.intake.guarded_form import MAX_TOKEN_AGE
from content.models import RateCount


class TokenUsed(Exception):
    """Another message was stored with this token. Its `str()` is the message for the visitor."""

    def __str__(self) -> str:
        return gettext(
            "This form has been sent already. Nothing you typed is lost: if you want to send this, "
            "too, please send it again."
        )


def use_token(token: str) -> None:
    """Note that `token` is used; call it in the transaction that stores the message.

    Of two at the same time the second waits for the first; rolled back, it was never used.

    Raises:
        TokenUsed: if it was used before.
    """
    until = timezone.now() + timedelta(seconds=MAX_TOKEN_AGE)
    if RateCount.objects.count_one(_key(token), until) > 1:
        raise TokenUsed


def is_used(token: str) -> bool:
    """Return whether a message was stored with `token`."""
    return RateCount.objects.filter(key=_key(token)).exists()


def _key(token: str) -> str:
    return salted_hmac("content.intake.used-token", token).hexdigest()
