"""The letter that tells the office every day what is kept aside and waits for a look."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Max, Min
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext

from content.mail import compose
from content.mail.placeholders import Filled
from content.models import Council, QueuedEmail
from twinning_site.pages.models import Enquiry, Feedback
from twinning_site.workbench.site_letters import KEPT_ASIDE
from twinning_site.workbench.start_page.panel import ListLink
from volunteers.models import Application

MODELS = (Application, Enquiry, Feedback)
# In the Message-ID, by which the last letter is found
_NAME = "kept-aside"
# Less than a day, as runs do not begin in the same second. What was kept aside since the last
# letter is told at the next run in any case.
PAUSE = timedelta(hours=20)


@transaction.atomic
def queue_kept_aside_letter() -> int:
    """Queue the letter if something is held; return the number of rows that it tells of.

    It is 0, and no letter is queued, while nothing is held, where there is no office, and if the
    last letter was queued within PAUSE and nothing was held since.
    """
    kinds = list(_kinds())
    total = sum(kind["number"] for kind in kinds)
    if not kinds or Council.current() is None:
        return 0
    last = _last_letter()
    newest = max(kind["newest"] for kind in kinds)
    if last and last > timezone.now() - PAUSE and newest <= last:
        return 0
    compose.queue_letter(
        KEPT_ASIDE,
        lambda: {"kinds": _in_words(kinds), "total": Filled.line(total)},
        to=Council.office_email(),
        language=settings.LANGUAGE_CODE,
        message_id=make_msgid(_NAME, urlsplit(settings.SITE_URL).hostname),
    )
    return total


def _kinds() -> Iterator[dict]:
    """Yield for each kind of which something is held: its name, number, moments and list."""
    for model in MODELS:
        held = model.objects.held().order_by()
        counts = held.aggregate(
            number=Count("pk"), oldest=Min("created_at"), newest=Max("created_at")
        )
        if counts["number"]:
            yield {
                "name": model._meta.verbose_name_plural,
                "url": ListLink.to(model, "held=yes").url,
                **counts,
            }


def _in_words(kinds: list[dict]) -> Filled:
    """Return a line for each kind, with a link to its list."""
    rows = []
    for kind in kinds:
        oldest = date_format(localtime(kind["oldest"]), "DATE_FORMAT")
        since = gettext("the oldest of %(date)s") % {"date": oldest}
        words = f"{capfirst(kind['name'])}: {kind['number']}"
        rows.append((f"{settings.SITE_URL}{kind['url']}", words, since))
    return Filled(
        "\n\n".join(f"{words} ({since})\n{address}" for address, words, since in rows),
        format_html("<ul>{}</ul>", format_html_join("", '<li><a href="{}">{}</a> ({})</li>', rows)),
        is_block=True,
    )


def _last_letter() -> datetime | None:
    letters = QueuedEmail.objects.filter(message_id__contains=f".{_NAME}@")
    return letters.aggregate(last=Max("queued_at"))["last"]
