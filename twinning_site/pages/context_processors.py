from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from twinning_site.pages.models import Notice, Page


def framing(request: HttpRequest) -> dict:
    """Return the `notices` and the `foot_pages` to show now; both are lazy, 1 query each."""
    return {
        "notices": SimpleLazyObject(Notice.objects.shown),
        "foot_pages": Page.objects.published().at_foot(),
    }
