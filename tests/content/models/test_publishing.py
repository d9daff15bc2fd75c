"""When a thing is public, to the second; queries and rows say the same."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cities.models import City
from content.models import PublishableQuerySet
from tests.factories.city import CityFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 5, 12, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
STATES = {
    "draft": "drafts",
    "scheduled": "scheduled",
    "live": "published",
    "expired": "expired",
}


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to(NOW, tick=False)


def slugs(rows: PublishableQuerySet) -> list[str]:
    return [row.slug for row in rows]


@pytest.mark.parametrize(
    ("published_at", "expires_at", "state"),
    [
        (None, None, "draft"),
        (None, NOW + SECOND, "draft"),
        (NOW + SECOND, None, "scheduled"),
        (NOW + SECOND, NOW + 2 * SECOND, "scheduled"),
        (NOW, None, "live"),
        (NOW - SECOND, NOW + SECOND, "live"),
        (NOW - SECOND, NOW, "expired"),
        (NOW - 2 * SECOND, NOW - SECOND, "expired"),
    ],
)
def test_state_of_a_row_is_that_of_the_query_it_is_found_by(published_at, expires_at, state):
    city = CityFactory(published_at=published_at, expires_at=expires_at)

    assert city.publishing_state == state
    assert city.is_published is (state == "live")
    found = [name for name, query in STATES.items() if getattr(City.objects, query)().exists()]
    assert found == [state]


def test_published_can_be_asked_for_another_moment():
    CityFactory(slug="now", published_at=NOW, expires_at=NOW + 60 * SECOND)
    CityFactory(slug="later", published_at=NOW + 60 * SECOND)

    assert slugs(City.objects.published(NOW)) == ["now"]
    assert slugs(City.objects.published(NOW + 60 * SECOND)) == ["later"]


def test_draft_whose_end_is_past_is_still_a_draft():
    city = CityFactory(published_at=None, expires_at=NOW - SECOND)

    assert city.publishing_state == "draft"
    assert not City.objects.expired().exists()


def test_last_published_are_the_newest_and_of_two_the_one_added_last():
    for slug, hours in [("old", 3), ("first", 1), ("second", 1), ("older", 4)]:
        CityFactory(slug=slug, published_at=NOW - timedelta(hours=hours))

    assert slugs(City.objects.last_published(3)) == ["second", "first", "old"]


def test_to_review_from_that_day_on():
    for day in (11, 12, 13):
        CityFactory(slug=f"day-{day}", review_on=date(2026, 5, day))
    CityFactory(slug="never")

    assert slugs(City.objects.to_review()) == ["day-11", "day-12"]


def test_review_is_due_by_the_sites_own_calendar(settings, time_machine):
    settings.TIME_ZONE = "Pacific/Auckland"
    CityFactory(review_on=date(2026, 5, 13))

    assert City.objects.to_review().exists()
