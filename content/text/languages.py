"""Which language a text is shown in, and how its HTML says so (WCAG 2.2, 3.1.2)."""

from collections.abc import Mapping

from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info
from i18nfield.strings import LazyI18nString


def language_of(value: LazyI18nString | str | None) -> str:
    """Tell in which language `value` will be shown; empty for text that has none."""
    data = value.data if isinstance(value, LazyI18nString) else None
    if not isinstance(data, dict):
        return ""
    shown = str(value)
    active = get_language() or ""
    first = [active, active.split("-")[0]]
    return next((code for code in [*first, *data] if shown and data.get(code) == shown), "")


def foreign_language(value: LazyI18nString | str | None) -> str:
    """Tell which language a text fell back to; empty if it is in that of the page."""
    language = language_of(value)
    same = language.split("-")[0] == (get_language() or "").split("-")[0]
    return "" if same else language


def language_attributes(value: LazyI18nString | str | None) -> SafeString:
    """Give ` lang="…" dir="…"` if the text fell back to another language (WCAG 2.2, 3.1.2)."""
    return attributes_for(foreign_language(value))


def attributes_for(language: str) -> SafeString:
    """Give the attributes of an element in another language; none for none."""
    if not language:
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', language, text_direction(language))


def text_direction(language: str) -> str:
    """Tell where lines begin: `ltr` or `rtl`."""
    return "rtl" if get_language_info(language)["bidi"] else "ltr"


def localized(value: LazyI18nString | str | None) -> SafeString:
    """Give a text as HTML, in a `<span lang>` if it fell back to another language."""
    if value is None:
        return SafeString("")
    attributes = language_attributes(value)
    if not attributes:
        return conditional_escape(str(value) if isinstance(value, LazyI18nString) else value)
    return format_html("<span{}>{}</span>", attributes, str(value))


def sentence(words: str, texts: Mapping[str, LazyI18nString | str]) -> SafeString:
    """Put texts into a sentence of ours, `%(city)s lies far away`, each marked as `localized`."""
    return SafeString(escape(words) % {name: localized(text) for name, text in texts.items()})
