"""Running text, and the small parts that stand in and among words."""

from collections.abc import Mapping, Sequence

from django import template
from django.utils.safestring import SafeString
from i18nfield.strings import LazyI18nString

from content.text.languages import language_attributes
from content.web.remembered_html import remembered_html
from content.web.rich_text import References, parts_of

register = template.Library()


@register.inclusion_tag("components/text/rich_text.html")
def rich_text(
    value: LazyI18nString | str | None, references: References | None = None
) -> dict[str, object]:
    """Show a `RichTextField` in a `div.prose`; nothing at all if it is empty.

    `references` comes from `content.web.rich_text.references_in`, which the view calls once a
    page. Without it there are no pictures, and no links to other pages.
    """
    return {
        "attributes": language_attributes(value),
        "parts": parts_of(value, references or References()),
    }


@register.inclusion_tag("components/text/badge.html")
def badge(text: str, *, tone: str = "") -> dict[str, object]:
    """Show a word or two in a box. `tone` is "urgent", "good" or nothing."""
    return {"text": text, "tone": tone}


@register.inclusion_tag("components/text/button_link.html")
def button_link(text: str, url: str, *, is_plain: bool = False) -> dict[str, object]:
    """Show a link that looks like a button; a plain one is the second choice beside another."""
    return {"text": text, "url": url, "is_plain": is_plain}


@register.simple_tag
def icon(name: str) -> SafeString:
    """Show an icon beside words that say the same; `static/img/icons.svg` has their names."""
    return remembered_html("components/text/icon.html", name=name)


@register.inclusion_tag("components/text/jump_list.html")
def jump_list(parts: Sequence[Mapping[str, object]], heading: str = "") -> dict[str, object]:
    """Show links to the parts of a long page.

    `parts` have `id` and `title`, as `content.web.page_navigation.jump_list` makes them. Without a
    `heading` it is "On this page".
    """
    return {"parts": parts, "heading": heading}
