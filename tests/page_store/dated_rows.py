"""Rows with a date at which the clock shows or hides them, called Quux, on a site that has them."""

from datetime import UTC, datetime, timedelta

from events.models import Event
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.occurrence_change import OccurrenceChangeFactory
from tests.factories.page import NoticeFactory, PageFactory
from tests.factories.video import CAPTIONS, VideoFactory
from tests.page_store.kinds_of_page import DOCUMENT_UID

# In no quarter of an hour at which pages are made anew by themselves
AT = datetime(2026, 11, 26, 10, 7, 30, tzinfo=UTC)
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
PUBLIC = {"published_at": AT - 400 * DAY}
QUUX = CAPTIONS.replace("Hello", "Quux")


def make_city(**dates: datetime) -> None:
    """A city with all that names it."""
    city = CityFactory(name="Quux", slug="quux", since_year=1976, **dates)
    MilestoneFactory(city=city, year=1976)
    group = LinkGroupFactory(cities=[city], **PUBLIC)
    FundFactory(slug="quux", cities=[city], **PUBLIC)
    EventFactory(slug="quux", starts_at=AT + DAY, cities=[city], groups=[group], **PUBLIC)
    make_events_held_in(city)


def make_host(**dates: datetime) -> None:
    """A city that only stands on the cards of events that take place there."""
    make_events_held_in(CityFactory(name="Quux", slug="quux", **dates))


def make_events_held_in(city) -> None:
    for starts_at in (AT + DAY, AT - DAY):
        EventFactory(city=city, starts_at=starts_at, **PUBLIC)


def make_group(**dates: datetime) -> None:
    """A group with all that names it, and an issue that is as public as the group."""
    city = CityFactory(slug="quux", **PUBLIC)
    group = LinkGroupFactory(name="Quux", slug="quux", is_umbrella=True, cities=[city], **dates)
    LinkGroupFactory(slug="member", umbrella=group, **PUBLIC)
    FundFactory(slug="quux", groups=[group], **PUBLIC)
    EventFactory(slug="quux", groups=[group], starts_at=AT + DAY, **PUBLIC)
    issue = NewsletterFactory(title="Quux", slug="quux", group=group, **PUBLIC)
    ArticleFactory(newsletter=issue)


def make_newsletter(**dates: datetime) -> None:
    """An issue of a group."""
    group = LinkGroupFactory(slug="quux", cities=[CityFactory(slug="quux", **PUBLIC)], **PUBLIC)
    newsletter = NewsletterFactory(title="Quux", slug="quux", group=group, **dates)
    ArticleFactory(newsletter=newsletter)


def make_fund(**fields: object) -> None:
    """A fund of a city and a group."""
    FundFactory(
        slug="quux",
        cities=[CityFactory(slug="quux", **PUBLIC)],
        groups=[LinkGroupFactory(slug="quux", **PUBLIC)],
        **({"name": "Quux"} | PUBLIC | fields),
    )


def make_event(starts_at: datetime = AT + DAY, **fields: object) -> Event:
    """An event with all that names it."""
    issue = NewsletterFactory(slug="quux", events_until=(AT + WEEK).date(), **PUBLIC)
    ArticleFactory(newsletter=issue)
    return EventFactory(
        slug="quux",
        starts_at=starts_at,
        cities=[CityFactory(slug="quux", **PUBLIC)],
        groups=[LinkGroupFactory(slug="quux", **PUBLIC)],
        **({"title": "Quux"} | PUBLIC | fields),
    )


def make_moved_date(starts_at: datetime, ends_at: datetime) -> None:
    """An event of each month, the next date of which is moved."""
    by_rule = AT + 5 * DAY
    OccurrenceChangeFactory(
        event=make_event(by_rule, ends_at=by_rule + HOUR, recurrence="FREQ=MONTHLY"),
        original_starts_at=by_rule,
        is_cancelled=False,
        starts_at=starts_at,
        ends_at=ends_at,
    )


def make_document(**dates: datetime) -> None:
    """A document that is offered in every way there is."""
    document = DocumentFactory(title="Quux", uid=DOCUMENT_UID, **dates)
    MilestoneFactory(city=CityFactory(slug="quux", **PUBLIC), document=document)
    LinkGroupFactory(slug="quux", documents=[document], **PUBLIC)
    NewsletterFactory(slug="quux", document=document, **PUBLIC)
    event = EventFactory(slug="quux", poster=document, starts_at=AT + DAY, **PUBLIC)
    event.documents.add(document)
    PageFactory(slug="quux", **PUBLIC).documents.add(document)
    FundFactory(slug="quux", documents=[document], **PUBLIC)


def make_video(**dates: datetime) -> None:
    """A video that is shown in every way there is."""
    video = VideoFactory(title="Quux", slug="quux", uid=DOCUMENT_UID, captions=QUUX, **dates)
    CityFactory(slug="quux", **PUBLIC).videos.add(video)
    LinkGroupFactory(slug="quux", **PUBLIC).videos.add(video)
    EventFactory(slug="quux", starts_at=AT + DAY, **PUBLIC).videos.add(video)
    PageFactory(slug="quux", **PUBLIC).videos.add(video)


def make_page_at_foot(**dates: datetime) -> None:
    """A page that all others name."""
    make_site()
    PageFactory(title="Quux", place="foot", **dates)


def make_page_in_menu(**dates: datetime) -> None:
    """A page in the menu of all others."""
    make_site()
    PageFactory(title="Quux", place="menu", **dates)


def make_notice(starts_at: datetime, ends_at: datetime) -> None:
    """A notice on all pages."""
    make_site()
    NoticeFactory(text="Quux", starts_at=starts_at, ends_at=ends_at)


def make_site() -> None:
    """A row for every kind of page for people."""
    make_event(title="Concert", recurrence="FREQ=WEEKLY")
    PageFactory(slug="quux", **PUBLIC)
    FundFactory(slug="quux", **PUBLIC)
