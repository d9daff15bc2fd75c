"""`manage.py demo` on a site that has it: refuses, replaces, keeps what people agreed to."""

import io
from dataclasses import dataclass

import pytest
from django.core.management import CommandError, call_command

from cities.models import City
from content.models import Council, Document, Picture, Video
from tests.factories.city import CityFactory
from tests.factories.picture import PictureFactory
from tests.factories.video import VideoFactory
from volunteers.models import ConsentWording

# On one worker, so that the demo is loaded once.
pytestmark = pytest.mark.xdist_group("demo: the command")
COUNTED = (City, Document, Picture, Council)


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in COUNTED}


@dataclass
class Replacement:
    """What was there before, and what the command told."""

    counts: dict[str, int]
    wording: ConsentWording
    told: str


@pytest.fixture(scope="module")
def replacement(loaded_demo, django_db_blocker) -> Replacement:
    """The demo, replaced by itself after an officer added a city and a video."""
    told = io.StringIO()
    with django_db_blocker.unblock():
        before = counts()
        wording = ConsentWording.objects.get()
        CityFactory(slug="elsewhere")
        VideoFactory(poster=PictureFactory())
        call_command("demo", "--replace", stdout=told)
    return Replacement(before, wording, told.getvalue())


def test_refuses_on_a_site_with_content(demo):
    with pytest.raises(CommandError, match="--replace"):
        call_command("demo", verbosity=0)


def test_replace_takes_away_what_was_there(replacement, demo):
    assert not City.objects.filter(slug="elsewhere").exists()
    assert not Video.objects.exists()


def test_replace_loads_the_same_again(replacement, demo):
    assert counts() == replacement.counts


def test_replace_keeps_the_wording_that_people_agreed_to(replacement, demo):
    assert ConsentWording.objects.get() == replacement.wording


def test_tells_what_it_does(replacement):
    assert "Deleting what is there …" in replacement.told
    assert ": newsletters/news-from-the-town-hall" in replacement.told
    assert replacement.told.endswith("The demo is loaded.\n")
