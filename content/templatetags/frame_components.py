"""The components around the content of a page: menu, breadcrumbs, head, links to share it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from i18nfield.strings import LazyI18nString

from content.models import Council, Picture
from content.pictures.share_cards import ShareCard
from content.web import linked_data
from content.web.language_versions import open_graph_locale
from content.web.remembered_html import remembered_html

register = template.Library()


FOOT_MENU = ("volunteers:start", "pages:open-data")

# The address in a menu of this page or of one above it, and its `aria-current`
Here = tuple[str, str]


class MenuLink(NamedTuple):
    """A link of a menu, and those that stand below it."""

    url: str
    label: str
    below: tuple["MenuLink", ...] = ()


def _here(addresses: Iterable[str], path: str) -> Here | None:
    """Return the address that is nearest to `path`: its own, or the longest one above it."""
    above = [url for url in addresses if path.startswith(url)]
    if not above:
        return None
    url = max(above, key=len)
    return url, "page" if path == url else "true"


@register.simple_tag(takes_context=True)
def masthead(context: Context) -> SafeString:
    """Show the wordmark, the search and the main menu.

    Needs `main_menu`, a tuple of `MenuLink`, and `request` in the context.
    """
    menu: tuple[MenuLink, ...] = tuple(context["main_menu"])
    addresses = [one.url for link in menu for one in (link, *link.below)]
    return remembered_html(
        "components/frame/masthead.html",
        council=Council.current(),
        menu=menu,
        here=_here(addresses, context["request"].path),
    )


@register.simple_tag(takes_context=True)
def site_footer(context: Context) -> SafeString:
    """Show the foot of every page.

    Needs `foot_links`, a tuple of `MenuLink`, and `request` in the context.
    """
    links: tuple[MenuLink, ...] = tuple(context["foot_links"])
    addresses = [*map(reverse, FOOT_MENU), *(link.url for link in links)]
    return remembered_html(
        "components/frame/site_footer.html",
        council=Council.current(),
        links=links,
        here=_here(addresses, context["request"].path),
    )


@register.inclusion_tag("components/frame/nav_link.html")
def nav_link(route: str, label: str, here: Here | None = None) -> dict[str, object]:
    """Show a link of a menu, marked as current on its page and on those below it.

    `route` is the name of the page's URL.
    """
    return menu_link(MenuLink(reverse(route), label), here)


@register.inclusion_tag("components/frame/nav_link.html")
def menu_link(link: MenuLink, here: Here | None = None) -> dict[str, object]:
    """Show a link of a menu, with those below it behind a button that opens them."""
    current = here[1] if here and here[0] == link.url else ""
    if here and not current and here[0] in {one.url for one in link.below}:
        current = "true"
    return {"url": link.url, "label": link.label, "current": current} | {
        "below": link.below,
        "here": here,
    }


@register.simple_tag
def office() -> SafeString:
    """Say how to reach the office of the council."""
    return remembered_html("components/frame/office.html", council=Council.current())


@register.inclusion_tag("components/frame/breadcrumbs.html")
def breadcrumbs(
    current: LazyI18nString | str, links: Sequence[Mapping[str, str]] = ()
) -> dict[str, object]:
    """Show the way from the home page to this one, for readers and as linked data.

    `current` is this page's title. `links` are those between the home page and this one, each
    with `title` and `url`, as `content.web.page_navigation.breadcrumb` makes them.
    """
    home = {"title": gettext("Home"), "url": reverse("pages:home")}
    return {
        "links": [home, *links],
        "current": current,
        "data": linked_data.script(linked_data.breadcrumbs([home, *links], current)),
    }


@register.inclusion_tag("components/frame/page_head.html")
def page_head(
    heading: LazyI18nString | str,
    lede: LazyI18nString | str | None = "",
    *,
    overline: LazyI18nString | str = "",
    is_example: bool = False,
) -> dict[str, object]:
    """Show the page's main heading, a few words above it, and one or two sentences below it.

    With `is_example` it says that the text of the page is an example.
    """
    return {"heading": heading, "lede": lede, "overline": overline, "is_example": is_example}


@register.inclusion_tag("components/frame/language_versions.html", takes_context=True)
def language_versions(context: Context) -> dict[str, object]:
    """Name the address to be listed by search engines, and those in other languages.

    Needs `site_languages`, `site_url` and `request` in the context. `written_languages`, if a
    view gives it, are those in which the page has texts of its own.
    """
    languages = context["site_languages"]
    written = context.get("written_languages") or [one["code"] for one in languages]
    versions = [one for one in languages if one["code"] in written]
    path = context["request"].path
    if get_language() not in written:
        path = versions[0]["url"].partition("?")[0]
    return {
        "canonical": path,
        "site_url": context["site_url"],
        "versions": versions if len(versions) > 1 else [],
        "default": versions[0],
    }


@register.inclusion_tag("components/frame/open_graph.html", takes_context=True)
def open_graph(
    context: Context,
    title: LazyI18nString | str,
    description: LazyI18nString | str | None,
    picture: Picture | None,
    *,
    kind: str = "website",
    is_example: bool = False,
) -> dict[str, object]:
    """Say how a link to this page looks where people share it (https://ogp.me).

    `kind` is Open Graph's type of the page: "website" or "article". With
    `is_example` the description and the picture say that its text is an example. Needs `council`,
    `request` and `site_url` in the context.
    """
    council: Council | None = context["council"]
    mark = gettext("Example picture") if picture and picture.example else ""
    mark = gettext("Example text") if is_example else mark
    return {
        "title": title,
        "mark": mark,
        "description": description,
        "picture": picture,
        "kind": kind,
        "site_name": council and (council.wordmark or council.name),
        "site_url": context["site_url"],
        "path": context["request"].path,
        "locales": _open_graph_locales(context, council),
        "picture_path": _share_picture_path(council, title, picture, mark),
    }


def _open_graph_locales(context: Context, council: Council | None) -> list[str]:
    """Return the locale of the page, then those of its versions in other languages."""
    country = (council and council.country.code) or ""
    current = get_language() or ""
    codes = context.get("written_languages") or [one["code"] for one in context["site_languages"]]
    others = [code for code in codes if code != current]
    return [open_graph_locale(code, country) for code in [current, *others]]


def _share_picture_path(
    council: Council | None, title: object, picture: Picture | None, mark: str
) -> str:
    colors = council or Council()
    card = ShareCard(
        title=str(title),
        overline=str((council and (council.wordmark or council.name)) or ""),
        color=colors.brand_color,
        accent=colors.accent,
        file=picture.file.name if picture else "",
        focus=(picture.focus_x, picture.focus_y) if picture else (50, 50),
        mark=mark,
    )
    return reverse("content:share-picture", kwargs={"token": card.token()})


@register.inclusion_tag("components/frame/share_and_print.html", takes_context=True)
def share_and_print(context: Context, title: LazyI18nString | str) -> dict[str, object]:
    """Offer to send the page by e-mail, to share and to print it.

    `static/js/site.js` shows the buttons of which the browser is capable. Needs `request` and
    `site_url` in the context.
    """
    return {"title": title, "url": f"{context['site_url']}{context['request'].path}"}


@register.inclusion_tag("components/frame/site_notices.html")
def site_notices(notices: Iterable[object], *, label: str = "") -> dict[str, object]:
    """Show the notices for the whole site, if there are any.

    `notices` are rows of `Notice`; `label` names the region where a page has two of them.
    """
    return {"notices": notices, "label": label}


@register.inclusion_tag("components/frame/related_links.html")
def related_links(links: Sequence[Mapping[str, object]], heading: str) -> dict[str, object]:
    """Show what to read next, if there is anything.

    `links` have `title` and `url`, as `content.web.page_navigation.related_links` makes them.
    """
    return {"links": links, "heading": heading}
