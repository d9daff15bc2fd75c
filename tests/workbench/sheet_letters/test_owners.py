"""Whoever wrote a page is told once that its day to look again has come."""

from datetime import timedelta

import pytest
from django.utils import timezone

from content.models import QueuedEmail
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.officer import OfficerFactory
from tests.factories.sheet_letters import ReviewToldFactory
from twinning_site.serving.cleanup import delete_outdated
from twinning_site.workbench.models import ReviewTold
from twinning_site.workbench.sheet_letters.owners import tell_owners

pytestmark = pytest.mark.usefixtures("council")


@pytest.fixture
def petra():
    return OfficerFactory(email="petra@example.org")


def test_owner_gets_one_letter_on_all_pages(petra):
    today = timezone.localdate()
    city = CityFactory(name="Bonn", author=petra, review_on=today)
    EventFactory(title="Choir", author=petra, review_on=today - timedelta(days=3))
    CityFactory(name="Later", author=petra, review_on=today + timedelta(days=1))
    CityFactory(name="Long ago", author=petra, review_on=today - timedelta(days=90))
    CityFactory(name="Nobody's", review_on=today)

    assert tell_owners() == 1

    letter = QueuedEmail.objects.get()
    assert letter.recipient == "petra@example.org"
    assert f"Bonn\nhttp://127.0.0.1:8000/admin/cities/city/{city.pk}/change/" in letter.text
    assert "Choir" in letter.text
    for other in ("Later", "Long ago", "Nobody's"):
        assert other not in letter.text


def test_each_day_is_told_once(petra):
    today = timezone.localdate()
    city = CityFactory(author=petra, review_on=today)

    assert [tell_owners(), tell_owners()] == [1, 0]

    city.review_on = today - timedelta(days=1)
    city.save()
    assert tell_owners() == 1


def test_what_was_told_is_forgotten_once_it_cannot_be_told_again(petra):
    today = timezone.localdate()
    ReviewToldFactory(review_on=today - timedelta(days=14))
    ReviewToldFactory(review_on=today - timedelta(days=29))

    delete_outdated()

    assert ReviewTold.objects.count() == 1


@pytest.mark.parametrize("changes", [{"is_active": False}, {"is_staff": False}, {"email": ""}])
def test_who_is_not_of_the_office_gets_nothing(petra, changes):
    CityFactory(author=petra, review_on=timezone.localdate())
    type(petra).objects.update(**changes)

    assert tell_owners() == 0
