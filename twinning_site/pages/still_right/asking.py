"""Ask the groups whose turn it is; `manage.py nightly` runs this."""

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from content.mail import compose
from content.mail.placeholders import Filled
from content.models import Council
from content.text.dates import long_date
from links.models import Contact, LinkGroup
from twinning_site.pages.still_right import letters
from twinning_site.pages.still_right.signed_addresses import VALID_FOR, answer_token

# Twice a year; what was asked or said to be right within this time is not asked again
PAUSE = timedelta(days=182)


def ask_groups() -> int:
    """Queue a letter to each contact who is to be asked; return how many groups are asked.

    Nobody is asked unless the council has switched it on, and only addresses that are given for
    this. Two processes that run at the same time ask once.
    """
    council = Council.current()
    if council is None or not council.asks_groups:
        return 0
    today = timezone.localdate()
    before = today - PAUSE
    due = LinkGroup.objects.published().filter(
        Q(asked_on=None) | Q(asked_on__lte=before),
        Q(checked_on=None) | Q(checked_on__lte=before),
        contacts__confirms_page=True,
    )
    return sum(_ask(group, today) for group in due.distinct())


@transaction.atomic
def _ask(group: LinkGroup, today: date) -> bool:
    """Ask one group; return False if another process has just asked it."""
    same = LinkGroup.objects.filter(pk=group.pk, asked_on=group.asked_on)
    if not same.update(asked_on=today):
        return False
    for contact in group.contacts.filter(confirms_page=True).exclude(email=""):
        _queue(group, contact, today)
    return True


def _queue(group: LinkGroup, contact: Contact, today: date) -> None:
    token = answer_token(group.pk, contact.pk, today.isoformat())
    answer_page = reverse("pages:still-right", kwargs={"token": token})
    compose.queue_letter(
        letters.QUESTION,
        lambda: {
            "group": Filled.line(group.name),
            "page": Filled.link(f"{settings.SITE_URL}{group.get_absolute_url()}"),
            "answer_page": Filled.link(f"{settings.SITE_URL}{answer_page}"),
            "until": Filled.line(long_date(today + VALID_FOR)),
        },
        to=contact.email,
        language=settings.LANGUAGE_CODE,
        reply_to=Council.office_email(),
    )
