"""Send the day sheet to those who want it, once a week; `manage.py nightly` runs this."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from content.languages.staff import staff_language
from content.mail import compose
from content.mail.placeholders import Filled
from content.models import Council
from twinning_site.workbench.models import WeeklySheet
from twinning_site.workbench.sheet_letters import letters
from twinning_site.workbench.start_page.page import day_sheet


def queue_weekly_sheets() -> int:
    """Queue the letters of this week that were not queued yet; return how many.

    They go out in the night to Monday, or in the next one in which this runs. Two processes that
    run at the same time queue one letter. Whoever has nothing on the sheet gets none.
    """
    if Council.current() is None:
        return 0
    today = timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    wishes = WeeklySheet.objects.filter(queued_on__lt=monday, user__is_active=True)
    wishes = wishes.filter(user__is_staff=True).exclude(user__email="").select_related("user")
    return sum(_queue(wish) for wish in wishes)


@transaction.atomic
def _queue(wish: WeeklySheet) -> bool:
    same = WeeklySheet.objects.filter(pk=wish.pk, queued_on=wish.queued_on)
    if not same.update(queued_on=timezone.localdate()):
        return False
    with override(staff_language()):
        lines = _lines(wish.user)
    if not lines:
        return False
    start = f"{settings.SITE_URL}{reverse('admin:index')}"
    compose.queue_letter(
        letters.WEEKLY,
        lambda: {"sheet": Filled.paragraphs(lines), "start_page": Filled.link(start)},
        to=wish.user.email,
        language=staff_language(),
    )
    return True


def _lines(user: User) -> str:
    """Return the sheet of a person as numbers: names of others stay out of mailboxes."""
    request = HttpRequest()
    request.user = user
    parts = []
    for section, panels in day_sheet(request):
        numbers = [f"{panel.title}: {panel.number}" for panel in panels]
        parts.append("\n".join([f"{section.label}", *numbers]))
    return "\n\n".join(parts)
