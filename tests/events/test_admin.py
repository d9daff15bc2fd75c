from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from events.models import Event
from tests.admin_forms import save
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory, EventPhotoFactory
from tests.factories.picture import PictureFactory


def test_an_officer_announces_an_event(officer_client):
    save(
        officer_client,
        "/admin/events/event/add/",
        "_publish",
        title_0="Linked Cities Concert",
        summary_0="Choirs of three cities.",
        starts_at_0="05/12/2031",
        starts_at_1="19:00",
        ends_at_0="05/12/2031",
        ends_at_1="21:00",
        time_zone="Europe/London",
    )

    event = Event.objects.get()
    assert event.slug == "linked-cities-concert"
    assert event.starts_at.isoformat() == "2031-12-05T19:00:00+00:00"
    assert "Linked Cities Concert" in officer_client.get(event.get_absolute_url()).content.decode()


def test_an_event_is_cancelled_and_says_why(officer_client):
    event = EventFactory()
    address = reverse("admin:events_event_change", args=[event.pk])

    save(officer_client, address, status="cancelled", status_note_0="The hall is flooded.")

    assert "The hall is flooded." in officer_client.get(event.get_absolute_url()).content.decode()


def test_an_event_in_a_city_that_is_a_draft_is_warned_of(officer_client):
    event = EventFactory(city=CityFactory(name="Bonn", draft=True), draft=True)
    address = reverse("admin:events_event_change", args=[event.pk])

    response = save(officer_client, address, "_publish")

    (warning,) = [str(m) for m in get_messages(response.wsgi_request) if m.level_tag == "warning"]
    assert "Bonn" in warning
    assert "because it is a draft" in warning


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_any_number(officer_client, django_assert_num_queries, rows):
    for _ in range(rows):
        EventFactory(picture=PictureFactory(), city=CityFactory(), time_zone="Europe/Berlin")

    # What kinds of rows there are is asked once a process.
    officer_client.get("/admin/events/event/")

    with django_assert_num_queries(15):
        officer_client.get("/admin/events/event/")


def test_the_list_tells_the_next_date_on_the_clock_of_the_event(officer_client):
    in_tokyo = datetime(2031, 5, 3, tzinfo=ZoneInfo("Asia/Tokyo"))
    EventFactory(
        starts_at=in_tokyo,
        ends_at=in_tokyo + timedelta(days=3),
        is_all_day=True,
        time_zone="Asia/Tokyo",
    )

    html = officer_client.get(reverse("admin:events_event_changelist")).text

    assert "Saturday 3 May to Monday 5 May 2031" in html


def test_what_would_be_deleted_is_named(officer_client):
    photo = EventPhotoFactory(event__title="Concert", event__summary="Music.")

    html = officer_client.get(reverse("admin:events_event_delete", args=[photo.event_id])).text

    assert "Concert" in html
    assert f"Photo: {photo.picture}" in html
