"""How the demo writes a text in its two languages."""

from i18nfield.strings import LazyI18nString


def both(en: str, de: str) -> LazyI18nString:
    """A text in English and in German."""
    return LazyI18nString({"en": en.strip(), "de": de.strip()})


def same(text: str) -> LazyI18nString:
    """A name that is the same in both languages."""
    return both(text, text)


def english(text: str) -> LazyI18nString:
    """A text that nobody has translated yet; German pages show it marked as English."""
    return LazyI18nString({"en": text.strip()})
