"""Every moment at which the clock alone changes pages, and the kinds of page that it changes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial

from tests.factories.city import CityFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.page import PageFactory
from tests.factories.question import QuestionFactory
from tests.page_store.dated_rows import (
    AT,
    DAY,
    HOUR,
    PUBLIC,
    WEEK,
    make_city,
    make_document,
    make_event,
    make_fund,
    make_group,
    make_host,
    make_moved_date,
    make_newsletter,
    make_notice,
    make_page_at_foot,
    make_page_in_menu,
    make_video,
)
from tests.page_store.kinds_of_page import ADDRESSES

# What shows no notice and no foot: for programs
FOR_PROGRAMS = {
    *("content:document", "events:calendar", "events:date-calendar", "events:event-calendar"),
    *(
        "events:event-this-month",
        "events:feed",
        "links:newsletter-feed",
        "pages:city-feed",
        "pages:feed",
        "pages:group-feed",
    ),
    *("pages:open-data-file", "security-txt", "sitemap", "sitemap-index"),
}
FOR_PEOPLE = ADDRESSES.keys() - FOR_PROGRAMS
INDEXES = {"search:search", "sitemap", "sitemap-index"}
FEEDS = {"pages:city-feed", "pages:feed", "pages:group-feed"}
EVENT_LISTS = {"cities:city-detail", "events:event-list", "links:group-detail", "pages:home"}


@dataclass(frozen=True)
class Moment:
    """What happens at `at`.

    `make` stores the rows, the dates of which are `columns`; `pages` are names of addresses.
    """

    name: str
    make: Callable[[], object]
    pages: set[str]
    columns: set[str] = field(default_factory=set)
    at: datetime = AT


def publication(
    model: str, make: Callable[..., object], pages: set[str], words: str = ""
) -> Iterator[Moment]:
    """The two moments of a row that is public for some time."""
    name = words or model.partition(".")[2].lower()
    columns = {f"{model}.published_at"}
    yield Moment(f"{name} is published", partial(make, published_at=AT), pages, columns)
    columns = {f"{model}.expires_at"}
    yield Moment(f"{name} is taken down", partial(make, **PUBLIC, expires_at=AT), pages, columns)


MOMENTS = [
    *publication(
        "cities.City",
        make_city,
        INDEXES
        | {"cities:city-detail", "cities:city-list", "cities:fact-sheet", "cities:timeline"}
        | {"events:event-detail", "events:event-list", "events:event-month", "events:event-past"}
        | {"links:fund-detail", "links:group-list", "pages:city-feed", "pages:feed", "pages:home"}
        | {"pages:open-data-file", "volunteers:apply"},
    ),
    *publication(
        "cities.City",
        make_host,
        {"events:calendar", "events:event-list", "events:event-past", "events:feed"}
        | {"pages:feed", "pages:home", "pages:open-data-file"},
        words="host of events",
    ),
    *publication(
        "links.LinkGroup",
        make_group,
        INDEXES
        | {"cities:city-detail", "events:event-detail", "events:event-list", "events:event-month"}
        | {"events:event-past", "links:fund-detail", "links:group-detail", "links:group-list"}
        | {"links:newsletter-detail", "links:newsletter-feed", "links:newsletter-list"}
        | {"links:newsletter-pdf", "pages:group-message", "pages:home", "pages:open-data-file"}
        | FEEDS,
    ),
    *publication(
        "links.Newsletter",
        make_newsletter,
        INDEXES
        | {"cities:city-detail", "links:group-detail", "links:newsletter-detail"}
        | {"links:newsletter-feed", "links:newsletter-list", "links:newsletter-pdf", "pages:home"}
        | FEEDS,
    ),
    *publication(
        "events.Event",
        make_event,
        INDEXES
        | EVENT_LISTS
        | {"events:calendar", "events:event-calendar", "events:event-detail"}
        | {"events:event-month", "events:feed", "events:poster", "links:newsletter-detail"}
        | {"pages:open-data-file"}
        | FEEDS,
    ),
    *publication(
        "events.Event",
        partial(make_event, AT - DAY),
        {"events:event-past", "events:event-detail", "cities:city-detail", "links:group-detail"},
        words="past event",
    ),
    *publication(
        "events.Event",
        partial(make_event, recurrence="FREQ=WEEKLY"),
        {"events:date-calendar", "events:event-calendar", "events:event-detail"},
        words="series",
    ),
    *publication(
        "links.Fund",
        make_fund,
        INDEXES
        | {"cities:city-detail", "links:fund-detail", "links:fund-list", "links:group-detail"}
        | {"pages:page-list"},
    ),
    *publication(
        "pages.Page",
        partial(PageFactory, title="Quux", slug="quux", easy_read="<p>Quux.</p>"),
        INDEXES | {"pages:easy-read", "pages:feed", "pages:page-detail", "pages:page-list"},
    ),
    *publication("pages.Page", make_page_at_foot, FOR_PEOPLE, words="page at the foot"),
    *publication(
        "pages.Page", make_page_in_menu, FOR_PEOPLE | {"pages:feed"}, words="page in the menu"
    ),
    *publication(
        "content.Document",
        make_document,
        {"cities:city-detail", "cities:timeline", "content:document", "events:event-detail"}
        | {"links:fund-detail", "links:group-detail", "links:newsletter-detail"}
        | {
            "links:newsletter-feed",
            "links:newsletter-list",
            "pages:feed",
            "pages:home",
            "pages:page-detail",
        },
    ),
    *publication(
        "content.Video",
        make_video,
        {"cities:city-detail", "content:captions", "events:event-detail", "links:group-detail"}
        | {"pages:page-detail", "pages:video", "sitemap"},
    ),
    Moment(
        "notice begins",
        lambda: make_notice(AT, AT + DAY),
        FOR_PEOPLE,
        {"pages.Notice.starts_at"},
    ),
    Moment(
        "notice ends",
        lambda: make_notice(AT - DAY, AT),
        FOR_PEOPLE,
        {"pages.Notice.ends_at"},
    ),
    Moment(
        "event begins",
        lambda: make_event(AT),
        EVENT_LISTS | {"events:event-detail"},
        {"events.Event.starts_at"},
    ),
    Moment(
        "event ends",
        lambda: make_event(AT - HOUR, ends_at=AT),
        EVENT_LISTS
        | {"events:event-detail", "events:event-past", "pages:open-data-file", "search:search"},
        {"events.Event.ends_at", "events.Event.last_ends_at"},
    ),
    Moment(
        "date of a series begins",
        lambda: make_event(AT - WEEK, ends_at=AT - WEEK + HOUR, recurrence="FREQ=WEEKLY"),
        EVENT_LISTS | {"events:event-detail"},
    ),
    Moment(
        "date of a series ends",
        lambda: make_event(AT - WEEK - HOUR, ends_at=AT - WEEK, recurrence="FREQ=WEEKLY"),
        EVENT_LISTS | FEEDS | {"events:event-detail", "events:feed", "pages:open-data-file"},
    ),
    Moment(
        "moved date begins",
        lambda: make_moved_date(AT, AT + HOUR),
        EVENT_LISTS | {"events:event-detail"},
        {"events.OccurrenceChange.starts_at"},
    ),
    Moment(
        "moved date ends",
        lambda: make_moved_date(AT - HOUR, AT),
        EVENT_LISTS | FEEDS | {"events:event-detail", "events:feed", "pages:open-data-file"},
        {"events.OccurrenceChange.ends_at"},
    ),
    Moment(
        "whole days begin far away",
        lambda: make_event(
            datetime(2026, 11, 26, 18, 15, tzinfo=UTC),
            ends_at=datetime(2026, 11, 27, 18, 15, tzinfo=UTC),
            time_zone="Asia/Kathmandu",
            is_all_day=True,
        ),
        EVENT_LISTS | {"events:event-detail"},
        at=datetime(2026, 11, 26, 18, 15, tzinfo=UTC),
    ),
    Moment(
        "wording of the consent applies",
        lambda: ConsentWordingFactory(valid_from=AT),
        {"volunteers:apply", "volunteers:blank-form", "volunteers:start"},
        {"volunteers.ConsentWording.valid_from"},
    ),
    Moment(
        "further question is asked",
        lambda: QuestionFactory(label="Quux?", shown_from=date(2026, 11, 27)),
        {"volunteers:apply", "volunteers:start"},
        {"volunteers.Question.shown_from"},
        at=datetime(2026, 11, 27, tzinfo=UTC),
    ),
    Moment(
        "day begins after an anniversary",
        lambda: MilestoneFactory(
            city=CityFactory(slug="quux", **PUBLIC), year=1976, month=11, day=26
        ),
        {"cities:city-detail", "cities:timeline", "events:event-month", "pages:home"}
        | {"security-txt"},
        at=datetime(2026, 11, 27, tzinfo=UTC),
    ),
    Moment(
        "day begins after the deadline of a fund",
        lambda: make_fund(deadline=date(2026, 11, 26)),
        {"cities:city-detail", "links:fund-detail", "links:fund-list", "links:group-detail"}
        | {"search:search", "sitemap"},
        {"links.Fund.deadline"},
        at=datetime(2026, 11, 27, tzinfo=UTC),
    ),
    Moment(
        "month begins",
        lambda: None,
        {"events:event-this-month"},
        at=datetime(2026, 12, 1, tzinfo=UTC),
    ),
    Moment(
        "clocks are changed in a city",
        lambda: CityFactory(slug="quux", time_zone="America/New_York"),
        {"cities:city-detail"},
        at=datetime(2027, 3, 14, 7, tzinfo=UTC),
    ),
]
