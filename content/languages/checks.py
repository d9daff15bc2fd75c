"""Whether the site says everything in each language in which it is offered."""

from collections.abc import Collection
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.utils.translation import to_locale

from content.languages.source_texts import SOURCE_LANGUAGE, SourceText, public_texts
from content.languages.tags import script_of

# Into these the admin is translated, too; others have their public part only.
LANGUAGES_OF_ADMIN = {"de", "en", "es", "fr", "nl"}


def check_site_languages(**_kwargs: object) -> list[CheckMessage]:
    """Return an error for each language of the site in which texts of ours are missing.

    Such a site does not start: half a page in another language helps nobody (WCAG 2.2, 3.1.2).
    """
    errors: list[CheckMessage] = []
    for code in sorted(settings.SITE_LANGUAGES):
        if code.split("-")[0] == SOURCE_LANGUAGE:
            continue
        files = _catalogues(code)
        if not files:
            what = "There is no translation of the site into it"
        elif count := len(set.intersection(*(missing_texts(code, file) for file in files))):
            what = f"{count} texts of the site are not translated into it"
        elif stale := [file for file in files if not (_is_ours(file) or _is_compiled(file))]:
            what = f"{stale[0]} is not compiled, or was changed since"
        else:
            continue
        hint = "Readers would get a mixture of languages. Take it out, or see docs/translating.md."
        errors.append(Error(f"SITE_LANGUAGES has {code}. {what}.", hint, id="languages.E001"))
    return errors


def missing_texts(code: str, catalogue: Path) -> set[SourceText]:
    """Return the texts that have no translation, or one that is marked as a guess.

    In a language that the admin does not speak, only those that the public meets. A catalogue that
    the site does not ship may be of another version: it is asked for all of them.
    """
    with catalogue.open("rb") as file:
        messages = [one for one in read_po(file, locale=to_locale(code)) if one.id]
    filled = {_source_of(one) for one in messages if not one.fuzzy and _is_filled(one.string)}
    missing = {_source_of(one) for one in messages} - filled
    if not _is_ours(catalogue):
        return public_texts() - filled
    if missing and code not in LANGUAGES_OF_ADMIN:
        missing &= public_texts()
    return missing


def _source_of(message: Message) -> SourceText:
    return SourceText(message.context, message.id if isinstance(message.id, str) else message.id[0])


def _catalogues(code: str) -> list[Path]:
    """Return those that gettext reads for a language: its own, then that without the region."""
    names = [to_locale(code), code.split("-")[0]]
    folders = [Path(folder) / name for name in names for folder in settings.LOCALE_PATHS]
    files = [folder / "LC_MESSAGES" / "django.po" for folder in folders]
    has_other_script = script_of(code) != script_of(names[1])
    return [
        file
        for file in dict.fromkeys(files)
        if file.is_file() and not (has_other_script and names[1] in file.parts)
    ]


def _is_ours(catalogue: Path) -> bool:
    return catalogue.is_relative_to(settings.BASE_DIR / "locale")


def _is_compiled(catalogue: Path) -> bool:
    compiled = catalogue.with_suffix(".mo")
    return compiled.is_file() and compiled.stat().st_mtime >= catalogue.stat().st_mtime


def _is_filled(text: str | Collection[str] | None) -> bool:
    return bool(text) if isinstance(text, str | None) else all(text)
