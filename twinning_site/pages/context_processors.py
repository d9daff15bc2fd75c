from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from twinning_site.pages.models import Notice


def notices(request: HttpRequest) -> dict:
    """Give the `notices` to show now; a lazy list."""
    return {"notices": SimpleLazyObject(Notice.current)}
