from io import StringIO

import pytest
from django.core.management import call_command
from fontTools.ttLib import TTFont

from content.text.fonts import FACES, SCRIPTS, STAMP

# On one worker, so that the fonts are made once.
pytestmark = pytest.mark.xdist_group("fonts")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder with the fonts, and what the command said."""
    folder = tmp_path_factory.mktemp("var")
    words = StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.VAR_DIR", folder)
        call_command("build_fonts", stdout=words)
    return folder, words.getvalue()


def test_every_face_has_a_small_file_for_every_script(built):
    folder, words = built
    names = {f"{face.name}-{script}.woff2" for face in FACES for script in SCRIPTS}

    assert {path.name for path in (folder / "fonts").glob("*.woff2")} == names
    assert f"Made {len(names)} web font files." in words


def test_fonts_of_the_first_view_weigh_less_than_60_kb(built):
    folder, _ = built
    first_view = ["sans-latin.woff2", "serif-latin.woff2"]

    assert sum((folder / "fonts" / name).stat().st_size for name in first_view) < 60_000


def test_letters_and_names_are_those_of_the_cut(built):
    folder, _ = built
    font = TTFont(folder / "fonts" / "sans-latin.woff2")
    characters = font.getBestCmap()

    assert {ord(letter) for letter in "AZaz09éöñ€–’"} <= characters.keys()
    assert ord("П") not in characters
    # The licence reserves the name of the unchanged font.
    assert "Source" not in {str(record) for record in font["name"].names}
    assert font["name"].getDebugName(1) == "Twinning Sans"
    assert [axis.axisTag for axis in font["fvar"].axes] == ["wght"]


def test_second_build_makes_nothing_and_says_so(built, settings):
    settings.VAR_DIR = built[0]
    words = StringIO()

    call_command("build_fonts", stdout=words)

    assert words.getvalue() == "The web fonts are up to date.\n"


def test_another_recipe_is_built_anew(built, settings, monkeypatch, tmp_path):
    settings.VAR_DIR = tmp_path
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / STAMP).write_text('{"recipe": "an older one"}')
    monkeypatch.setattr("content.text.fonts.FACES", FACES[1:2])
    monkeypatch.setattr("content.text.fonts.SCRIPTS", {"greek": SCRIPTS["greek"]})
    words = StringIO()

    call_command("build_fonts", stdout=words)

    assert "Made 1 web font files." in words.getvalue()
