"""The verbs of publishing, and what the library does with a new file."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError, connection
from django_tasks_db.models import DBTaskResult

from cities.models import City
from content import actions
from content.documents.upload_checks import WORD
from content.models import Document
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 5, 12, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.mark.parametrize(
    ("published_at", "expires_at", "after"),
    [
        (None, None, (NOW, None)),
        (None, NOW + HOUR, (NOW, NOW + HOUR)),
        (NOW + HOUR, None, (NOW, None)),
        (NOW - 2 * HOUR, NOW - HOUR, (NOW - 2 * HOUR, None)),
        (NOW - 2 * HOUR, NOW, (NOW - 2 * HOUR, None)),
        (NOW - HOUR, NOW + HOUR, (NOW - HOUR, NOW + HOUR)),
    ],
)
def test_publish_makes_public_now_what_is_not(published_at, expires_at, after):
    city = CityFactory(published_at=published_at, expires_at=expires_at)

    actions.publish(city)

    city.refresh_from_db()
    assert (city.published_at, city.expires_at) == after
    assert city.is_published


@pytest.mark.parametrize(
    ("published_at", "expires_at", "after"),
    [
        (NOW - HOUR, None, (NOW - HOUR, NOW)),
        (NOW - HOUR, NOW + HOUR, (NOW - HOUR, NOW)),
        (NOW + HOUR, None, (None, None)),
        (None, None, (None, None)),
        (NOW - 2 * HOUR, NOW - HOUR, (NOW - 2 * HOUR, NOW - HOUR)),
    ],
)
def test_take_down_ends_what_is_live_and_unplans_what_is_scheduled(published_at, expires_at, after):
    city = CityFactory(published_at=published_at, expires_at=expires_at)

    actions.take_down(city)

    city.refresh_from_db()
    assert (city.published_at, city.expires_at) == after
    assert not city.is_published


def one_of_each() -> None:
    CityFactory(slug="live")
    for state in ("draft", "scheduled", "expired"):
        CityFactory(slug=state, **{state: True})


def test_publish_all_changes_what_is_not_public():
    one_of_each()

    changed = actions.publish_all(City.objects.order_by("slug"))

    assert [city.slug for city in changed] == ["draft", "expired", "scheduled"]
    assert City.objects.published().count() == 4
    assert City.objects.get(slug="live").published_at < NOW


def test_take_down_all_changes_what_is_live_or_scheduled():
    one_of_each()

    changed = actions.take_down_all(City.objects.order_by("slug"))

    assert [city.slug for city in changed] == ["live", "scheduled"]
    assert not City.objects.published().exists()
    assert [city.slug for city in City.objects.drafts().order_by("slug")] == ["draft", "scheduled"]


@pytest.mark.django_db(transaction=True)
def test_each_row_is_published_in_a_transaction_of_its_own(monkeypatch):
    CityFactory.create_batch(2, draft=True)
    publish = actions.publish

    def publish_one(city):
        assert connection.in_atomic_block
        publish(city)
        if City.objects.published().count() == 2:
            raise OperationalError("database is locked")

    monkeypatch.setattr(actions, "publish", publish_one)

    with pytest.raises(OperationalError):
        actions.publish_all(City.objects.all())

    assert City.objects.published().count() == 1


def test_missed_are_the_documents_that_were_never_read():
    missed, read, text = DocumentFactory.create_batch(3)
    Document.objects.filter(pk=read.pk).update(read_at=NOW)
    Document.objects.filter(pk=text.pk).update(media_type=WORD)

    assert actions.order_missed_work()["documents to be read"] == 2
    ordered = [task.args_kwargs["args"] for task in DBTaskResult.objects.order_by("enqueued_at")]
    assert sorted(ordered) == [[missed.pk], [text.pk]]
