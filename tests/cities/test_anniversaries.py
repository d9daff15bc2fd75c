from datetime import date

import pytest
from django.urls import reverse

from cities.anniversaries import is_round, upcoming_anniversaries
from cities.models import City, CityStatus, Milestone
from tests.factories.city import CityFactory
from tests.factories.milestone import MilestoneFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def coming(today=TODAY):
    return [
        (str(one.city), one.years, one.date_text)
        for one in upcoming_anniversaries(
            City.objects.published(), Milestone.objects.published().beginnings(), today
        )
    ]


def bonn(**values):
    return CityFactory(name="Bonn", **({"since_year": None} | values))


def test_round_years_are_25_75_and_every_tenth():
    assert [years for years in range(-10, 81) if is_round(years)] == [
        10, 20, 25, 30, 40, 50, 60, 70, 75, 80,
    ]  # fmt: skip


def test_anniversary_is_as_exact_as_its_beginning():
    MilestoneFactory(city=bonn(), year=1947, month=5, day=4)
    MilestoneFactory(city=CityFactory(name="Leiden"), year=1977, month=5)
    MilestoneFactory(city=CityFactory(name="Perm"), year=2002)
    assert coming() == [
        ("Bonn", 80, "4 May 2027"), ("Leiden", 50, "May 2027"), ("Perm", 25, "2027"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("beginning", "found"),
    [
        ((1946, 11, 22), False),
        ((1946, 11, 23), True),
        ((1946, 11, None), True),
        ((1946, 10, None), False),
        ((1946, None, None), True),
        ((1948, 5, 23), True),
        ((1948, 5, 24), False),
        ((1948, 6, None), False),
        ((1948, None, None), True),
        ((1949, None, None), False),
        ((1947, 2, None), True),
        ((1945, None, None), False),
    ],
)
def test_anniversaries_from_today_until_18_months_from_now(beginning, found):
    year, month, day = beginning
    MilestoneFactory(city=bonn(), year=year, month=month, day=day)
    assert bool(coming()) == found


def test_29_february_is_kept_on_the_28th():
    MilestoneFactory(city=bonn(), year=1952, month=2, day=29)
    assert coming(date(2027, 1, 1)) == [("Bonn", 75, "28 February 2027")]


def test_signing_counts_before_what_came_earlier():
    city = bonn()
    MilestoneFactory(city=city, kind="first_contact", year=1947)
    MilestoneFactory(city=city, kind="signing", year=1957)
    MilestoneFactory(city=city, kind="signing", year=1987)
    assert coming() == [("Bonn", 70, "2027")]


def test_without_a_signing_the_earliest_step_counts():
    city = bonn()
    MilestoneFactory(city=city, kind="decision", year=1957)
    MilestoneFactory(city=city, kind="first_contact", year=1947)
    MilestoneFactory(city=city, kind="visit", year=1937)
    assert coming() == [("Bonn", 80, "2027")]


def test_without_any_step_the_year_of_the_link_counts():
    bonn(since_year=1947)
    assert coming() == [("Bonn", 80, "2027")]


def test_words_are_no_year_to_count_from():
    city = bonn(since_year=1947, since_words="1940s")
    MilestoneFactory(city=city, year=1947, date_words="after the war")
    assert coming() == []


@pytest.mark.parametrize("status", [CityStatus.SUSPENDED, CityStatus.ENDED])
def test_link_that_does_not_live_is_not_celebrated(status):
    bonn(since_year=1947, status=status, status_reason="Why.")
    assert coming() == []


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_city_that_is_not_public_is_not_celebrated(client, state, council):
    MilestoneFactory(city=CityFactory(name="Secret", **{state: True}), year=date.today().year - 50)
    for page in ["pages:home", "cities:timeline"]:
        html = client.get(reverse(page)).text
        assert "50 years" not in html
        assert "Secret" not in html


def test_home_city_page_and_timeline_have_a_place_for_them(client, council):
    city = bonn()
    MilestoneFactory(city=city, year=date.today().year - 50, title="The mayors sign")
    for url in [reverse("pages:home"), city.get_absolute_url(), reverse("cities:timeline")]:
        html = client.get(url).text
        assert "50 years with Bonn" in html
        assert "The mayors sign" in html
