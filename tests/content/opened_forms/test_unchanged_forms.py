"""A form that is saved as it was opened."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from cities.models import City
from tests.admin_forms import save
from tests.content.opened_forms.two_windows import change, told
from tests.factories.city import CityFactory

pytestmark = pytest.mark.django_db


def test_nothing_changed_writes_no_history_and_says_so(officer_client):
    city = CityFactory(body="<h2>Choirs</h2><p>They sing.</p><ul><li>a</li></ul>")
    before = City.objects.values().get()

    answer = save(
        officer_client, change(city),
        body_0="<h2>Choirs</h2>\r\n\r\n<p>They sing.</p>\r\n\r\n<ul>\r\n\t<li>a</li>\r\n</ul>\r\n",
    )  # fmt: skip

    assert told(answer) == ["Nothing was changed."]
    assert not LogEntry.objects.exists()
    assert City.objects.values().get() == before


def test_history_tells_only_of_texts_that_changed(officer_client):
    city = CityFactory(body="<p>They sing.</p>", summary={"en": "One\ntwo", "de": "Eins"})

    save(
        officer_client, change(city),
        body_0="<p>They sing.</p>\r\n", summary_0="One  \r\ntwo ", country="FR",
    )  # fmt: skip

    assert LogEntry.objects.get().get_change_message() == "Changed Country."
    city.refresh_from_db()
    assert str(city.body) == "<p>They sing.</p>"


def test_publishing_alone_is_in_the_history(officer_client):
    city = CityFactory(draft=True)

    answer = save(officer_client, change(city), "_publish")

    assert LogEntry.objects.get().get_change_message() == "Published."
    assert "Nothing was changed." not in told(answer)


def test_seconds_that_a_form_does_not_show_are_kept(officer_client):
    moment = timezone.now().replace(second=37, microsecond=123456) - timedelta(days=1)
    city = CityFactory(published_at=moment, expires_at=moment + timedelta(days=90))

    save(officer_client, change(city), country="FR")

    city.refresh_from_db()
    assert city.country == "FR"
    assert (city.published_at, city.expires_at) == (moment, moment + timedelta(days=90))
    assert LogEntry.objects.get().get_change_message() == "Changed Country."


def test_time_that_is_changed_is_what_was_typed(officer_client):
    moment = timezone.now().replace(second=37, microsecond=123456) - timedelta(days=1)
    city = CityFactory(published_at=moment)

    save(officer_client, change(city), published_at_1="07:00")

    city.refresh_from_db()
    assert f"{timezone.localtime(city.published_at):%H:%M:%S.%f}" == "07:00:00.000000"
