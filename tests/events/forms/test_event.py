"""The officer's form of an event: own clock, repetition in words, single dates."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from events.models import Event
from tests.admin_forms import errors_of, form_data, save
from tests.events.examples import LONDON
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory

pytestmark = pytest.mark.usefixtures("in_march")

BERLIN = ZoneInfo("Europe/Berlin")
ADD = "/admin/events/event/add/"


def filled(**changes) -> dict[str, str]:
    """A Saturday evening, the second in May."""
    return {
        "title_0": "Evening",
        "summary_0": "Come.",
        "starts_at_0": "09/05/2026",
        "starts_at_1": "19:00",
        "ends_at_0": "09/05/2026",
        "ends_at_1": "21:00",
        "time_zone": "",
    } | changes


def change_page(event: Event) -> str:
    return reverse("admin:events_event_change", args=[event.pk])


# Times


def test_times_are_those_of_the_city_where_it_takes_place(officer_client):
    bonn = CityFactory(name="Bonn")

    save(officer_client, ADD, **filled(city=bonn.pk))

    event = Event.objects.get()
    assert event.time_zone == "Europe/Berlin"
    assert event.starts_at == datetime(2026, 5, 9, 19, tzinfo=BERLIN)


def test_without_a_city_times_are_those_of_the_home_city(officer_client):
    save(officer_client, ADD, **filled())

    assert Event.objects.get().time_zone == "Europe/London"


def test_the_form_shows_the_times_again_as_they_were_typed(officer_client):
    event = EventFactory(
        time_zone="America/Managua",
        starts_at=datetime(2026, 5, 9, 19, tzinfo=ZoneInfo("America/Managua")),
    )
    data = form_data(officer_client.get(change_page(event)))
    assert (data["starts_at_0"], data["starts_at_1"]) == (["09/05/2026"], ["19:00"])

    before = event.starts_at
    save(officer_client, change_page(event))
    event.refresh_from_db()
    assert (event.starts_at, event.sequence) == (before, 0)


def test_whole_days_need_no_hours_and_take_in_the_last_day(officer_client):
    save(
        officer_client,
        ADD,
        **filled(is_all_day="on", starts_at_1="", ends_at_1="", ends_at_0="22/05/2026"),
    )

    event = Event.objects.get()
    assert event.starts_at == datetime(2026, 5, 9, tzinfo=LONDON)
    assert event.ends_at == datetime(2026, 5, 23, tzinfo=LONDON)
    data = form_data(officer_client.get(change_page(event)))
    assert data["ends_at_0"] == ["22/05/2026"]
    save(officer_client, change_page(event))
    event.refresh_from_db()
    assert event.ends_at == datetime(2026, 5, 23, tzinfo=LONDON)


def test_a_missing_hour_is_asked_for(officer_client):
    response = save(officer_client, ADD, **filled(starts_at_1=""))

    assert errors_of(response) == {"starts_at": ["Give the time, or tick “whole days”."]}


@pytest.mark.parametrize(
    "changes",
    [
        {"starts_at_0": "", "starts_at_1": ""},
        {"starts_at_0": "01/01/0001"},
        {"starts_at_0": "31/12/9999", "ends_at_0": "31/12/9999"},
        {"starts_at_0": "31/02/2026"},
        {"ends_at_0": "08/05/2026"},
        {"time_zone": "Europe/Atlantis"},
        {"time_zone": "../../etc/passwd"},
        {"city": "99999"},
        {"repeats": "hourly"},
        {"repeats": "weekly", "repeats_every": "0"},
        {"repeats": "weekly", "repeats_times": "99999"},
        {"repeats": "weekly", "repeats_until": "01/05/2026"},
        {"repeats": "weekly", "repeats_until": "01/06/2026", "repeats_times": "3"},
        {"repeats": "other", "recurrence": "FREQ=HOURLY"},
        {"repeats": "other", "recurrence": "FREQ=YEARLY;BYMONTH=7"},
        {"repeats": "weekly", "repeats_days": "MO"},
        {"repeats": "monthly_last_day"},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(officer_client, changes):
    response = save(officer_client, ADD, **filled(**changes))

    assert response.status_code == 200
    assert response.context["errors"]
    assert not Event.objects.exists()


# Repetition


@pytest.mark.parametrize(
    ("choices", "rule"),
    [
        ({"repeats": ""}, ""),
        ({"repeats": "yearly_weekday"}, "FREQ=YEARLY;BYMONTH=5;BYDAY=2SA"),
        (
            {"repeats": "weekly", "repeats_days": ["SA", "WE"], "repeats_every": "2"},
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,SA",
        ),
        ({"repeats": "daily", "repeats_until": "20/05/2026"}, "FREQ=DAILY;UNTIL=20260520"),
        ({"repeats": "monthly_day", "repeats_times": "3"}, "FREQ=MONTHLY;BYMONTHDAY=9;COUNT=3"),
        (
            {"repeats": "other", "recurrence": "freq=monthly;byday=2sa,4sa"},
            "FREQ=MONTHLY;BYDAY=2SA,4SA",
        ),
    ],
)
def test_the_choices_become_a_rule_and_are_shown_again(officer_client, choices, rule):
    save(officer_client, ADD, **filled(**choices))

    event = Event.objects.get()
    assert event.recurrence == rule
    save(officer_client, change_page(event))
    event.refresh_from_db()
    assert event.recurrence == rule


def test_a_rule_that_does_not_fit_the_first_date_is_explained_beside_the_choice(officer_client):
    response = save(officer_client, ADD, **filled(repeats="monthly_last_day"))

    (message,) = errors_of(response)["repeats"]
    assert "31 May 2026" in message


def test_the_date_that_would_fit_is_told_in_the_officers_language():
    event = EventFactory.build(
        recurrence="FREQ=MONTHLY;BYMONTHDAY=-1",
        starts_at=datetime(2026, 5, 9, 19, tzinfo=LONDON),
        ends_at=datetime(2026, 5, 9, 21, tzinfo=LONDON),
    )

    with translation.override("de"), pytest.raises(ValidationError, match=r"31\. Mai 2026"):
        event.clean()


# The next dates, before saving


def test_the_next_dates_are_shown_before_anything_is_saved(officer_client):
    data = filled(repeats="yearly_weekday")

    response = officer_client.post("/admin/events/event/dates/", data)

    page = response.content.decode()
    assert "Every year on the second Saturday in May" in page
    assert "Saturday 9 May 2026, 19:00 to 21:00" in page
    assert "Saturday 8 May 2027, 19:00 to 21:00" in page
    assert "And so on." in page
    assert not Event.objects.exists()


def test_the_script_of_the_form_gets_only_a_part_of_a_page(officer_client):
    response = officer_client.post(
        "/admin/events/event/dates/", filled(), headers={"X-Requested-With": "fetch"}
    )

    assert "<html" not in response.content.decode()
    assert "Saturday 9 May 2026" in response.content.decode()


@pytest.mark.parametrize(
    "changes", [{"starts_at_0": "x"}, {"repeats": "monthly_last_day"}, {"time_zone": "Nowhere"}]
)
def test_what_is_wrong_is_said_in_place_of_the_dates(officer_client, changes):
    response = officer_client.post("/admin/events/event/dates/", filled(**changes))

    assert response.status_code == 200
    assert "The dates cannot be told yet" in response.content.decode()


def test_only_officers_can_ask_for_dates(officer_client):
    officer_client.logout()
    response = officer_client.post("/admin/events/event/dates/", filled())
    assert response.status_code == 302
