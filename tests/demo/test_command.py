"""`manage.py demo` on a site that has it: refuses, replaces, keeps what people sent in."""

import io

import pytest
from django.core.management import CommandError, call_command

from cities.models import City
from content.models import Council, Document, Picture
from tests.factories.city import CityFactory
from volunteers.models import ConsentWording


def test_refuses_on_a_site_with_content(demo):
    with pytest.raises(CommandError, match="--replace"):
        call_command("demo", verbosity=0)


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


def test_tells_what_it_does(demo):
    told = io.StringIO()

    call_command("demo", "--replace", stdout=told)

    assert "Loading newsletters" in told.getvalue()
    assert "The demo is loaded." in told.getvalue()
