"""Whether the site says everything in each language in which it is offered."""

from collections.abc import Collection
from pathlib import Path

from babel.messages.pofile import read_po
from django.conf import settings
from django.core.checks import CheckMessage, Error

from content.languages.source_texts import SOURCE_LANGUAGE, SourceText, public_texts

# Into these the admin is translated, too; others have their public part only.
LANGUAGES_OF_ADMIN = {"de", "en", "es", "fr", "nl"}


def check_site_languages(**_kwargs: object) -> list[CheckMessage]:
    """Return an error for each language of the site in which texts of ours are missing.

    Such a site does not start: half a page in another language helps nobody (WCAG 2.2, 3.1.2).
    """
    errors: list[CheckMessage] = []
    for code in sorted({*settings.SITE_LANGUAGES} - {SOURCE_LANGUAGE}):
        catalogue = _catalogue(code)
        if catalogue is None:
            what = "There is no translation of the site into it"
        elif count := len(missing_texts(code, catalogue)):
            what = f"{count} texts of the site are not translated into it"
        else:
            continue
        hint = "Readers would get a mixture of languages. Take it out, or see docs/translating.md."
        errors.append(Error(f"SITE_LANGUAGES has {code}. {what}.", hint, id="languages.E001"))
    return errors


def missing_texts(code: str, catalogue: Path) -> set[SourceText]:
    """Return the texts that have no translation, or one that is marked as a guess.

    In a language that the admin does not speak, only those that the public meets.
    """
    with catalogue.open("rb") as file:
        messages = [message for message in read_po(file, locale=code) if message.id]
    missing = {
        SourceText(one.context, one.id if isinstance(one.id, str) else one.id[0])
        for one in messages
        if one.fuzzy or not _is_filled(one.string)
    }
    if missing and code not in LANGUAGES_OF_ADMIN:
        missing &= public_texts()
    return missing


def _catalogue(code: str) -> Path | None:
    folders = [Path(folder) / code / "LC_MESSAGES" for folder in settings.LOCALE_PATHS]
    files = [folder / "django.po" for folder in folders]
    return next((file for file in files if file.is_file()), None)


def _is_filled(text: str | Collection[str] | None) -> bool:
    return bool(text) if isinstance(text, str | None) else all(text)
