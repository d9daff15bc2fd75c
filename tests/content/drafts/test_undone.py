"""A preview writes its draft where nobody else sees it and nobody has to wait for it."""

import pytest
from django.db import connection, transaction
from django.test.signals import template_rendered
from django.urls import reverse

from cities.models import City
from content.drafts import undone
from content.drafts.undone import undone_transaction
from content.models import Draft, PreviewLink
from tests.admin_forms import form_data, save
from tests.content.versions.things import address
from tests.factories.city import CityFactory
from tests.factories.preview_link import PreviewLinkFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has no such lock."),
]


@pytest.fixture
def stored():
    """The connection to what is stored."""
    connection.ensure_connection()
    return connection.connection


@pytest.fixture
def locks(stored):
    """Whether the stored database is locked as each template of a page begins."""
    found = []

    def note(**_sent):
        found.append(stored.in_transaction)

    template_rendered.connect(note)
    yield found
    template_rendered.disconnect(note)


@pytest.fixture
def city(council, officer_client):
    city = CityFactory(summary={"en": "Twinned since 1947."})
    save(officer_client, address(city, "change"), "_save_draft", summary_0="Half a sentence")
    return city


def test_previews_are_rendered_without_the_lock(city, officer_client, client, stored, locks):
    typed = form_data(officer_client.get(address(city, "change"))) | {"summary_0": "Typed just now"}
    PreviewLinkFactory(thing=city, key="key-of-bonn")
    link = reverse("content:preview-link", args=["key-of-bonn"])
    page = address(city, "previewed_page")
    locks.clear()

    for answer, words in (
        (officer_client.get(page), "Half a sentence"),
        (officer_client.post(page, typed), "Typed just now"),
        (client.get(link), "Half a sentence"),
    ):
        assert words in answer.text
    assert locks
    assert not any(locks)
    assert connection.connection is stored
    city.refresh_from_db()
    assert str(city.summary) == "Twinned since 1947."
    assert "Half a sentence" in Draft.objects.get().state
    assert PreviewLink.objects.exists()


def fail_after_writing():
    with undone_transaction():
        CityFactory(slug="gone")
        raise ZeroDivisionError


def test_what_is_written_is_gone_also_after_an_error(council, stored):
    with pytest.raises(ZeroDivisionError):
        fail_after_writing()

    assert connection.connection is stored
    assert not City.objects.filter(slug="gone").exists()
    CityFactory(slug="kept")
    assert City.objects.filter(slug="kept").exists()


def test_large_database_is_not_copied(council, stored, monkeypatch):
    monkeypatch.setattr(undone, "MAX_COPIED", 10)

    with undone_transaction():
        assert connection.connection is stored
        CityFactory(slug="gone")

    assert not City.objects.filter(slug="gone").exists()


def test_within_a_transaction_nothing_is_copied(council, stored):
    with transaction.atomic():
        CityFactory(slug="before")
        with undone_transaction():
            assert connection.connection is stored
            assert City.objects.filter(slug="before").exists()
