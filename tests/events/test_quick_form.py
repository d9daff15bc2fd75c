"""The short form of a new event."""

import pytest
from django.urls import reverse

from events.models import Event
from tests.admin_forms import errors_of, form_data
from tests.events.examples import london
from tests.factories.city import CityFactory
from tests.factories.group import LinkGroupFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]
QUICK = "/admin/events/event/quick/"
TYPED = {
    "title_0": "Dance in May",
    "title_1": "Tanz in den Mai",
    "summary_0": "An evening.",
    "starts_at_0": "09/05/2037",
    "starts_at_1": "19:00",
    "repeats": "yearly_weekday",
}


def press(client, button, **typed):
    data = form_data(client.get(QUICK)) | TYPED | typed | {button: "on"}
    return client.post(QUICK, data)


def test_a_few_fields_make_a_public_event(officer_client):
    cities = [CityFactory(), CityFactory()]
    group = LinkGroupFactory()

    response = press(
        officer_client,
        "_publish",
        ends_time="21:30",
        cities=[city.pk for city in cities],
        groups=group.pk,
        booking_url="https://example.org/book",
    )

    assert response.status_code == 302
    event = Event.objects.published().get()
    assert (event.starts_at, event.ends_at) == (london(2037, 5, 9, 19), london(2037, 5, 9, 21, 30))
    assert event.recurrence == "FREQ=YEARLY;BYMONTH=5;BYDAY=2SA"
    assert (event.slug, event.time_zone) == ("dance-in-may", "Europe/London")
    assert event.title.data["de"] == "Tanz in den Mai"
    assert {*event.cities.all()} == {*cities}
    assert [*event.groups.all()] == [group]


@pytest.mark.parametrize(
    ("ends", "expected"), [("", london(2037, 5, 9, 21)), ("01:00", london(2037, 5, 10, 1))]
)
def test_the_end_is_two_hours_later_or_in_the_night(officer_client, ends, expected):
    press(officer_client, "_save", ends_time=ends)

    assert Event.objects.get().ends_at == expected


def test_more_leads_to_the_full_form_with_what_was_typed(officer_client):
    city = CityFactory()

    response = press(officer_client, "_more", ends_time="21:30", cities=city.pk)

    assert not Event.objects.exists()
    data = form_data(response)
    assert data["title_1"] == ["Tanz in den Mai"]
    assert (data["ends_at_0"], data["ends_at_1"]) == (["09/05/2037"], ["21:30"])
    assert data["cities"] == [str(city.pk)]
    assert "price_0" in data

    add = reverse("admin:events_event_add")
    saved = officer_client.post(add, data | {"price_0": "Free", "_save": "on"})
    assert saved.status_code == 302
    assert str(Event.objects.get().price) == "Free"


def test_nothing_typed_leads_to_the_full_form_too(officer_client):
    response = officer_client.post(QUICK, {"_more": "on"})

    assert response.status_code == 200
    assert "price_0" in form_data(response)


def test_what_is_missing_is_said_and_the_rest_is_kept(officer_client):
    response = press(officer_client, "_save", starts_at_1="", title_0="", title_1="")

    assert {*errors_of(response)} == {"title", "starts_at"}
    assert 'value="09/05/2037"' in response.content.decode()


def test_what_concerns_a_field_that_is_not_shown_is_said_above(officer_client):
    response = press(officer_client, "_save", title_0="☺", title_1="")

    (error,) = errors_of(response)["__all__"]
    assert error.startswith("Short name in the address: No address can be made")


def test_the_links_for_a_new_event_lead_to_it(officer_client):
    page = officer_client.get(reverse("admin:events_event_changelist")).content.decode()

    assert page.count(f'href="{QUICK}"') == 2
    assert 'href="/admin/events/event/add/"' not in page


def test_who_may_not_add_events_gets_no_form(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("stranger", is_staff=True))

    assert client.get(QUICK).status_code == 403


def test_what_was_kept_while_typing_comes_back_in_the_short_form(officer_client):
    data = form_data(officer_client.get(QUICK)) | TYPED | {"ends_time": "21:30"}
    kept = officer_client.post(reverse("admin:events_event_autosave", args=["new"]), data)
    assert kept.status_code == 200

    page = officer_client.post(reverse("admin:events_event_take_up", args=["new"]))
    again = form_data(page)

    assert (again["ends_time"], again["title_1"]) == (["21:30"], ["Tanz in den Mai"])
    assert "price_0" not in again
    add = reverse("admin:events_event_add")
    assert officer_client.post(add, again | {"_publish": "on"}).status_code == 302
    assert Event.objects.published().get().ends_at == london(2037, 5, 9, 21, 30)
