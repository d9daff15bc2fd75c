from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from content.models import DatedRows
from content.models.remembering.remembered import remembered
from twinning_site.pages.models import Notice, NoticeLevel, Page


def framing(request: HttpRequest) -> dict:
    """Return the `notices` and the `framing_pages` to show now; both are lazy."""
    return {
        "notices": SimpleLazyObject(shown_notices),
        "framing_pages": SimpleLazyObject(lambda: _framing_pages().public()),
    }


def shown_notices() -> list[Notice]:
    """Return the notices to show now, most urgent first."""
    now, order = timezone.now(), list(NoticeLevel.values)
    notices = [notice for notice in _notices() if notice.starts_at <= now < notice.ends_at]
    return sorted(notices, key=lambda notice: -order.index(notice.level))


@remembered
def _notices() -> list[Notice]:
    return list(Notice.objects.filter(ends_at__gt=timezone.now()))


@remembered
def _framing_pages() -> DatedRows[Page]:
    return DatedRows(Page.objects.dated().framing())
