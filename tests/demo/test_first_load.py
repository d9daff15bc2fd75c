"""`manage.py demo` on a site without it. Apart, because `demo` lasts for a whole module."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from cities.models import City
from content.models import Picture, Theme
from events.models import Event
from links.models import LinkGroup
from tests.bundles.folders import write_bundle
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.theme import ThemeFactory
from twinning_site.demo import load
from twinning_site.pages.site_content import has_content


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


def test_nobody_waits_for_all_of_it(transactional_db, monkeypatch):
    was_locked = []
    monkeypatch.setattr(load, "carry_out", lambda *_plan: was_locked.append(in_transaction()) or [])

    call_command("demo", verbosity=0)

    assert was_locked == [False]


def test_break_leaves_nothing_behind(db, monkeypatch):
    def broken() -> None:
        assert Picture.objects.exists()
        raise KeyboardInterrupt

    monkeypatch.setattr(load, "give_addresses", broken)

    with pytest.raises(KeyboardInterrupt):
        call_command("demo", verbosity=0)

    assert not has_content()


def test_break_leaves_what_somebody_wrote_meanwhile(db, monkeypatch):
    def written() -> None:
        written_theme = ThemeFactory(name="Written meanwhile")
        EventFactory(title="Written, too", cities=[City.objects.first()], themes=[written_theme])
        raise KeyboardInterrupt

    monkeypatch.setattr(load, "give_addresses", written)

    with pytest.raises(KeyboardInterrupt):
        call_command("demo", verbosity=0)

    assert [str(theme) for theme in Theme.objects.all()] == ["Written meanwhile"]
    assert [str(event) for event in Event.objects.all()] == ["Written, too"]


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
    monkeypatch.setattr(load, "COUNCILS", tmp_path)

    with pytest.raises(load.RefusedDemoError, match=words):
        load.load("oxford", lambda _line: None)
    assert not LinkGroup.objects.exists()
    assert not Theme.objects.exists()
