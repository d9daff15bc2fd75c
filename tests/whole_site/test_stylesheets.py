"""What holds for every style sheet of the screen."""

import re

import minify
import pytest

from content.text.fonts import FACES, SCRIPTS
from tests.nu_checker import complaints
from tests.stylesheets import FOLDER, sheets

PHYSICAL = re.compile(
    r"(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b"
    r"|[{;\s](?:left|right)\s*:"
    r"|(?:float|clear|text-align)\s*:\s*(?:left|right)\b"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
)

# Faces know no layers; the admin and the editor bring sheets of their own that have none.
UNLAYERED = {"base/fonts.css", *(name for name in sheets() if name.startswith("admin/"))}


def test_there_are_style_sheets_to_look_at():
    assert len(sheets()) >= 9


def test_every_sheet_is_valid_css():
    """By the Nu HTML checker. It does not know paged media (CSS GCPM), so not those in `pdf/`."""
    assert not complaints("--css", *(FOLDER / name for name in sheets()))


def test_sheets_are_valid_css_and_smaller_without_comments_and_spaces(tmp_path):
    for number, path in enumerate(FOLDER / name for name in sheets()):
        small = minify.string("text/css", path.read_text())
        assert len(small) < 0.9 * path.stat().st_size
        (tmp_path / f"{number}-{path.name}").write_text(small)

    assert not complaints("--css", *tmp_path.iterdir())


def test_the_sheet_of_the_site_is_made_of_all_but_the_admins():
    """Tokens first, for they name the order of the layers; paper last, for it overrides."""
    imported = re.findall(r'@import "([^"]+)"', (FOLDER / "site.css").read_text())

    assert imported[0] == "base/tokens.css"
    assert imported[-1] == "base/print.css"
    assert sorted(imported) == [name for name in sheets() if not name.startswith("admin/")]


@pytest.mark.parametrize("name", sheets())
def test_nothing_is_left_or_right_so_that_arabic_works(name):
    assert PHYSICAL.findall(sheets()[name]) == []


@pytest.mark.parametrize("name", sheets())
def test_no_sheet_is_longer_than_300_lines(name):
    assert len((FOLDER / name).read_text().splitlines()) <= 300


@pytest.mark.parametrize("name", sorted(sheets().keys() - UNLAYERED))
def test_every_rule_is_in_a_layer(name):
    outside = re.sub(r"@layer [^{;]*(;|\{.*?\n\})", "", sheets()[name], flags=re.DOTALL)

    assert outside.strip() == ""


def test_every_custom_property_that_is_used_is_defined():
    everything = "\n".join(sheets().values())
    defined = set(re.findall(r"(--[a-z0-9-]+)\s*:", everything))
    # With a fallback behind a comma it may be missing.
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", everything))

    assert used - defined == set()


def test_font_faces_are_those_that_are_built():
    text = sheets()["base/fonts.css"]
    declared = re.findall(
        r'font-family: "([^"]+)";[^}]*?url\("\.\./\.\./fonts/([^"]+)"\)'
        r"[^}]*?unicode-range: ([^;]+);",
        text,
    )

    assert {(family, file, ranges.replace(" ", "")) for family, file, ranges in declared} == {
        (face.family, f"{face.name}-{script}.woff2", ranges)
        for face in FACES
        for script, ranges in SCRIPTS.items()
    }
