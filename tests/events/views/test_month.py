"""The month at a glance."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.events.answers import html
from tests.events.examples import cancel_date, london, move_date, running_in_may, weekly
from tests.factories.event import EventFactory

pytestmark = pytest.mark.usefixtures("in_may")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_month_costs_the_same_with_more_events(client, rows, django_assert_num_queries):
    for _number in range(rows):
        running_in_may()
        weekly()
    html(client, "/events/calendar/2026/5/")

    with django_assert_num_queries(9):
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
