"""The page on which dates of an event are ticked, cancelled, moved and taken up again."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.urls import reverse

from content.models import QueuedEmail, Version
from events.models import Event, EventStatus, OccurrenceChange
from tests.admin_forms import form_data
from tests.events.examples import london, weekly
from tests.factories.contact import ContactFactory
from tests.factories.event import EventFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.fixture(autouse=True)
def in_may():
    with time_machine.travel(datetime(2026, 5, 1, 12, tzinfo=UTC), tick=False):
        yield


def address(event):
    return reverse("admin:events_event_dates_page", args=[event.pk])


def press(client, event, deed, **typed):
    data = form_data(client.get(address(event))) | typed | {"do": deed}
    return client.post(address(event), data)


def refusals(response):
    return [error for errors in response.context["form"].errors.values() for error in errors]


def test_ticked_dates_are_cancelled_with_a_word_for_visitors(officer_client):
    event = weekly()

    response = press(
        officer_client, event, "cancel", days=["2026-05-11", "2026-05-25"], note_0="Bank holiday"
    )

    assert response.status_code == 302
    assert [(str(row), row.is_cancelled, str(row.note)) for row in event.changes.all()] == [
        ("2026-05-11", True, "Bank holiday"),
        ("2026-05-25", True, "Bank holiday"),
    ]
    page = officer_client.get(address(event)).content.decode()
    assert "Visitors read now: Monday 11 May 2026, 19:00 to 21:00: cancelled. Bank holiday" in page
    assert Version.objects.of(event).count() == 2


def test_a_ticked_date_is_moved_and_takes_as_long_as_usual(officer_client):
    event = weekly()

    press(
        officer_client,
        event,
        "move",
        days="2026-05-11",
        starts_at_0="12/05/2026",
        starts_at_1="18:00",
    )

    change = OccurrenceChange.objects.get()
    assert (change.starts_at, change.ends_at) == (london(2026, 5, 12, 18), london(2026, 5, 12, 20))


def test_a_date_is_held_as_planned_again(officer_client):
    event = weekly()
    press(officer_client, event, "cancel", days="2026-05-11")

    press(officer_client, event, "restore", days="2026-05-11")

    assert not event.changes.exists()


def test_this_and_the_following_dates_lead_to_the_page_that_has_them(officer_client):
    event = weekly()

    response = press(
        officer_client,
        event,
        "following",
        days="2026-05-18",
        starts_at_0="19/05/2026",
        starts_at_1="18:00",
    )

    later = Event.objects.latest("pk")
    assert later.pk != event.pk
    assert response.url == address(later)
    assert later.starts_at == london(2026, 5, 19, 18)


def test_nothing_is_saved_by_looking_at_what_visitors_will_read(officer_client):
    event = weekly()

    response = press(
        officer_client,
        event,
        "preview",
        days="2026-05-18",
        starts_at_0="19/05/2026",
        starts_at_1="18:00",
    )

    page = response.content.decode()
    assert "Tuesday 19 May 2026, 18:00 to 20:00 (moved from Monday 18 May 2026)." in page
    assert "Every Tuesday" in page
    assert not OccurrenceChange.objects.exists()
    assert Event.objects.count() == 1


@pytest.mark.parametrize(
    ("deed", "typed", "refusal"),
    [
        ("cancel", {}, "Tick the dates that you mean."),
        ("cancel", {"days": "2026-05-12"}, "Select a valid choice. 2026-05-12 is not one of"),
        ("move", {"days": "2026-05-11"}, "Give the new day and time."),
        ("move", {"days": ["2026-05-11", "2026-05-18"]}, "Only one date can be moved at a time."),
        (
            "move",
            {
                "days": "2026-05-11",
                "starts_at_0": "12/05/2026",
                "starts_at_1": "18:00",
                "ends_at_0": "12/05/2026",
                "ends_at_1": "17:00",
            },
            "It has to end after it starts.",
        ),
        ("burn", {"days": "2026-05-11"}, "Press one of the buttons."),
    ],
)
def test_what_is_not_clear_is_refused_and_kept(officer_client, deed, typed, refusal):
    event = weekly()

    response = press(officer_client, event, deed, note_0="A word", **typed)

    assert any(error.startswith(refusal) for error in refusals(response))
    assert 'value="A word"' in response.content.decode()
    assert not OccurrenceChange.objects.exists()


def test_an_event_that_takes_place_once_is_postponed(officer_client):
    event = EventFactory()

    press(officer_client, event, "postpone", note_0="The choir is ill.")

    event.refresh_from_db()
    assert (event.status, str(event.status_note)) == (EventStatus.POSTPONED, "The choir is ill.")


def test_an_event_that_takes_place_once_is_moved(officer_client):
    event = EventFactory(starts_at=london(2026, 6, 1, 19), ends_at=london(2026, 6, 1, 21))

    press(officer_client, event, "move", starts_at_0="02/06/2026", starts_at_1="20:00")

    event.refresh_from_db()
    assert (event.starts_at, event.ends_at) == (london(2026, 6, 2, 20), london(2026, 6, 2, 22))
    assert event.status == EventStatus.RESCHEDULED
    assert event.previous_starts_at == london(2026, 6, 1, 19)


def test_whoever_was_not_first_looks_at_the_dates_again(officer_client):
    event = weekly()
    data = form_data(officer_client.get(address(event)))
    press(officer_client, event, "cancel", days="2026-05-11", note_0="First")

    response = officer_client.post(
        address(event), data | {"do": "restore", "days": "2026-05-11", "note_0": "Second"}
    )
    again = form_data(response)

    assert str(event.changes.get().note) == "First"
    officer_client.post(address(event), again | {"do": "restore"})
    assert not event.changes.exists()


def test_the_groups_are_told_through_the_outbox(officer_client):
    contact = ContactFactory(email="secretary@example.org", receives_messages=True)
    ContactFactory(group=contact.group, email="other@example.org")
    event = weekly(groups=[contact.group], title="Evening")

    press(officer_client, event, "cancel", days="2026-05-11", tells_groups="on")

    email = QueuedEmail.objects.get()
    assert email.recipient == "secretary@example.org"
    assert "Monday 11 May 2026, 19:00 to 21:00: cancelled." in email.text
    assert event.get_absolute_url() in email.text


def test_nobody_is_told_of_a_draft(officer_client):
    contact = ContactFactory(email="secretary@example.org", receives_messages=True)
    event = weekly(groups=[contact.group], draft=True)

    press(officer_client, event, "cancel", days="2026-05-11", tells_groups="on")

    assert not QueuedEmail.objects.exists()


def test_who_may_not_publish_changes_no_date_that_is_public(client, django_user_model):
    writer = django_user_model.objects.create_user("writer", is_staff=True)
    codes = ["view_event", "change_event"]
    writer.user_permissions.set(Permission.objects.filter(codename__in=codes))
    client.force_login(writer)
    event, draft = weekly(), weekly(draft=True)

    assert press(client, event, "cancel", days="2026-05-11").status_code == 403
    assert press(client, draft, "cancel", days="2026-05-11").status_code == 302
    assert list(OccurrenceChange.objects.values_list("event", flat=True)) == [draft.pk]


def test_strangers_see_nothing(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("stranger", is_staff=True))

    assert client.get(address(weekly())).status_code == 403


def test_a_long_series_costs_the_same_queries(officer_client, django_assert_max_num_queries):
    event = weekly(recurrence="FREQ=DAILY")
    for day in range(1, 20):
        OccurrenceChange.objects.create(
            event=event, original_starts_at=london(2026, 5, 4 + day, 19), is_cancelled=True
        )

    with django_assert_max_num_queries(14):
        officer_client.get(address(event))
