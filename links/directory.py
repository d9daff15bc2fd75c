"""All public groups, as their cards and the choices of filters show them."""

from content.models import published_now
from content.models.remembered import remembered
from links.models import LinkGroup


def public_groups() -> list[LinkGroup]:
    """Return the public groups, in order. Requests share these rows: do not change them."""
    return published_now(_dated_groups())


@remembered
def _dated_groups() -> list[LinkGroup]:
    return LinkGroup.objects.dated().for_cards().with_cities().in_order()
