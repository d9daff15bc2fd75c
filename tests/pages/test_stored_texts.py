from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from events.models import Event
from links.models import Contact
from tests.factories.contact import ContactFactory
from tests.factories.event import EventFactory

pytestmark = pytest.mark.django_db
migration = import_module("twinning_site.pages.migrations.0002_clean_stored_texts")


def store(table: str, column: str, pk: int, text: str) -> None:
    """Write past the fields, as an older version of the site did."""
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE id = %s", [text, pk])  # noqa: S608


def test_texts_of_an_older_version_are_cleaned_once(monkeypatch):
    # Columns that it had then, but not today
    for label in ("content.council", "links.linkgroup"):
        monkeypatch.delitem(migration.PLAIN_FIELDS, label)
    event, contact = EventFactory(), ContactFactory()
    ContactFactory(name="Ben")
    store("events_event", "title", event.pk, '{"de": "Fe\u2060st", "en": "Feas\\u0007t"}')
    store("events_event", "body", event.pk, '{"en": "<p>Bücher\xadfreunde</p>"}')
    store("links_contact", "name", contact.pk, "Ann\u200b Lee")

    migration.clean(apps, SimpleNamespace(connection=connection))

    event = Event.objects.get()
    assert event.title.data == {"de": "Fest", "en": "Feast"}
    assert event.body.data == {"en": "<p>Bücherfreunde</p>"}
    assert list(Contact.objects.order_by("pk").values_list("name", flat=True)) == ["Ann Lee", "Ben"]
