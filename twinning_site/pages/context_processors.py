from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from content.models.remembering.remembered import remembered
from twinning_site.pages.foot import foot_links
from twinning_site.pages.main_menu import main_menu
from twinning_site.pages.models import Notice, NoticeLevel


def framing(request: HttpRequest) -> dict:
    """Return `notices`, `main_menu` and `foot_links` as they are now; all are lazy."""
    return {
        "notices": SimpleLazyObject(shown_notices),
        "main_menu": SimpleLazyObject(main_menu),
        "foot_links": SimpleLazyObject(foot_links),
    }


def shown_notices() -> list[Notice]:
    """Return the notices to show now, most urgent first."""
    now, order = timezone.now(), list(NoticeLevel.values)
    notices = [notice for notice in _notices() if notice.starts_at <= now < notice.ends_at]
    return sorted(notices, key=lambda notice: -order.index(notice.level))


@remembered
def _notices() -> list[Notice]:
    return list(Notice.objects.filter(ends_at__gt=timezone.now()))
