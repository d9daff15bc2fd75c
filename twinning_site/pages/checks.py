"""Whether every plain page can be reached under its own address."""

from collections.abc import Sequence

from django.core.checks import CheckMessage, Warning
from django.db import OperationalError, ProgrammingError

from twinning_site.pages.models import Page


def check_addresses_of_pages(
    databases: Sequence[str] | None = None, **_kwargs: object
) -> list[CheckMessage]:
    """Return a warning for each page whose address another part of the site has taken.

    That comes of a new version of the site, or of TRANSLATE_ADDRESSES: a page `/kontakt/` makes
    way for the contact form. Tables that are not there yet are no reason to refuse.
    """
    if not databases:
        return []
    try:
        pages = list(Page.objects.order_by("pk"))
    except (OperationalError, ProgrammingError):
        return []
    hidden = [page for page in pages if not page.has_its_own_address()]
    hint = "Give it another short name in its form: readers get the other part of the site."
    return [
        Warning(f"Page “{page}” is not reached: the site has its address.", hint, id="pages.W001")
        for page in hidden
    ]
