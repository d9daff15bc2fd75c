"""The language in which a text is shown, and its marks in HTML (WCAG 2.2, 3.1.2)."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi
from i18nfield.strings import LazyI18nString

from content.languages.tags import is_right_to_left, same_language

RIGHT_TO_LEFT, ISOLATE, END_OF_ISOLATE = "\u2067", "\u2068", "\u2069"


def language_of(value: LazyI18nString | str | None) -> str:
    """Return the language in which `value` will be shown; empty for text without a language."""
    data = value.data if isinstance(value, LazyI18nString) else None
    if not isinstance(data, dict):
        return ""
    shown = str(value)
    active = get_language() or ""
    first = [active, active.split("-")[0]]
    return next((code for code in [*first, *data] if shown and data.get(code) == shown), "")


def text_in(value: LazyI18nString | str | None, language: str) -> str:
    """Return a text in one language, empty if it has none there."""
    data = getattr(value, "data", value)
    if isinstance(data, dict):
        return str(data.get(language) or "")
    return str(data or "") if language == settings.LANGUAGE_CODE else ""


def foreign_language(value: LazyI18nString | str | None) -> str:
    """Return the language that a text fell back to; empty if it is that of the page."""
    language = language_of(value)
    return "" if same_language(language, get_language() or "") else language


def language_attributes(value: LazyI18nString | str | None) -> SafeString:
    """Return ` lang="…" dir="…"` if the text fell back to another language."""
    return attributes_for(foreign_language(value))


def attributes_for(language: str) -> SafeString:
    """Return the attributes of an element in another language; empty without one."""
    if not language:
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', language, text_direction(language))


def text_direction(language: str) -> str:
    """Return the direction of a language: `ltr` or `rtl`."""
    return "rtl" if is_right_to_left(language) else "ltr"


def in_reading_order(line: str, separator: str) -> str:
    """Return a line of parts that stand from right to left where the active language does.

    For SVG and plain text, which have no `dir`: isolates keep each part whole (Unicode UAX #9).
    """
    if not get_language_bidi():
        return line
    parts = f"{END_OF_ISOLATE}{separator}{ISOLATE}".join(line.split(separator))
    return f"{RIGHT_TO_LEFT}{ISOLATE}{parts}{END_OF_ISOLATE}{END_OF_ISOLATE}"


def localized(value: LazyI18nString | str | None) -> SafeString:
    """Return a text as HTML, in a `<span lang>` if it fell back to another language."""
    if value is None:
        return SafeString("")
    attributes = language_attributes(value)
    if not attributes:
        return conditional_escape(str(value) if isinstance(value, LazyI18nString) else value)
    return format_html("<span{}>{}</span>", attributes, str(value))


def sentence(words: str, texts: Mapping[str, LazyI18nString | str]) -> SafeString:
    """Return a sentence such as `%(city)s lies far away` with each text put in by `localized`."""
    return SafeString(escape(words) % {name: localized(text) for name, text in texts.items()})
