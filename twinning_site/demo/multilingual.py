"""Texts in the two languages of the demo."""

from i18nfield.strings import LazyI18nString


def both(en: str, de: str) -> LazyI18nString:
    """Return a text in English and German."""
    return LazyI18nString({"en": en.strip(), "de": de.strip()})


def same(text: str) -> LazyI18nString:
    """Return a text that is the same in both languages."""
    return both(text, text)


def english(text: str) -> LazyI18nString:
    """Return a text that is not translated; German pages show it, marked as English."""
    return LazyI18nString({"en": text.strip()})
