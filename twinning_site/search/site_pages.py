"""Pages of the site that are no rows, such as lists and forms, and the words that lead to them.

They are few and fixed, so they are searched in memory instead of the index.
"""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from content.models import Council
from content.search.indexed_text import WORD
from content.search.sources import FOREVER
from twinning_site.search.models import SearchEntry, SearchEntryKind


@dataclass(frozen=True)
class SitePage:
    """A page of the site: its route, what a result shows, and further words that lead to it.

    There is one `of_each_month` at its route; the current month's is the one that is found.
    """

    route: str
    heading: Promise
    text: Promise
    words: Promise
    of_each_month: bool = False

    def entry(self, today: date) -> SearchEntry:
        """Return an unsaved entry like those of the index, in the active language."""
        month = [today.year, today.month] if self.of_each_month else []
        return SearchEntry(
            kind=SearchEntryKind.PAGE,
            language=get_language(),
            address=reverse(self.route, args=month),
            heading=str(self.heading),
            text=str(self.text),
            over_at=FOREVER,
        )


# Words that say nothing by themselves. Translators: such words of your language, in any order
SMALL_WORDS = _(
    "a an and any are as at be become by can could do does for from get have how i if in is it me "
    "my need of on or our s the there this to us want we what when where which who why with would "
    "you your"
)

# Translators: where a text is a row of single words, write what readers of your language would
# type to get to the page, each form of a word as far as it begins differently, in any order.
SITE_PAGES = [
    SitePage(
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
    SitePage(
        "pages:contact",
        _("Contact"),
        _("How to reach the office for town twinning: visit, write, phone or e-mail."),
        _(
            "contact contacts write message e-mail email mail mailbox phone telephone number "
            "address office officer postcode opening hours open times visit reach ask question "
            "questions"
        ),
    ),
    SitePage(
        "events:event-list",
        _("Events"),
        _("What is on now, and what comes next."),
        _(
            "event events what’s whats on programme diary calendar dates coming upcoming next "
            "today tonight tomorrow week weekend happening subscribe iCalendar iCal ICS"
        ),
    ),
    SitePage(
        "events:event-month",
        _("Calendar of events"),
        _("What takes place this month, day by day."),
        _("event events calendar diary month monthly"),
        of_each_month=True,
    ),
    SitePage(
        "events:event-past",
        _("Past events"),
        _("What has taken place between the partner cities, with reports and pictures."),
        _("past event events archive reports pictures photos"),
    ),
    SitePage(
        "links:group-list",
        _("Groups"),
        _(
            "The voluntary groups that carry our links: whom they bring together, when they meet, "
            "and how to join."
        ),
        _(
            "group groups club clubs society societies association friends join joining member "
            "members membership"
        ),
    ),
    SitePage(
        "cities:city-list",
        _("Partner cities"),
        _("Every city that we have a link with, and where it is."),
        _("city cities town towns partner partners twin twins twinned twinning sister map list"),
    ),
    SitePage(
        "cities:timeline",
        _("Timeline"),
        _("What happened between us and our partner cities, from the first contact on."),
        _("timeline history story milestones anniversaries chronicle"),
    ),
    SitePage(
        "links:newsletter-list",
        _("Newsletters"),
        _("What the groups and the office have to tell, issue by issue."),
        _("newsletter newsletters news issue issues"),
    ),
    SitePage(
        "pages:page-list",
        _("About"),
        _("What twinning is, who does it here, and how you can use it."),
        _("about twinning"),
    ),
    SitePage(
        "pages:open-data",
        _("Open data"),
        _(
            "Partner cities, milestones and coming events as JSON, GeoJSON and CSV, for everybody "
            "to build on."
        ),
        _("open data dataset datasets download API JSON GeoJSON CSV"),
    ),
]


def offered_site_pages() -> list[SitePage]:
    """Return the pages that this site has now."""
    has_scheme = Council.has_voluntary_scheme()
    return [page for page in SITE_PAGES if has_scheme or page.route != "volunteers:start"]


def site_page_words() -> list[str]:
    """Return the words that lead to these pages, as they are spelt."""
    return [word for page in SITE_PAGES for word in WORD.findall(f"{page.heading} {page.words}")]
