from datetime import timedelta

import pytest
from django.db.models import OuterRef
from django.utils import timezone

from cities.models import City, Milestone
from content.models import Theme
from content.nested_rows import NestedRows
from tests.factories.city import CityFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.theme import ThemeFactory

pytestmark = pytest.mark.django_db

THEMES = Theme.objects.filter(cities=OuterRef("pk"))


def test_rows_come_as_instances_in_their_order_within_one_query(django_assert_num_queries):
    schools = ThemeFactory(name={"en": "Schools", "de": "Schulen"}, slug="schools", position=2)
    music = ThemeFactory(name="Music", slug="music", position=1)
    CityFactory(themes=[schools, music])
    ThemeFactory(name="Nobody’s")

    with django_assert_num_queries(1):
        city = City.objects.annotate(theme_list=NestedRows(THEMES, "name", "slug")).get()
        names = [str(theme.name) for theme in city.theme_list]

    assert names == ["Music", "Schools"]
    assert city.theme_list == [music, schools]
    assert city.theme_list[1].name.localize("de") == "Schulen"


def test_no_rows_are_an_empty_list():
    CityFactory()
    city = City.objects.annotate(theme_list=NestedRows(THEMES, "name")).get()
    assert city.theme_list == []


def test_what_was_not_asked_for_is_read_when_needed(django_assert_num_queries):
    CityFactory(themes=[ThemeFactory(slug="music")])
    city = City.objects.annotate(theme_list=NestedRows(THEMES, "name")).get()
    with django_assert_num_queries(1):
        assert city.theme_list[0].slug == "music"


def test_numbers_moments_and_nothing_keep_their_types():
    city = CityFactory(published_at=timezone.now() - timedelta(days=2))
    MilestoneFactory(city=city, year=1947, month=None, day=None)
    cities = City.objects.filter(pk=OuterRef("city_id"))

    milestone = Milestone.objects.annotate(
        city_list=NestedRows(cities, "published_at", "expires_at", "since_year", "latitude")
    ).get()

    (nested,) = milestone.city_list
    city.refresh_from_db()
    assert nested.published_at == city.published_at
    assert (nested.expires_at, nested.since_year) == (None, 1947)
    assert nested.latitude == city.latitude


def test_filters_of_the_inner_rows_hold():
    theme = ThemeFactory()
    live = CityFactory(themes=[theme])
    CityFactory(themes=[theme], draft=True)
    CityFactory(themes=[theme], scheduled=True)
    CityFactory(themes=[theme], published_at=timezone.now() - timedelta(days=2), expired=True)

    cities = City.objects.published().filter(themes=OuterRef("pk"))
    theme = Theme.objects.annotate(city_list=NestedRows(cities, "name")).get()

    assert theme.city_list == [live]
