"""Texts that are not in the page's language say so (WCAG 2.2, 3.1.2)."""

from django import template
from django.utils.html import conditional_escape, format_html
from i18nfield.strings import LazyI18nString

from content.rich_text import language_attributes

register = template.Library()


@register.filter
def localized(value: LazyI18nString | str | None) -> str:
    """Give the text, in a `<span lang>` if it fell back to another language.

    Not for attributes and titles, which hold no elements.
    """
    if value is None:
        return ""
    attributes = language_attributes(value)
    if not attributes:
        return conditional_escape(str(value))
    return format_html("<span{}>{}</span>", attributes, str(value))
