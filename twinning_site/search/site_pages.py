"""Pages that no row stands for, and the words by which people look for them.

They are few and in the code, so the search looks through them here: no index that could be
out of date, no query.
"""

from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from content.search.sources import FOREVER
from content.search.terms import WORD, may_be_begun
from content.text.transliteration import unaccented
from twinning_site.search.models import SearchEntry


@dataclass(frozen=True)
class OwnPage:
    """One such page: its address, what a hit shows, and further words that lead to it."""

    route: str
    heading: Promise
    text: Promise
    words: Promise

    @property
    def entry(self) -> SearchEntry:
        """A hit like those of the index, in the active language; it is never saved."""
        return SearchEntry(
            kind=SearchEntry.Kind.PAGE,
            address=reverse(self.route),
            heading=str(self.heading),
            text=str(self.text),
            over_at=FOREVER,
        )


# Words that say nothing by themselves. Translators: such words of your language, in any order
SMALL_WORDS = _(
    "a an and are at can do does for how i in is it me my of on or our s the there to us we what "
    "when where which who with you your"
)

# Translators: where a text is a row of single words, write what readers of your language would
# type to get to the page, each form of a word as far as it begins differently, in any order.
OWN_PAGES = [
    OwnPage(
        "volunteers:start",
        _("Volunteer with us"),
        _(
            "Offer your help to the town’s links with its partner cities. It takes about five "
            "minutes."
        ),
        _(
            "volunteer volunteers volunteering apply applying application form PDF help helper "
            "helpers helping offer join joining sign up"
        ),
    ),
    OwnPage(
        "pages:contact",
        _("Contact"),
        _("How to reach the office for town twinning: visit, write, phone or e-mail."),
        _(
            "contact contacts write message e-mail email mail phone telephone address office ask "
            "question questions"
        ),
    ),
    OwnPage(
        "events:event-list",
        _("Events"),
        _("What is on now, and what comes next."),
        _(
            "event events what’s on programme diary calendar dates coming upcoming subscribe "
            "iCalendar iCal ICS"
        ),
    ),
    OwnPage(
        "events:event-this-month",
        _("Calendar of events"),
        _("What takes place this month, day by day."),
        _("event events calendar diary month monthly"),
    ),
    OwnPage(
        "events:event-past",
        _("Past events"),
        _("What has taken place between the partner cities, with reports and pictures."),
        _("past event events archive reports pictures photos"),
    ),
    OwnPage(
        "links:group-list",
        _("Groups"),
        _(
            "The voluntary groups that carry our links: whom they bring together, when they meet, "
            "and how to join."
        ),
        _(
            "group groups club clubs society societies association friends join joining member "
            "members membership form"
        ),
    ),
    OwnPage(
        "cities:city-list",
        _("Partner cities"),
        _("Every city that we have a link with, and where it is."),
        _("city cities town towns partner partners twin twins twinned twinning sister map"),
    ),
    OwnPage(
        "cities:timeline",
        _("Timeline"),
        _("What happened between us and our partner cities, from the first contact on."),
        _("timeline history story milestones anniversaries chronicle"),
    ),
    OwnPage(
        "links:newsletter-list",
        _("Newsletters"),
        _("What the groups and the office have to tell, issue by issue."),
        _("newsletter newsletters news issue issues"),
    ),
    OwnPage(
        "pages:page-list",
        _("About"),
        _("What twinning is, who does it here, and how you can use it."),
        _("about twinning"),
    ),
    OwnPage(
        "pages:open-data",
        _("Open data"),
        _(
            "Partner cities, milestones and coming events as JSON, GeoJSON and CSV, for everybody "
            "to build on."
        ),
        _("open data dataset datasets download API JSON GeoJSON CSV"),
    ),
]


def own_pages(wanted: list[str]) -> tuple[list[SearchEntry], list[SearchEntry]]:
    """What has all of these unaccented words, and what has the last of them only begun."""
    small, vocabularies = _vocabularies(get_language())
    # Small words count if there are no others, but not alone: “what’s on”.
    asked = [term for term in wanted if term not in small]
    if not asked and len(wanted) > 1:
        asked = wanted
    if not asked:
        return [], []
    *first, last = asked
    whole, begun = [], []
    for page, words in zip(OWN_PAGES, vocabularies, strict=True):
        if not words.issuperset(first):
            continue
        if last in words:
            whole.append(page.entry)
        elif may_be_begun(last) and any(word.startswith(last) for word in words):
            begun.append(page.entry)
    return whole, begun


def own_words() -> list[str]:
    """The words that lead to these pages, as they are written."""
    return [word for page in OWN_PAGES for word in WORD.findall(f"{page.heading} {page.words}")]


@cache
def _vocabularies(language: str) -> tuple[frozenset[str], list[frozenset[str]]]:
    """Folded, in the active `language`: the small words, and the words of each page."""
    texts = [str(SMALL_WORDS), *(f"{page.heading} {page.words}" for page in OWN_PAGES)]
    small, *pages = [frozenset(WORD.findall(unaccented(text))) for text in texts]
    return small, pages
