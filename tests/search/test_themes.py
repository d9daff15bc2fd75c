"""Cities, groups and events are found by their themes as they are called now."""

import pytest
from django.urls import reverse

from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.theme import ThemeFactory
from tests.worker import work_off
from twinning_site.search.indexing import themes

pytestmark = pytest.mark.usefixtures("council")

FACTORIES = [CityFactory, LinkGroupFactory, EventFactory]


def found(client, q) -> list[str]:
    response = client.get(reverse("search:search"), {"q": q})
    return [] if response.context["suggestion"] else [
        result.entry.kind for result in response.context["results"]
    ]  # fmt: skip


@pytest.mark.parametrize("factory", FACTORIES)
def test_change_of_themes_is_found_at_once(client, factory):
    sport, music = ThemeFactory(name="Rowing"), ThemeFactory(name="Madrigals")
    row = factory()
    kind = {CityFactory: "city", LinkGroupFactory: "group", EventFactory: "event"}[factory]

    row.themes.set([sport])
    assert (found(client, "rowing"), found(client, "madrigals")) == (["theme", kind], ["theme"])
    sport.name = "Regattas"
    sport.save()
    assert (found(client, "rowing"), found(client, "regattas")) == ([], ["theme", kind])
    row.themes.set([music])
    assert (found(client, "regattas"), found(client, "madrigals")) == (["theme"], ["theme", kind])
    music.delete()
    assert found(client, "madrigals") == []


def test_choice_made_from_the_theme_is_found(client):
    theme = ThemeFactory(name="Rowing")
    theme.cities.add(CityFactory())
    assert found(client, "rowing") == ["theme", "city"]


def test_many_rows_are_left_to_a_worker(client, monkeypatch):
    monkeypatch.setattr(themes, "COMPARED", 1)
    theme = ThemeFactory(name="Rowing")
    for city in CityFactory.create_batch(3):
        city.themes.add(theme)

    theme.name = "Regattas"
    theme.save()

    assert found(client, "regattas") == ["theme", "city"]
    work_off()
    assert found(client, "regattas") == ["theme", "city", "city", "city"]


def test_theme_leads_to_its_events(client):
    theme = ThemeFactory(name="Rowing")
    event = EventFactory(title="Day on the river")
    event.themes.add(theme)
    first = client.get(reverse("search:search"), {"q": "rowing"}).context["results"][0]
    assert event.title.localize("en") in client.get(first.url).text
