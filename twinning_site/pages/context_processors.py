from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from twinning_site.pages import frame


def framing(request: HttpRequest) -> dict:
    """Return the `notices` and the `foot_pages` to show now; both are lazy lists."""
    return {
        "notices": SimpleLazyObject(lambda: frame.current().shown_notices),
        "foot_pages": SimpleLazyObject(lambda: frame.current().shown_pages),
    }
