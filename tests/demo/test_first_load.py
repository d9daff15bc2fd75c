"""`manage.py demo` on a site without it. Apart, because `demo` lasts for a whole module."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection

from cities.models import City
from content.models import Picture, Theme
from links.models import LinkGroup
from tests.bundles.folders import write_bundle
from tests.factories.city import CityFactory
from tests.factories.theme import ThemeFactory
from twinning_site.demo import from_bundle, load


def in_transaction() -> bool:
    return connection.in_atomic_block


def test_refuses_on_a_single_row_of_content(db):
    ThemeFactory()

    with pytest.raises(CommandError, match="--replace"):
        call_command("demo", verbosity=0)


def test_if_empty_leaves_content_alone(db):
    city = CityFactory()

    call_command("demo", "--if-empty", verbosity=0)

    assert list(City.objects.all()) == [city]


def test_failure_leaves_nothing_behind(db, quick_pictures, monkeypatch):
    # A milestone in a month that does not exist is refused half-way through.
    spoilt = {**load.CITIES[-1], "milestones": [{"year": 1990, "month": 13, "title": "?"}]}
    monkeypatch.setattr(load, "CITIES", [*load.CITIES[:-1], spoilt])

    with pytest.raises(ValidationError, match="month"):
        call_command("demo", verbosity=0)

    assert not City.objects.exists()
    assert not Picture.objects.exists()


def test_nobody_waits_for_all_of_it(transactional_db, monkeypatch):
    was_locked = []
    monkeypatch.setattr(load.Loader, "run", lambda self: was_locked.append(in_transaction()))

    call_command("demo", verbosity=0)

    assert was_locked == [False]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"themes/x.toml": "volume = 11"}, "themes/x.toml:1: volume"),
        (
            {
                "themes/x.en.toml": 'name = "X"',
                "groups/a.toml": 'umbrella = "b"\n',
                "groups/a.en.toml": 'name = "A"\nsummary = "A"\n',
                "groups/b.en.toml": 'name = "B, which is no umbrella"\nsummary = "B"\n',
            },
            "groups/a: ",
        ),
    ],
)
def test_refused_demo_leaves_nothing_behind(db, tmp_path, monkeypatch, files, words):
    write_bundle(tmp_path / "oxford", files)
    monkeypatch.setattr(from_bundle, "COUNCILS", tmp_path)

    with pytest.raises(from_bundle.RefusedDemoError, match=words):
        from_bundle.load_council("oxford", lambda _line: None)
    assert not LinkGroup.objects.exists()
    assert not Theme.objects.exists()
