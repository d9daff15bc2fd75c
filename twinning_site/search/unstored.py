"""Results that have no row in the index: pages of the site itself, themes, and the office.

They are few, so they are searched in memory.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import get_language, gettext

from content.models import Council
from content.models.theme import Theme, all_themes
from content.search.indexed_text import indexed_words
from content.search.query_terms import may_match_as_prefix
from content.search.sources import FOREVER
from twinning_site.search.edits import is_one_edit_apart
from twinning_site.search.models import SearchEntry, SearchEntryKind
from twinning_site.search.site_pages import SITE_PAGES
from twinning_site.search.synonyms import small_words

# Slips are looked for in words of this length: shorter ones resemble too many others.
MIN_SLIP_LENGTH = 6
# Fewer digits are a number of something else, such as a year.
MIN_NUMBER_LENGTH = 5


class Unstored(NamedTuple):
    """Entries that have all words, perhaps with a slip in one, and those by a prefix."""

    exact: list[SearchEntry]
    by_prefix: list[SearchEntry]


def unstored_results(query: str, alternatives: list[list[str]]) -> Unstored:
    """Return what is asked for by `query`, or has all the words of one of the alternatives.

    It takes 1 query if the themes are not remembered yet.
    """
    exact = [_contact()] if names_the_office(query) else []
    with_slip: list[SearchEntry] = []
    by_prefix: list[SearchEntry] = []
    candidates = [
        *zip(
            (page.entry for page in SITE_PAGES), _words_of_site_pages(get_language()), strict=True
        ),
        *(
            (_theme_entry(theme), frozenset(indexed_words(str(theme.name))))
            for theme in all_themes()
        ),
    ]
    for entry, words in candidates:
        if any(_has_all(words, asked) for asked in alternatives):
            exact.append(entry)
        elif any(_has_all_by_prefix(words, asked) for asked in alternatives):
            by_prefix.append(entry)
        elif any(_has_all_with_slips(words, asked) for asked in alternatives):
            with_slip.append(entry)
    return Unstored(_once([*exact, *with_slip]), by_prefix)


def names_the_office(query: str) -> bool:
    """Return whether `query` is a phone number, a mailbox or a postcode of the office.

    Numbers are compared by their digits, with or without the codes of country and town.
    """
    asked = "".join(filter(str.isalnum, query.casefold()))
    is_address = "@" in query
    if len(asked) < MIN_NUMBER_LENGTH or not (is_address or re.search(r"\d", asked)):
        return False
    council = Council.current()
    if council is None:
        return False
    if is_address:
        return query.strip().casefold() == council.email.casefold()
    digits = re.sub(r"\(0\)|\D", "", query).lstrip("0")
    if re.fullmatch(r"[\d\s()+/.-]+", query) and len(digits) >= MIN_NUMBER_LENGTH:
        phones = (re.sub(r"\D", "", phone) for phone in (council.phone, council.switchboard))
        known = [phone.lstrip("0") for phone in phones if phone]
        if any(digits.endswith(phone) or phone.endswith(digits) for phone in known):
            return True
    lines = f"{council.office_address}\n{council.postal_address}".casefold().splitlines()
    return any("".join(filter(str.isalnum, line)).endswith(asked) for line in lines)


def _has_all(words: frozenset[str], asked: list[str]) -> bool:
    wanted = _meaningful(asked)
    return bool(wanted) and words.issuperset(wanted)


def _has_all_by_prefix(words: frozenset[str], asked: list[str]) -> bool:
    wanted = _meaningful(asked)
    if not wanted or not may_match_as_prefix(wanted[-1]):
        return False
    *first, last = wanted
    return words.issuperset(first) and any(word.startswith(last) for word in words)


def _has_all_with_slips(words: frozenset[str], asked: list[str]) -> bool:
    wanted = _meaningful(asked)
    return bool(wanted) and all(word in words or _is_slip_of_any(word, words) for word in wanted)


def _is_slip_of_any(term: str, words: Iterable[str]) -> bool:
    return len(term) >= MIN_SLIP_LENGTH and any(
        len(word) >= MIN_SLIP_LENGTH and is_one_edit_apart(term, word) for word in words
    )


def _meaningful(asked: list[str]) -> list[str]:
    """Return the words that count: small ones only if there are several and no others."""
    meaningful = [term for term in asked if term not in small_words()]
    return meaningful or (asked if len(asked) > 1 else [])


@cache
def _words_of_site_pages(language: str) -> list[frozenset[str]]:
    """Return the words that lead to each page, in the active `language`."""
    return [frozenset(indexed_words(f"{page.heading} {page.words}")) for page in SITE_PAGES]


def _theme_entry(theme: Theme) -> SearchEntry:
    return SearchEntry(
        kind=SearchEntryKind.THEME,
        language=get_language(),
        address=f"{reverse('events:event-list')}?theme={theme.slug}",
        heading=str(theme.name),
        text=gettext("All events about it; groups and cities name it on their pages."),
        over_at=FOREVER,
    )


def _once(entries: list[SearchEntry]) -> list[SearchEntry]:
    return list({entry.address: entry for entry in entries}.values())


def _contact() -> SearchEntry:
    return next(page.entry for page in SITE_PAGES if page.route == "pages:contact")
