"""The lists of events: what they show, to whom, and what they cost."""

from datetime import timedelta

import pytest

from tests.events.answers import html
from tests.events.examples import (
    IN_MAY,
    cancel_date,
    london,
    move_date,
    over,
    running_in_may,
    weekly,
)
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.theme import ThemeFactory

pytestmark = pytest.mark.usefixtures("in_may")


# The list


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_with_more_events(client, rows, django_assert_num_queries):
    for _number in range(rows):
        city, group, theme = CityFactory(), LinkGroupFactory(), ThemeFactory()
        values = {"cities": [city], "groups": [group], "themes": [theme], "city": city}
        running_in_may(**values)
        EventFactory(**values)
        cancel_date(weekly(**values), london(2026, 5, 18, 19))
    EventFactory(draft=True)

    with django_assert_num_queries(13):
        response = client.get("/events/")

    assert len(response.context["agenda"].now) == rows
    assert len(response.context["agenda"].next) == 2 * rows


def test_the_list_shows_what_is_on_before_what_comes(client):
    EventFactory(title="Concert next week")
    running_in_may(title="Exhibition that runs")
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
        hidden["expires_at"] = IN_MAY - timedelta(hours=1)
        hidden["published_at"] = IN_MAY - timedelta(days=2)
    for build in (running_in_may, weekly, over):
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
        EventFactory(starts_at=IN_MAY + timedelta(days=number + 1))
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

    with django_assert_num_queries(11):
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
