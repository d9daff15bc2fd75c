"""A council's own catalogue of a language that the site does not ship."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import to_locale


def make_catalogue(folder: Path, language: str, mark: str, leave_out: str = "") -> Path:
    """Write one in which each text has a mark before it, and return its file."""
    with (settings.BASE_DIR / "locale/de/LC_MESSAGES/django.po").open("rb") as file:
        german = read_po(file)
    catalogue = Catalog(locale=to_locale(language).split("_")[0], charset="utf-8", fuzzy=False)
    for message in german:
        if not message.id or message.id == leave_out:
            continue
        plurals = catalogue.num_plurals
        words = f"{mark}{message.id}" if isinstance(message.id, str) else None
        strings = words or tuple(f"{mark}{message.id[-1]}" for _number in range(plurals))
        catalogue.add(message.id, strings, flags=message.flags - {"fuzzy"}, context=message.context)
    target = folder / to_locale(language) / "LC_MESSAGES" / "django.po"
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        write_po(file, catalogue)
    with target.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)
    return target
