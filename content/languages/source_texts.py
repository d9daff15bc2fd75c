"""The texts in our source that are to be translated, and which of them the public meets."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation import templatize

# The texts in the source are in this language.
SOURCE_LANGUAGE = "en"
FOLDERS = ("cities", "content", "events", "links", "templates", "twinning_site", "volunteers")
# Folders and files of these names are for officers and developers. What is not named here
# counts as public: a text too many is translated, none too few.
NOT_PUBLIC = {
    "admin", "admin.py", "bundles", "demo", "drafts", "forms", "gazetteer", "link_check",
    "management", "migrations", "opened_forms", "page_store", "privacy", "records", "serving",
    "styleguide", "styleguide.html", "versions", "workbench", "writing",
}  # fmt: skip
# The filters of public lists stand among the forms of the admin.
PUBLIC_ALL_THE_SAME = {Path("content/forms/filters.py")}
TEMPLATE = {".html", ".txt"}
KEYWORDS = {
    f"{name}{lazy}": numbers
    for name, numbers in {
        "_": None,
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
    for lazy in ("", "_lazy")
}


class SourceText(NamedTuple):
    """What gettext counts as one text: its context and its (singular) words."""

    context: str | None
    words: str


@cache
def public_texts() -> set[SourceText]:
    """Return the texts of public pages, forms, e-mails, PDFs and calendars; takes a second."""
    return set(texts_in(filter(_is_public, source_files())))


def _is_public(path: Path) -> bool:
    return path in PUBLIC_ALL_THE_SAME or NOT_PUBLIC.isdisjoint(path.parts)


def source_files() -> Iterator[Path]:
    """Yield paths below the folder of the source."""
    for folder in FOLDERS:
        for path in (settings.BASE_DIR / folder).rglob("*"):
            yield path.relative_to(settings.BASE_DIR)


def texts_in(paths: Iterable[Path]) -> Iterator[SourceText]:
    """Yield what makemessages would collect from these files."""
    for path in paths:
        if path.suffix == ".py":
            source = (settings.BASE_DIR / path).read_text()
        elif path.suffix in TEMPLATE:
            # Lines of a template have no depth that Python could make sense of.
            source = re.sub(r"(?m)^\s+", "", templatize((settings.BASE_DIR / path).read_text()))
        else:
            continue
        for _line, words, _comments, context in extract(
            "python", BytesIO(source.encode()), KEYWORDS, options={"encoding": "utf-8"}
        ):
            yield SourceText(context, words if isinstance(words, str) else words[0])
