"""What is wrong with a folder is told with file and line, all at once, and nothing is written."""

import pytest
from django.core.management import CommandError, call_command

from cities.models import City
from tests.bundles.folders import write_bundle
from twinning_site.bundles.reading.bundle import read_bundle
from twinning_site.bundles.reading.folder import MAX_FILE

pytestmark = pytest.mark.django_db

THEME = {"themes/music.en.toml": 'name = "Music"\n'}


def faults(folder):
    return [str(fault) for fault in read_bundle(folder).faults]


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("bundle.toml", 'format = 2\nlanguages = ["en"]', "bundle.toml:1: format: 2 is newer"),
        ("bundle.toml", 'format = true\nlanguages = ["en"]', "bundle.toml:1: format: has to be"),
        ("bundle.toml", 'format = 1\nlanguages = "en"', "bundle.toml:2: languages: has to be"),
        (
            "bundle.toml",
            'format = 1\nlanguages = ["en"]\ntime_zone = "Mars"',
            "bundle.toml:3: time",
        ),
        ("themes/music.toml", "position = 1\nvolume = 11", "themes/music.toml:2: volume: is no"),
        ("themes/music.toml", 'position = "x"', "themes/music.toml:1: position: has to be a whole"),
        (
            "themes/music.toml",
            "position = true",
            "themes/music.toml:1: position: has to be a whole",
        ),
        ("themes/music.toml", "position = -1", "themes/music.toml:1: position: "),
        ("themes/music.toml", 'name = "Music"', "themes/music.toml:1: name: belongs into the file"),
        ("themes/music.toml", "position = = 1", "themes/music.toml:1: No valid TOML"),
        ("themes/music.toml", f"position = {'9' * 5000}", "themes/music.toml: No valid TOML"),
        ("themes/music.toml", f"a = {'[' * 9000}", "themes/music.toml"),
        ("themes/music.en.toml", "name = 1", "themes/music.en.toml:1: name: has to be a text"),
        ("themes/music.en.toml", 'name = " "', "themes/music.en.toml:1: name: "),
        ("themes/music.fr.toml", 'name = "Musique"', "themes/music.fr.toml: fr is not among"),
        ("themes/a b.toml", "", "themes/a b.toml: No file of a bundle"),
        ("recipes/soup.toml", "", "recipes/soup.toml: No file of a bundle"),
        ("themes/notes.txt", "", "themes/notes.txt: No file of a bundle"),
        ("events/x.toml", 'time_zone = ["a"]', "events/x.toml:1: time_zone: is no time zone"),
        ("groups/x.toml", 'cities = ["atlantis"]', "groups/x.toml:1: cities: there is no"),
        ("letters/x.en.toml", 'subject = "X"', "letters/x.en.toml: The site sends no such letter."),
        ("council.toml", "social_addresses = [1]", "council.toml:1: social_addresses: has to be a"),
        (
            "council.toml",
            'social_addresses = ["http://x.com/council"]',
            "council.toml:1: social_addresses: “http",
        ),
        ("pages/x.toml", "published_at = 2015-11-10", "pages/x.toml:1: published_at: has to be"),
    ],
)
def test_fault_is_told_with_file_and_line(tmp_path, file, text, expected):
    texts = {
        "groups/x.en.toml": 'name = "X"\nsummary = "Y"',
    }
    found = faults(write_bundle(tmp_path, THEME | texts | {file: text}))

    assert [fault for fault in found if fault.startswith(expected)]


@pytest.mark.parametrize("address", ["/go/page/nowhere/", "/go/page/12/", "/go/person/12/"])
def test_link_that_leads_nowhere_is_a_fault(tmp_path, address):
    text = f'name = "X"\nsummary = "Y"\nbody = \'<p><a href="{address}">there</a></p>\'\n'
    found = faults(write_bundle(tmp_path, {"groups/x.en.toml": text}))

    assert found == [f"groups/x.en.toml:3: body: {address} leads nowhere"]


def test_all_faults_are_told_and_nothing_is_written(tmp_path):
    files = THEME | {"themes/music.toml": "volume = 11", "themes/art.toml": "position = 'x'"}

    with pytest.raises(CommandError) as raised:
        call_command("bundle", "load", write_bundle(tmp_path, files), "--yes")

    assert "themes/music.toml:1" in str(raised.value)
    assert "themes/art.toml:1" in str(raised.value)
    assert not City.objects.exists()


def test_links_of_the_file_system_are_not_followed(tmp_path):
    secret = write_bundle(tmp_path / "secret", THEME)
    folder = write_bundle(tmp_path / "bundle", {})
    (folder / "themes").symlink_to(secret / "themes")
    (folder / "council.toml").symlink_to("/etc/passwd")

    assert [fault.split(":")[0] for fault in faults(folder)] == ["council.toml", "themes"]


def test_file_that_is_too_large_is_not_read(tmp_path):
    found = faults(write_bundle(tmp_path, {"themes/music.toml": "#" * (MAX_FILE + 1)}))

    assert found[0].startswith("themes/music.toml: Too large")


def test_part_is_found_by_its_line(tmp_path):
    facts = '[[milestones]]\nyear = 1947\n\n[[milestones]]\nyear = "x"\n'
    found = faults(write_bundle(tmp_path, {"cities/bonn.toml": facts}))

    assert "cities/bonn.toml:5: year: has to be a whole number, or “+14 days”" in found


def test_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match="is no folder"):
        call_command("bundle", "check", tmp_path / "nowhere")


def test_two_pages_of_one_kind_are_told(tmp_path):
    texts = 'title = "Imprint"\nbody = "<p>Us.</p>"\n'
    files = {f"pages/{key}.en.toml": texts for key in "xy"}
    files |= {f"pages/{key}.toml": 'kind = "imprint"\nplace = "foot"\n' for key in "xy"}

    assert faults(write_bundle(tmp_path, files)) == ["pages/y.toml:1: kind: “x” has the same"]
