"""Read out of a file that somebody made elsewhere which issue of a newsletter it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from babel import Locale
from django.conf import settings

# Titles that programs give by themselves
NO_TITLE = re.compile(
    r"\A(?:microsoft word|document\d*|dokument\d*|layout|untitled|unbenannt|sans titre|print)",
    re.IGNORECASE,
)
ENDING = re.compile(r"\.(?:docx?|indd|odt|pages|pdf|pub|qxp|rtf|sla)\Z", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# 2026-11, 2026_11, 202611, 11/2026, 11-2026, 1.11.2026
YEAR_AND_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. /]?(0[1-9]|1[0-2])(?!\d)")
MONTH_AND_YEAR = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])[-_./]((?:19|20)\d\d)(?!\d)")
WORD = re.compile(r"[^\W\d_]+|(?:19|20)\d\d")
MIN_TITLE, MAX_TITLE = 4, 100  # characters
# Words between the name of a month and its year, as in “November and December 2026”
MAX_DISTANCE = 4


@dataclass(frozen=True)
class IssueFacts:
    """What is offered to be corrected; `year` and `month` are None if nothing tells them."""

    title: str
    year: int | None
    month: int | None


def facts_of_issue(file_name: str, told_title: str, lines: Iterable[str]) -> IssueFacts:
    """Return title and month, from the name of the file, its own title and its first lines."""
    lines = list(lines)
    dates = [date_in(text) for text in (file_name, told_title, *lines)]
    year, month = next(
        (date for date in dates if date[1]), next((date for date in dates if date[0]), (None, None))
    )
    return IssueFacts(_title(file_name, told_title, lines), year, month)


def date_in(text: str) -> tuple[int | None, int | None]:
    """Return the year and the month that a text names, each None if it does not."""
    if found := YEAR_AND_MONTH.search(text):
        return int(found[1]), int(found[2])
    if found := MONTH_AND_YEAR.search(text):
        return int(found[2]), int(found[1])
    words = WORD.findall(text.casefold())
    for place, word in enumerate(words):
        month = _months().get(word)
        years = [one for one in words[place + 1 : place + 1 + MAX_DISTANCE] if one.isdecimal()]
        if month and years:
            return int(years[0]), month
    years = YEAR.findall(text)
    return (int(years[0]) if years else None), None


@cache
def _months() -> dict[str, int]:
    """Return the months by their names in the languages that sites are offered in (CLDR)."""
    found: dict[str, int] = {}
    for code, _name in settings.ALL_LANGUAGES:
        locale = Locale.parse(code, sep="-")
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    words = WORD.findall(name.casefold())
                    if len(words) == 1 and len(words[0]) > 2:
                        found.setdefault(words[0], number)
    return found


def _title(file_name: str, told_title: str, lines: list[str]) -> str:
    stem = PurePath(file_name).stem
    told = ENDING.sub("", told_title.strip())
    is_name = told.casefold() == stem.casefold() or "_" in told
    first = next((line for line in lines if _is_title(line) and " " in line), "")
    if _is_title(told) and not NO_TITLE.match(told) and not is_name:
        return told
    return first or " ".join(re.split(r"[\s_-]+", stem)).strip()[:MAX_TITLE].capitalize()


def _is_title(text: str) -> bool:
    letters = sum(character.isalpha() for character in text)
    return MIN_TITLE <= len(text) <= MAX_TITLE and letters * 2 > len(text)
