"""Other words for what residents ask for: they type “penpal” where the site says “schools”."""

from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from content.search.query_terms import terms
from twinning_site.search.site_pages import SMALL_WORDS

# Translators: what people type, and after the “=” what is looked for as well. Write what is typed
# in your language, as many lines as you like; small words such as “for a” do not count.
SYNONYMS = _(
    """
host family, host families, homestay, lodging, accommodation, place to stay = host
host someone, host guests, put up a guest, spare room, spare bed, guest bed, bed for a guest = host
bed for the night, accommodation for visitors, accommodation for guests, guest house = host
penpal, penpals, pen pal, pen pals, pen friend, pen friends, penfriend, penfriends = schools
school exchange, student exchange, pupil exchange, exchange student, exchange students = schools
exchange for my daughter, exchange for my son, exchange for my child, exchange for kids = schools
exchange for children, exchange for my class, exchange with a school, class trip = schools
kids, teenagers, youngsters, youth group, youth exchange = young people
work experience, work experience abroad, internship, internships, placement = business
grant, grants, subsidy, subsidies, sponsorship, apply for a grant, apply for money = funding
money for a trip, money for a project, financial help = funding
lessons, language course, language class, conversation class, conversation group = table
singing, sing in a choir, singer, singers = choir
GDPR, data protection, cookies, personal data = privacy
disabled access, wheelchair, blind, deaf = accessibility
helper form, volunteer form, volunteering form = volunteer application form
join form, membership application, become a member = membership
"""
)


def small_words() -> frozenset[str]:
    """Return the words of the active language that say nothing by themselves."""
    return _small_words(get_language())


def with_synonyms(wanted: list[str]) -> list[list[str]]:
    """Return the words, and if others stand for some of them, the words with those instead.

    Both are without small words, unless there are no others.
    """
    typed = without_small_words(wanted)
    table = _table(get_language())
    other, position = [], 0
    while position < len(typed):
        for end in range(len(typed), position, -1):
            if replacement := table.get(tuple(typed[position:end])):
                other += replacement
                position = end
                break
        else:
            other.append(typed[position])
            position += 1
    return [typed] if other == typed else [typed, other]


def without_small_words(wanted: list[str]) -> list[str]:
    """Return the words that say something by themselves; all of them if none does."""
    small = small_words()
    return [term for term in wanted if term not in small] or wanted


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(word for line in str(SMALL_WORDS).split() for word in terms(line))


@cache
def _table(language: str) -> dict[tuple[str, ...], list[str]]:
    """Return the words to look for by those that are typed, in the active `language`."""
    table = {}
    for line in str(SYNONYMS).strip().splitlines():
        typed, _sign, wanted = line.partition("=")
        for phrase in typed.split(","):
            table[tuple(without_small_words(terms(phrase)))] = terms(wanted)
    return table
