"""Single dates of a recurring event, cancelled or moved by an officer."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from events.models import Event
from tests.admin_forms import form_data, save
from tests.events.examples import LONDON, weekly
from tests.factories.event import EventFactory

pytestmark = pytest.mark.usefixtures("in_march")

BERLIN = ZoneInfo("Europe/Berlin")


def change_page(event: Event) -> str:
    return reverse("admin:events_event_change", args=[event.pk])


def change_of_date(**values) -> dict[str, str]:
    return {"changes-TOTAL_FORMS": "1"} | {
        f"changes-0-{name}": value for name, value in values.items()
    }


def test_one_date_is_cancelled(officer_client):
    event = weekly()

    save(officer_client, change_page(event), **change_of_date(day="11/05/2026", is_cancelled="on"))

    change = event.changes.get()
    assert change.original_starts_at == datetime(2026, 5, 11, 19, tzinfo=LONDON)
    event.refresh_from_db()
    assert event.sequence == 1


def test_one_date_is_moved_on_the_clock_of_the_event(officer_client):
    event = weekly(
        time_zone="Europe/Berlin",
        starts_at=datetime(2026, 5, 4, 19, tzinfo=BERLIN),
        recurrence="FREQ=WEEKLY;COUNT=2",
    )
    values = {
        "day": "11/05/2026",
        "starts_at_0": "12/06/2026",
        "starts_at_1": "18:00",
        "ends_at_0": "12/06/2026",
        "ends_at_1": "20:00",
    }
    save(officer_client, change_page(event), **change_of_date(**values))

    change = event.changes.get()
    assert change.starts_at == datetime(2026, 6, 12, 18, tzinfo=BERLIN)
    event.refresh_from_db()
    assert event.last_ends_at == datetime(2026, 6, 12, 20, tzinfo=BERLIN)
    data = form_data(officer_client.get(change_page(event)))
    assert data["changes-0-day"] == ["11/05/2026"]
    assert data["changes-0-starts_at_1"] == ["18:00"]


@pytest.mark.parametrize(
    "values",
    [
        {"day": "12/05/2026", "is_cancelled": "on"},
        {"day": "11/05/2026"},
        {"day": "31/12/9999", "is_cancelled": "on"},
        {"day": "01/01/0001", "is_cancelled": "on"},
        {
            "day": "11/05/2026",
            "starts_at_0": "12/05/2026",
            "starts_at_1": "18:00",
            "ends_at_0": "11/05/2026",
            "ends_at_1": "20:00",
        },
        {
            "day": "11/05/2026",
            "is_cancelled": "on",
            "starts_at_0": "12/05/2026",
            "ends_at_0": "13/05/2026",
        },
    ],
)
def test_a_change_that_cannot_be_is_refused(officer_client, values):
    event = weekly()

    response = save(officer_client, change_page(event), **change_of_date(**values))

    assert response.status_code == 200
    assert response.context["errors"]
    assert not event.changes.exists()


def test_a_date_cannot_be_changed_twice(officer_client):
    event = weekly()
    twice = {"changes-TOTAL_FORMS": "2"} | {
        f"changes-{number}-{name}": value
        for number in (0, 1)
        for name, value in {"day": "11/05/2026", "is_cancelled": "on"}.items()
    }

    response = save(officer_client, change_page(event), **twice)

    assert response.status_code == 200
    assert not event.changes.exists()


def test_an_event_on_one_date_has_no_dates_to_change(officer_client):
    event = EventFactory()

    response = save(
        officer_client, change_page(event), **change_of_date(day="11/05/2026", is_cancelled="on")
    )

    assert response.status_code == 200
    assert not event.changes.exists()
