"""Cards of groups and newsletters."""

from collections.abc import Sequence

from django import template
from django.template import Context

from cities.models import City
from links.models import LinkGroup, Newsletter

register = template.Library()


@register.inclusion_tag("components/card/group_card.html")
def group_card(
    group: LinkGroup, cities: Sequence[City] = (), *, level: int = 3
) -> dict[str, object]:
    """Show a group on a card, with the names of its public `cities`.

    `level` is that of its heading.
    """
    return {"group": group, "cities": cities, "level": level}


@register.inclusion_tag("components/card/newsletter_card.html", takes_context=True)
def newsletter_card(
    context: Context, newsletter: Newsletter, *, level: int = 3
) -> dict[str, object]:
    """Show an issue on a card. `level` is that of its heading.

    The newsletter's group and document are selected. Needs `council` in the context: it is the
    publisher of issues that no group publishes.
    """
    return {"newsletter": newsletter, "level": level, "council": context["council"]}


@register.inclusion_tag("components/list/newsletter_section.html", takes_context=True)
def newsletter_section(
    context: Context, newsletters: Sequence[Newsletter], query: str = ""
) -> dict[str, object]:
    """Show the newest issues of a city's groups or of one group; nothing if there are none.

    `query` filters the linked list of all issues, such as "group=bonn-link"; without it there
    is no link.
    """
    return {"newsletters": newsletters, "query": query, "council": context["council"]}
