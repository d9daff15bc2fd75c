"""Texts that are not in the page's language say so (WCAG 2.2, 3.1.2)."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString
from i18nfield.strings import LazyI18nString

from content.models import VagueDated
from content.text import language_names, languages, lists
from content.text.dates import active_locale

register = template.Library()


@register.filter
def localized(value: LazyI18nString | str | None) -> SafeString:
    """Return the text, in a `<span lang>` if it fell back to another language.

    Not for attributes and titles, which hold no elements.
    """
    return languages.localized(value)


@register.filter
def vague_date(row: VagueDated) -> SafeString:
    """Return a date as it is known; words that officers wrote for it say their language."""
    return languages.localized(row.date_words or row.date_text)


@register.filter
def language_name(code: str) -> str:
    """Return the name of a language in that of the page: `{{ code|language_name }}`."""
    return language_names.language_name(code)


@register.filter
def comma_separated(parts: Iterable[object]) -> str:
    """Return a list in one line: `{{ names|comma_separated }}`."""
    return lists.comma_separated(parts)


@register.simple_tag
def locale() -> str:
    """Return the locale in which dates and times are written: `en-GB` on an English page."""
    return str(active_locale()).replace("_", "-")


@register.simple_tag
def comma() -> str:
    """Return what stands between the parts of a list: `{% comma %}`."""
    return lists.comma()


@register.simple_tag
def colon() -> str:
    """Return what ends a label before what it says: `{{ label }}{% colon %} {{ value }}`."""
    return lists.colon()


@register.simple_tag
def lang_of(value: LazyI18nString | str | None) -> SafeString:
    """Say in which language a text is, if not in the page's: `<h1{% lang_of city.name %}>`."""
    return languages.language_attributes(value)
