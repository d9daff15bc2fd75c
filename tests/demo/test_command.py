"""`manage.py demo`: refuses, replaces, leaves alone, and takes nothing that people sent in."""

import io

import pytest
from django.core.management import CommandError, call_command

from cities.models import City
from content.models import Council, Document, Picture
from tests.factories.city import CityFactory
from tests.factories.theme import ThemeFactory
from volunteers.models import ConsentWording


def test_refuses_on_a_site_with_content(demo):
    with pytest.raises(CommandError, match="--replace"):
        call_command("demo", verbosity=0)


def test_refuses_on_a_single_row_of_content(db):
    ThemeFactory()

    with pytest.raises(CommandError, match="--replace"):
        call_command("demo", verbosity=0)


def test_if_empty_leaves_content_alone(db):
    city = CityFactory()

    call_command("demo", "--if-empty", verbosity=0)

    assert list(City.objects.all()) == [city]


def test_replace_takes_away_what_was_there_and_loads_the_same_again(demo):
    before = {model: model.objects.count() for model in (City, Document, Picture, Council)}
    CityFactory(slug="elsewhere")

    call_command("demo", "--replace", verbosity=0)

    assert not City.objects.filter(slug="elsewhere").exists()
    assert before == {model: model.objects.count() for model in before}


def test_replace_keeps_the_wording_that_people_agreed_to(demo):
    wording = ConsentWording.objects.get()

    call_command("demo", "--replace", verbosity=0)

    assert ConsentWording.objects.get() == wording


def test_failure_leaves_nothing_behind(db, quick_pictures, monkeypatch):
    # A milestone in a month that does not exist is refused half-way through.
    from twinning_site.demo import load  # noqa: PLC0415 - only this test spoils its data

    spoilt = {**load.CITIES[-1], "milestones": [{"year": 1990, "month": 13, "title": "?"}]}
    monkeypatch.setattr(load, "CITIES", [*load.CITIES[:-1], spoilt])

    with pytest.raises(Exception, match="month"):
        call_command("demo", verbosity=0)

    assert not City.objects.exists()
    assert not Picture.objects.exists()


def test_tells_what_it_does(demo):
    told = io.StringIO()

    call_command("demo", "--replace", stdout=told)

    assert "Loading newsletters" in told.getvalue()
    assert "The demo is loaded." in told.getvalue()
