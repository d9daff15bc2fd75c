"""Places by name and by coordinates; the file is made from towns of 15,000 people and more."""

import json
import zoneinfo
from importlib.metadata import distribution
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils.translation import override

from content.gazetteer import building, places
from content.gazetteer.building import PACKAGE, SOURCE, _entries, build
from content.gazetteer.candidates import answer, candidate

pytestmark = pytest.mark.usefixtures("gazetteer")


def names(typed: str) -> list[str]:
    return [found.name for found in answer(typed).candidates]


def test_a_place_is_found_with_country_people_and_time_zone():
    (found,) = answer("Grenoble").candidates

    assert found.name == "Grenoble, France"
    assert (found.country, found.time_zone) == ("FR", "Europe/Paris")
    assert round(found.latitude, 1) == 45.2
    assert found.details[0] == "159,000 people"
    assert candidate(found.key) == found


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Breslau", "Wrocław, Poland"),
        ("wroclaw", "Wrocław, Poland"),
        ("WROCŁAW", "Wrocław, Poland"),
        ("Padova", "Padua, Italy"),
        ("Koeln", "Köln, Germany"),
        ("köln", "Köln, Germany"),
        ("Пермь", "Perm, Russia"),
        ("رام الله", "Ramallah, Palestine"),
        ("saint etienne", "Saint-Étienne, France"),
        ("Frankfurt", "Frankfurt am Main, Germany"),
    ],
)
def test_other_spellings_and_beginnings_are_found_the_biggest_first(typed, name):
    assert names(typed)[0] == name


def test_a_country_behind_a_comma_chooses_among_places_of_one_name():
    assert names("Cordoba")[0] == "Córdoba, Argentina"
    assert names("Cordoba, Spain")[0] == "Córdoba, Spain"
    assert names("Cordoba, es")[0] == "Córdoba, Spain"
    assert names("Springfield, IL")[0] == "Springfield, IL, United States of America"
    with override("de"):
        assert names("Cordoba, Spanien")[0] == "Córdoba, Spanien"


def test_places_of_one_name_in_one_country_say_what_is_near():
    eugene, *_others = answer("Springfield, OR").candidates
    many = {found.name: found.details for found in answer("Springfield").candidates}

    assert eugene.details == ["60,900 people"]
    assert many[eugene.name] == ["60,900 people", "5 km from Eugene"]


def test_of_many_places_the_biggest_are_shown():
    found = answer("San")

    assert len(found.candidates) == places.MAX_PLACES
    assert found.said.startswith("These are the biggest.")


def test_what_is_unknown_offers_other_ways():
    found = answer("Xyzzyville")

    assert found.candidates == []
    assert "paste the coordinates from a map" in found.said
    assert answer("  ").said == "Type the name of a place, or paste coordinates."
    assert answer("!?").candidates == []


def test_a_point_gets_country_and_time_zone_of_the_place_beside_it():
    (found,) = answer("45°11′N 5°43′E").candidates

    assert (found.country, found.time_zone) == ("FR", "Europe/Paris")
    assert found.details[0].endswith("km from Grenoble")
    assert candidate(found.key) == found


def test_a_point_beyond_the_date_line_has_its_neighbour():
    place = places.nearest(-18.15, -179.9)

    assert place is not None
    assert place.time_zone == "Pacific/Fiji"


def test_a_point_far_from_any_place_asks_for_the_time_zone():
    (found,) = answer("0, -140").candidates

    assert (found.country, found.time_zone) == ("", "")
    assert "the time zone has to be chosen" in found.details[0]


def test_bad_coordinates_say_what_is_wrong_with_them():
    assert "The latitude comes first" in answer("151.2, -33.87").said
    assert "holds no coordinates" in answer("https://maps.app.goo.gl/x").said
    assert candidate("151.2, -33.87") is None
    assert candidate("99999999999") is None
    assert candidate("9" * 60) is None


def test_without_its_file_coordinates_can_still_be_pasted(monkeypatch, tmp_path):
    monkeypatch.setattr(places, "FILE", tmp_path / "none.sqlite3")

    assert "build_gazetteer" in answer("Grenoble").said
    (found,) = answer("45.18, 5.72").candidates
    assert (found.latitude, found.time_zone) == (45.18, "")
    assert candidate("3014728") is None


def test_every_time_zone_of_the_package_is_known_and_every_entry_has_its_facts():
    zones, count = zoneinfo.available_timezones(), 0
    for entry in _entries(Path(str(distribution(PACKAGE).locate_file(SOURCE)))):
        count += 1
        assert entry["timezone"] in zones
        assert -90 <= entry["latitude"] <= 90

    assert count > 200_000


def test_the_file_is_made_once_for_each_release(tmp_path, monkeypatch):
    source, file = tmp_path / "places.json", tmp_path / "var/places.sqlite3"
    entry = {
        "geonameid": 1, "name": "Ødeby", "latitude": 1.0, "longitude": 2.0, "countrycode": "DK",
        "population": 0, "timezone": "Europe/Copenhagen", "admin1code": "1",
        "alternatenames": ["", "Ødeby"],
    }  # fmt: skip
    source.write_text(json.dumps({"1": entry}))

    assert build(file, source) == 1
    assert build(file, source) == 0
    monkeypatch.setattr(building, "FORMAT", 99)
    assert build(file, source) == 1
    assert [path.name for path in file.parent.iterdir()] == ["places.sqlite3"]

    monkeypatch.setattr(places, "FILE", file)
    assert [place.name for place in places.named("odeby")] == ["Ødeby"]


def test_a_broken_file_is_made_anew(tmp_path):
    source, file = tmp_path / "places.json", tmp_path / "places.sqlite3"
    source.write_text("{}")
    file.write_text("no database")

    build(file, source)

    assert file.read_bytes().startswith(b"SQLite format 3")


def test_the_command_says_how_many_places_there_are(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr("content.management.commands.build_gazetteer.build", lambda _file: 0)

    call_command("build_gazetteer")

    assert capsys.readouterr().out == "The gazetteer is up to date.\n"
