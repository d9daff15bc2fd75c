"""Find sentences that speak of the moment of writing, or of a future that is over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import get_month_names

from content.text.sentences import sentences
from twinning_site.workbench.findings.wordings import WORDINGS

# Years: what is longer ago is told as history, also in the present tense.
HISTORY = 10
# Not a part of a phone number
_YEAR = re.compile(r"(?<![\d./-])(?<!\d )(?:19|20)\d\d(?![\d/-])(?! \d)")


@dataclass(frozen=True)
class StaleSentence:
    """A sentence, and the words in it that age."""

    sentence: str
    words: str


@dataclass(frozen=True)
class _Patterns:
    ages: re.Pattern[str]
    future: re.Pattern[str]
    months: dict[str, int]
    month_and_year: re.Pattern[str]


def stale_sentences(html: str, language: str, today: date) -> Iterator[StaleSentence]:
    """Yield what ages in a text of `language`; nothing of a language that is not known."""
    if language not in WORDINGS:
        return
    patterns = _patterns(language)
    for sentence in sentences(html):
        if found := patterns.ages.search(sentence):
            yield StaleSentence(sentence, found[0])
        elif words := _past_future(sentence, patterns, today):
            yield StaleSentence(sentence, words)


def _past_future(sentence: str, patterns: _Patterns, today: date) -> str:
    """Return the latest year or month in a sentence about the future, if it is over; else ""."""
    years = [int(year) for year in _YEAR.findall(sentence)]
    is_near = years and today.year - HISTORY <= max(years) <= today.year
    if not is_near or not patterns.future.search(sentence):
        return ""
    if max(years) < today.year:
        return str(max(years))
    named = patterns.month_and_year.findall(sentence)
    months = [
        (patterns.months[name.lower()], name) for name, year in named if int(year) == today.year
    ]
    # A year without its month is not over yet.
    if len(months) < years.count(today.year) or max(months)[0] >= today.month:
        return ""
    return f"{max(months)[1]} {today.year}"


@cache
def _patterns(language: str) -> _Patterns:
    wording = WORDINGS[language]
    named = [
        (name, number)
        for form in ("format", "stand-alone")
        for number, name in get_month_names("wide", form, Locale.parse(language)).items()
    ]
    names = "|".join(re.escape(name) for name in sorted(dict(named), key=len, reverse=True))
    ages = [*wording.now]
    if wording.near:
        # “This may help” is no month.
        ages.append(rf"{wording.near} (?:{wording.units}|(?-i:{names}))")
    return _Patterns(
        _whole("|".join(ages)),
        _whole("|".join(wording.future)),
        {name.lower(): number for name, number in named},
        re.compile(rf"(?<!\w)({names})\s((?:19|20)\d\d)(?!\d)", re.IGNORECASE),
    )


def _whole(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
