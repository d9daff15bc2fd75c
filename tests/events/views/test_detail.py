"""The page of one event: what it shows, to whom, and what it costs."""

import re

import pytest
from django.urls import reverse

from events.models import Event, EventStatus
from tests.events.answers import html
from tests.events.examples import cancel_date, london, over, weekly
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory, EventPhotoFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.theme import ThemeFactory

pytestmark = pytest.mark.usefixtures("in_may")


def full_event(rows: int) -> Event:
    event = weekly(
        slug="full",
        cities=[CityFactory(time_zone="America/Managua") for _ in range(rows)],
        groups=[LinkGroupFactory() for _ in range(rows)],
        themes=[ThemeFactory() for _ in range(rows)],
        city=CityFactory(),
        poster=DocumentFactory(),
        body="<p>Text.</p>",
    )
    for _number in range(rows):
        event.documents.add(DocumentFactory())
        EventPhotoFactory(event=event)
        EventFactory(groups=event.groups.all())
    return event


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_an_event_costs_the_same_with_more_of_everything(
    client, rows, django_assert_num_queries
):
    event = full_event(rows)
    event.cities.add(CityFactory(name="Secret City", draft=True))
    event.groups.add(LinkGroupFactory(name="Secret group", draft=True))
    event.documents.add(DocumentFactory(title="Secret paper", draft=True))
    html(client, event.get_absolute_url())

    with django_assert_num_queries(15):
        response = client.get(event.get_absolute_url())

    assert len(response.context["photos"]) == len(response.context["documents"]) == rows
    assert "Secret" not in response.content.decode()


def test_the_page_tells_when_where_and_by_whom(client):
    event = EventFactory(
        title="Talk",
        starts_at=london(2026, 7, 1, 19),
        ends_at=london(2026, 7, 1, 21),
        place="Town Hall",
        organiser="Oxford Choir",
        price="Free",
        booking_url="https://booking.example.org/",
        cities=[CityFactory(name="León", time_zone="America/Managua")],
    )

    page = html(client, event.get_absolute_url())

    for words in (
        "Wednesday 1 July 2026, 19:00 to 21:00",
        "19:00 here",
        "12:00 in León",
        "Town Hall",
        "Oxford Choir",
        "Free",
        "https://booking.example.org/",
        f"/events/{event.slug}.ics",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("cancelled", "This event is cancelled"),
        ("postponed", "This event is postponed"),
        ("rescheduled", "This event has a new date"),
        ("moved_online", "This event has moved online"),
    ],
)
def test_what_has_changed_keeps_its_page_and_says_so(client, status, words):
    event = EventFactory(status=status, status_note="Here is why.")

    page = html(client, event.get_absolute_url())

    assert words in page
    assert "Here is why." in page


def test_a_new_date_is_shown_with_the_old_one(client):
    event = EventFactory(starts_at=london(2026, 6, 1, 19))
    event.status = EventStatus.RESCHEDULED
    event.starts_at, event.ends_at = london(2026, 6, 8, 19), london(2026, 6, 8, 21)
    event.save()

    assert "It was to start on Monday 1 June 2026." in html(client, event.get_absolute_url())


def test_the_next_dates_are_listed_with_those_that_are_cancelled(client):
    event = weekly()
    cancel_date(event, london(2026, 5, 25, 19), note="Bank holiday")

    page = html(client, event.get_absolute_url())

    assert "Every Monday" in page
    assert "<s>Monday 25 May 2026, 19:00 to 21:00</s> <strong>Cancelled</strong>" in page
    assert "Bank holiday" in page


def test_booking_is_not_offered_for_what_is_cancelled_or_over(client):
    cancelled = EventFactory(status="cancelled", booking_url="https://booking.example.org/")
    past = over(booking_url="https://booking.example.org/")

    for event in (cancelled, past):
        assert "Book a place" not in html(client, event.get_absolute_url())


@pytest.mark.parametrize("state", ["draft", "scheduled"])
def test_officers_see_an_event_before_the_public_does(client, admin_client, state):
    event = EventFactory(**{state: True})

    assert client.get(event.get_absolute_url()).status_code == 404
    response = admin_client.get(event.get_absolute_url())
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "application/ld+json" in response.content.decode()
    assert '"@type": "Event"' not in response.content.decode()


def test_addresses_stay_as_they_are():
    assert reverse("events:event-list") == "/events/"
    assert reverse("events:event-month", args=[2026, 5]) == "/events/calendar/2026/5/"


@pytest.mark.parametrize("path", ["/events/visit/", "/de/events/visit/"])
def test_where_it_is_leads_to_the_partner_city_in_every_language(client, path):
    city = CityFactory(slug="bonn", name={"en": "Bonn on Rhine"})
    EventFactory(slug="visit", place={"en": "Old market"}, city=city)

    page = html(client, path)

    assert re.search(r'href="(/de)?/cities/bonn/"[^>]*>(<span[^>]*>)?Bonn on Rhine', page)


def test_title_and_description_hold_no_elements(client):
    EventFactory(slug="talk", title={"en": "An <i> talk"}, summary={"en": "All about it"})

    page = html(client, "/de/events/talk/")

    assert "<title>An &lt;i&gt; talk – " in page
    assert re.search(r'<meta name="description" content="[^"<]*\. All about it">', page)
    assert '<link rel="alternate" type="text/calendar" title="An &lt;i&gt; talk" href="' in page
