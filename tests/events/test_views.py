"""Pages of events: what they show, to whom, and what they cost."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from events.actions import cancel_date, move_date
from events.models import Event
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory, EventPhotoFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.theme import ThemeFactory

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 5, 12, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_may(db):
    with time_machine.travel(NOW, tick=False):
        CouncilFactory()
        yield


def london(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)


def weekly(**values) -> Event:
    return EventFactory(
        **{
            "starts_at": london(2026, 5, 4, 19),
            "ends_at": london(2026, 5, 4, 21),
            "recurrence": "FREQ=WEEKLY",
        }
        | values
    )


def running(**values) -> Event:
    return EventFactory(starts_at=NOW - timedelta(hours=1), **values)


def over(year: int = 2025, **values) -> Event:
    return EventFactory(starts_at=london(year, 3, 1, 19), **values)


def html(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


# The list


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_with_more_events(client, rows, django_assert_num_queries):
    for _number in range(rows):
        city, group, theme = CityFactory(), LinkGroupFactory(), ThemeFactory()
        values = {"cities": [city], "groups": [group], "themes": [theme], "city": city}
        running(**values)
        EventFactory(**values)
        cancel_date(weekly(**values), london(2026, 5, 18, 19))
    EventFactory(draft=True)
    html(client, "/events/")  # fills the cache of council and notices

    with django_assert_num_queries(5):
        response = client.get("/events/")

    assert len(response.context["agenda"].now) == rows
    assert len(response.context["agenda"].next) == 2 * rows


def test_the_list_shows_what_is_on_before_what_comes(client):
    EventFactory(title="Concert next week")
    running(title="Exhibition that runs")
    over(title="Long ago")

    page = html(client, "/events/")

    assert page.index("Exhibition that runs") < page.index("Concert next week")
    assert "Long ago" not in page


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
@pytest.mark.parametrize(
    "path",
    [
        "/events/",
        "/events/past/",
        "/events/calendar/2026/5/",
        "/events/feed/",
        "/events/calendar.ics",
    ],
)
def test_what_is_not_public_shows_nowhere(client, path, state):
    hidden = {"title": "Not yet public", state: True}
    if state == "expired":
        hidden["expires_at"] = NOW - timedelta(hours=1)
        hidden["published_at"] = NOW - timedelta(days=2)
    for build in (running, weekly, over):
        build(**hidden)

    assert "Not yet public" not in html(client, path)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("city=bonn", "b"),
        ("group=choirs", "g"),
        ("theme=music", "t"),
        ("city=bonn&theme=music", ""),
        ("city=nowhere", "bghot"),
    ],
)
def test_the_list_can_be_narrowed_and_ignores_choices_that_do_not_exist(client, query, shown):
    bonn = CityFactory(slug="bonn")
    EventFactory(title="b", cities=[bonn])
    EventFactory(title="h", cities=[CityFactory()])
    EventFactory(title="g", groups=[LinkGroupFactory(slug="choirs")])
    EventFactory(title="t", themes=[ThemeFactory(slug="music")])
    EventFactory(title="o", themes=[ThemeFactory()])
    if query.startswith("city=bonn") and shown:
        EventFactory(title="held there", city=bonn)
        shown = {"b", "held there"}

    response = client.get(f"/events/?{query}")

    assert {str(one.event.title) for one in response.context["agenda"]} == set(shown)


def test_a_choice_can_be_taken_away_by_a_link(client):
    CityFactory(slug="bonn", name="Bonn")
    ThemeFactory(slug="music", name="Music")

    page = html(client, "/events/?city=bonn&theme=music")

    assert 'href="/events/?theme=music"' in page
    assert 'href="/events/?city=bonn"' in page
    assert "webcal://127.0.0.1:8000/events/calendar.ics?city=bonn&amp;theme=music" in page


def test_a_choice_that_is_not_public_is_not_offered(client):
    CityFactory(name="Secret City", draft=True)

    assert "Secret City" not in html(client, "/events/")


def test_a_long_list_has_pages(client):
    for number in range(23):
        EventFactory(starts_at=NOW + timedelta(days=number + 1))
    weekly()

    first, second = client.get("/events/"), client.get("/events/?page=2")

    assert [len(list(page.context["agenda"])) for page in (first, second)] == [20, 4]
    assert client.get("/events/?page=3").status_code == 404


def test_an_empty_list_leads_on(client):
    page = html(client, "/events/")

    assert "Nothing is planned at the moment." in page
    assert 'href="/events/past/"' in page


def test_what_has_changed_is_said_in_the_list(client):
    EventFactory(status="cancelled")
    EventFactory(status="postponed")
    move_date(weekly(), london(2026, 5, 18, 19), london(2026, 5, 19, 19), london(2026, 5, 19, 20))

    page = html(client, "/events/")

    for words in ("Cancelled", "Postponed", "Another time than usual"):
        assert f"{words}</span>" in page


# The past


@pytest.mark.parametrize("rows", [1, 3])
def test_the_archive_costs_the_same_with_more_events(client, rows, django_assert_num_queries):
    for number in range(rows):
        over(year=2020 + number, city=CityFactory())
        weekly(recurrence="FREQ=WEEKLY;COUNT=1")
    over(draft=True)
    html(client, "/events/past/")

    with django_assert_num_queries(6):
        response = client.get("/events/past/")

    assert len(response.context["occurrences"]) == 2 * rows


def test_the_archive_is_sorted_by_year_and_can_be_narrowed_to_one(client):
    over(2015, title="In 2015")
    over(2014, title="In 2014")
    EventFactory(title="To come")

    page = html(client, "/events/past/")
    assert page.index("In 2015") < page.index("In 2014")
    assert "To come" not in page

    page = html(client, "/events/past/?year=2014")
    assert "In 2015" not in page
    assert "<h1>Past events of 2014</h1>" in page


@pytest.mark.parametrize("year", ["0", "99999", "two", "-1", "²⁰¹⁴", "0000", "9999", ""])
def test_a_strange_year_is_no_error(client, year):
    over(2014)

    assert client.get("/events/past/", {"year": year}).status_code == 200


# The month


@pytest.mark.parametrize("rows", [1, 3])
def test_the_month_costs_the_same_with_more_events(client, rows, django_assert_num_queries):
    for _number in range(rows):
        running()
        weekly()
    html(client, "/events/calendar/2026/5/")

    with django_assert_num_queries(4):
        response = client.get("/events/calendar/2026/5/")

    assert sum(len(day.occurrences) for day in response.context["days"]) == 5 * rows


def test_the_month_shows_each_date_on_its_day(client):
    event = weekly(title="Evening")
    cancel_date(event, london(2026, 5, 11, 19))
    move_date(event, london(2026, 5, 18, 19), london(2026, 5, 20, 19), london(2026, 5, 20, 20))

    days = client.get("/events/calendar/2026/5/").context["days"]

    assert [day.date.day for day in days if day.occurrences] == [4, 11, 20, 25]
    assert [day.column for day in days[:4]] == [5, 6, 7, 1]
    assert days[10].occurrences[0].is_cancelled


def test_what_takes_several_days_stands_beside_the_days(client):
    EventFactory(
        title="Exhibition",
        is_all_day=True,
        starts_at=london(2026, 4, 20),
        ends_at=london(2026, 5, 2),
    )
    EventFactory(is_all_day=True, starts_at=london(2026, 4, 20), ends_at=london(2026, 5, 1))

    context = client.get("/events/calendar/2026/5/").context

    assert [str(one.event.title) for one in context["long_occurrences"]] == ["Exhibition"]
    assert not context["has_dates"]


def test_an_event_abroad_stands_on_the_day_it_has_there(client):
    EventFactory(
        time_zone="Pacific/Auckland",
        starts_at=datetime(2026, 6, 1, 9, tzinfo=ZoneInfo("Pacific/Auckland")),
    )

    june = client.get("/events/calendar/2026/6/").context["days"]
    may = client.get("/events/calendar/2026/5/").context["days"]

    assert [day.date.day for day in june if day.occurrences] == [1]
    assert not any(day.occurrences for day in may)


def test_the_months_have_an_end(client):
    assert client.get("/events/calendar/2028/4/").context["next"]
    assert not client.get("/events/calendar/2028/5/").context["next"]


@pytest.mark.parametrize("path", ["2026/13", "2026/0", "1/1", "9999/12", "10000/1"])
def test_a_month_that_is_none_is_not_found(client, path):
    assert client.get(f"/events/calendar/{path}/").status_code == 404


def test_the_calendar_leads_to_this_month_and_keeps_the_filter(client):
    response = client.get("/events/calendar/?city=bonn")

    assert response.url == "/events/calendar/2026/5/?city=bonn"


# One event


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

    with django_assert_num_queries(4):
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
    event.status = Event.Status.RESCHEDULED
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
