"""Results that have no row in the index: pages of the site itself, themes, and the office.

They are few, so they are searched in memory.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from content.models import Council
from content.models.remembering.remembered import remembered
from content.models.theme import Theme, all_themes
from content.search.indexed_text import indexed_words
from content.search.query_terms import may_match_as_prefix
from content.search.sources import FOREVER
from twinning_site.search.models import SearchEntry, SearchEntryKind
from twinning_site.search.site_pages import SITE_PAGES, offered_site_pages
from twinning_site.search.words.edits import is_one_edit_apart
from twinning_site.search.words.synonyms import small_words

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
    today = timezone.localdate()
    offers = _offers(today.replace(day=1))
    asked = [words for words in map(_meaningful, alternatives) if words]
    exact = set[int]().union(*map(offers.with_all, asked))
    by_prefix = set[int]().union(*map(offers.with_all_by_prefix, asked)) - exact
    with_slip = set[int]().union(*map(offers.with_all_but_slips, asked)) - exact - by_prefix
    office = [_contact(today)] if names_the_office(query) else []
    return Unstored(
        _once([*office, *offers.entries_of(exact), *offers.entries_of(with_slip)]),
        offers.entries_of(by_prefix),
    )


class _Offers(NamedTuple):
    """Entries without rows, and for each word the numbers of those that it leads to."""

    entries: list[SearchEntry]
    numbers: dict[str, set[int]]

    def entries_of(self, numbers: set[int]) -> list[SearchEntry]:
        return [self.entries[number] for number in sorted(numbers)]

    def with_all(self, asked: list[str]) -> set[int]:
        return self._common([asked_word] for asked_word in asked)

    def with_all_by_prefix(self, asked: list[str]) -> set[int]:
        *first, last = asked
        if not may_match_as_prefix(last):
            return set()
        begun = [word for word in self.numbers if word.startswith(last)]
        return self._common([*([word] for word in first), begun])

    def with_all_but_slips(self, asked: list[str]) -> set[int]:
        return self._common([word, *self._like(word)] for word in asked)

    def _common(self, choices: Iterable[Iterable[str]]) -> set[int]:
        """Return the numbers of what has a word of each of the choices."""
        found = [
            set[int]().union(*(self.numbers.get(word, ()) for word in words)) for words in choices
        ]
        return set.intersection(*found)

    def _like(self, asked: str) -> list[str]:
        """Return the words that are one slip away."""
        if len(asked) < MIN_SLIP_LENGTH:
            return []
        lengths = range(max(MIN_SLIP_LENGTH, len(asked) - 1), len(asked) + 2)
        return [
            word for word in self.numbers if len(word) in lengths and is_one_edit_apart(asked, word)
        ]


@remembered
def _offers(month: date) -> _Offers:
    """Return the pages of the site in this month and the themes, in the active language."""
    offered = [(page.entry(month), f"{page.heading} {page.words}") for page in offered_site_pages()]
    offered += [(_theme_entry(theme), str(theme.name)) for theme in all_themes()]
    numbers = defaultdict[str, set[int]](set)
    for number, (_entry, words) in enumerate(offered):
        for word in indexed_words(words):
            numbers[word].add(number)
    return _Offers([entry for entry, _words in offered], dict(numbers))


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


def _meaningful(asked: list[str]) -> list[str]:
    """Return the words that count: small ones only if there are several and no others."""
    meaningful = [term for term in asked if term not in small_words()]
    return meaningful or (asked if len(asked) > 1 else [])


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


def _contact(today: date) -> SearchEntry:
    return next(page.entry(today) for page in SITE_PAGES if page.route == "pages:contact")
