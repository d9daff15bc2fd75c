"""Cards of groups, newsletters and funds."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString

from cities.models import City
from content.models import Council
from content.web.remembered_html import remembered_html
from links.models import Fund, LinkGroup, Newsletter

register = template.Library()


@register.simple_tag
def group_card(group: LinkGroup, cities: Sequence[City] = (), *, level: int = 3) -> SafeString:
    """Show a group on a card, with the names of its public `cities`.

    `level` is that of its heading.
    """
    return remembered_html(
        "components/card/group_card.html", group=group, cities=tuple(cities), level=level
    )


@register.simple_tag
def newsletter_card(newsletter: Newsletter, *, level: int = 3) -> SafeString:
    """Show an issue on a card. `level` is that of its heading.

    The newsletter's group and document are selected. The council is the publisher of issues that
    no group publishes.
    """
    document = newsletter.document
    return remembered_html(
        "components/card/newsletter_card.html",
        newsletter=newsletter,
        document=document if document and document.is_published else None,
        level=level,
        council=None if newsletter.group else Council.current(),
    )


@register.inclusion_tag("components/list/newsletter_section.html")
def newsletter_section(newsletters: Sequence[Newsletter], query: str = "") -> dict[str, object]:
    """Show the newest issues of a city's groups or of one group; nothing if there are none.

    `query` filters the linked list of all issues, such as "group=bonn-link"; without it there
    is no link.
    """
    return {"newsletters": newsletters, "query": query}


@register.inclusion_tag("components/card/fund_card.html")
def fund_card(fund: Fund, *, level: int = 3) -> dict[str, object]:
    """Show a fund on a card, with its deadline. `level` is that of its heading."""
    return {"fund": fund, "level": level}


@register.inclusion_tag("components/list/fund_section.html")
def fund_section(funds: Sequence[Fund]) -> dict[str, object]:
    """Show the open funds for a city or a group; nothing if there are none."""
    return {"funds": funds}
