from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.queued_email import QueuedEmailFactory
from volunteers.merging import merge
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("open_office")


def test_any_number_is_merged_into_one_and_found_by_each_reference():
    kept = ApplicationFactory()
    others = ApplicationFactory.create_batch(20)

    for other in others:
        merge(kept, other)

    assert {Application.objects.by_reference(other.reference) for other in others} == {kept}
    Application._meta.get_field("former_references").clean(kept.former_references, kept)


def test_merging_loses_nothing_of_either(client):
    bonn, leon = CityFactory(), CityFactory()
    kept = ApplicationFactory(name="Zoë", phone="", message="First", cities=[bonn])
    other = ApplicationFactory(
        name="Zoe M", phone="123", message="Second", vetting_seen_on=date(2026, 1, 2),
        cities=[leon], created_at=timezone.now() - timedelta(days=3),
    )  # fmt: skip
    other.notes.create(text="Rang")
    other.mails.add(QueuedEmailFactory())
    other_page, created_at = other.get_absolute_url(), other.created_at

    merge(kept, other)

    kept = Application.objects.get()
    assert (kept.name, kept.phone, kept.message) == ("Zoë", "123", "First")
    assert kept.vetting_seen_on == date(2026, 1, 2)
    assert set(kept.cities.all()) == {bonn, leon}
    assert kept.created_at == created_at
    assert kept.mails.count() == 1
    merged, rang = kept.notes.all()
    assert rang.text == "Rang"
    for part in ["name: Zoe M", "message: Second", "e-mail address: ", other.reference, "consent"]:
        assert part in merged.text
    assert kept.reference in client.get(other_page).content.decode()
