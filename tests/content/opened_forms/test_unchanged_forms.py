"""A form that is saved as it was opened."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cities.models import City
from events.models import Event
from tests.admin_forms import save
from tests.content.opened_forms.two_windows import change, told
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.occurrence_change import OccurrenceChangeFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import NoticeFactory
from twinning_site.pages.models import Notice

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


ODD = timedelta(seconds=37, microseconds=123456)


@pytest.mark.parametrize("is_all_day", [False, True])
def test_moments_of_an_event_keep_their_seconds(officer_client, is_all_day):
    event = EventFactory()
    start = event.starts_at.replace(hour=9) + ODD
    moments = {"starts_at": start, "ends_at": start + timedelta(hours=2)}
    if is_all_day:
        midnight = timezone.localtime(event.starts_at).replace(hour=0)
        moments = {"starts_at": midnight, "ends_at": midnight + timedelta(days=2)}
    moments |= {"previous_starts_at": start - timedelta(days=9), "is_all_day": is_all_day}
    Event.objects.filter(pk=event.pk).update(**moments)

    assert save(officer_client, change(event), price_0="Free").status_code == 302

    event.refresh_from_db()
    assert str(event.price) == "Free"
    assert {name: getattr(event, name) for name in moments} == moments


def test_changed_date_of_a_series_keeps_its_seconds(officer_client):
    event = EventFactory(recurrence="FREQ=WEEKLY;COUNT=5")
    moved = event.starts_at + timedelta(days=8) + ODD
    row = OccurrenceChangeFactory(
        event=event, is_cancelled=False,
        original_starts_at=event.starts_at + timedelta(days=7),
        starts_at=moved, ends_at=moved + timedelta(hours=1),
    )  # fmt: skip

    answer = save(officer_client, change(event), **{"changes-0-note_0": "In the garden"})

    assert answer.status_code == 302
    row.refresh_from_db()
    assert str(row.note) == "In the garden"
    assert (row.starts_at, row.ends_at) == (moved, moved + timedelta(hours=1))


def test_moments_of_a_notice_keep_their_seconds(officer_client):
    notice = NoticeFactory(starts_at=timezone.now(), ends_at=timezone.now() + timedelta(days=1))

    save(officer_client, change(notice), text_0="Other words")

    again = Notice.objects.get()
    assert str(again.text) == "Other words"
    assert (again.starts_at, again.ends_at) == (notice.starts_at, notice.ends_at)


def test_moments_of_an_account_keep_their_seconds(admin_client):
    moment = timezone.now()
    user = OfficerFactory(date_joined=moment, last_login=moment)

    assert save(admin_client, change(user), first_name="Ada").status_code == 302

    user.refresh_from_db()
    assert (user.first_name, user.date_joined, user.last_login) == ("Ada", moment, moment)


def test_whoever_saves_the_same_row_at_the_same_moment_waits(officer_client):
    """On SQLite the transaction itself is the lock."""
    city = CityFactory()

    with CaptureQueriesContext(connection) as queries:
        save(officer_client, change(city), country="FR")

    is_locked = any("FOR UPDATE" in query["sql"] for query in queries)
    assert is_locked is connection.features.has_select_for_update
