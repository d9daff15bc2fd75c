"""Slow down those who guess one account's password from many networks, and tell its owner.

A lock of the account would let anybody keep an officer out. So it only gets slow, and for its
owner not even that: networks from which the account has been used pass.
"""

import logging
import time
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.crypto import salted_hmac

from content.mail.compose import queue_letter
from content.mail.placeholders import Filled
from content.models import AuditEntry, RateCount
from content.models.records.audit_entry import Deed
from twinning_site.workbench.site_letters import GUESSED_PASSWORD

logger = logging.getLogger(__name__)

# Wrong passwords of one account a day, from all networks, that are checked at once
MAX_FAILURES = 20
# Seconds in which one more password is checked after that
PAUSE = 300


def must_wait(username: str, network: str) -> bool:
    """Return whether a password for this account is not to be checked now.

    Args:
        network: as `client_network()` returns it.
    """
    failures = RateCount.objects.filter(key=_key("failures", username, str(timezone.localdate())))
    if (failures.values_list("count", flat=True).first() or 0) < MAX_FAILURES:
        return False
    if (
        network
        and AuditEntry.objects.filter(what=Deed.SIGNED_IN, who=username, network=network).exists()
    ):
        return False
    turn = _key("turn", username, str(int(time.time()) // PAUSE))
    return RateCount.objects.count_one(turn, timezone.now() + timedelta(seconds=2 * PAUSE)) > 1


def count_failure(username: str) -> None:
    """Count a wrong password; the one that makes the account slow is told to its owner."""
    key = _key("failures", username, str(timezone.localdate()))
    # Names without an account are counted, too: how long it takes tells nobody which there are.
    if RateCount.objects.count_one(key, timezone.now() + timedelta(days=1)) != MAX_FAILURES:
        return
    owner = User.objects.filter(username=username, is_active=True).exclude(email="").first()
    if owner is None:
        return
    try:
        queue_letter(
            GUESSED_PASSWORD,
            lambda: {"account": Filled.line(username), "count": Filled.line(MAX_FAILURES)},
            to=owner.email,
            language=settings.LANGUAGE_CODE,
        )
    except ValidationError:
        logger.warning("The address of user %s is none.", owner.pk)


def _key(kind: str, username: str, when: str) -> str:
    return salted_hmac(f"workbench.account.{kind}", f"{when} {username}").hexdigest()
