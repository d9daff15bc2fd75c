"""The drawings: each has its picture, its words, and only inks of the series."""

import re
from collections import Counter
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from twinning_site.demo import DRAWINGS
from twinning_site.demo.management.commands import draw_pictures

PICTURES = draw_pictures.PICTURES
ALL = sorted(DRAWINGS.glob("*.svg"))


def test_every_drawing_has_its_picture_and_its_words():
    names = {drawing.stem for drawing in ALL}

    assert names == {picture.stem for picture in PICTURES.glob("*.webp")}
    assert names == {texts.name.removesuffix(".en.toml") for texts in PICTURES.glob("*.en.toml")}


@pytest.mark.parametrize("drawing", ALL, ids=lambda drawing: drawing.stem)
def test_picture_is_as_large_as_its_drawing_and_light(drawing):
    root = ElementTree.fromstring(drawing.read_text())  # noqa: S314 - a file of our own
    picture = PICTURES / f"{drawing.stem}.webp"

    with Image.open(picture) as image:
        assert image.size == (int(root.get("width")), int(root.get("height")))
    assert picture.stat().st_size < draw_pictures.MAX_BYTES


@pytest.mark.parametrize("drawing", ALL, ids=lambda drawing: drawing.stem)
def test_drawing_can_be_changed_by_hand(drawing):
    source = drawing.read_text()
    ids = re.findall(r' id="([^"]+)"', source)

    assert [name for name, times in Counter(ids).items() if times > 1] == []
    assert "<title>" in source
    assert "base64" not in source


def test_drawing_with_a_strange_colour_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(draw_pictures, "DRAWINGS", tmp_path)
    monkeypatch.setattr(draw_pictures, "PICTURES", tmp_path)
    (tmp_path / "strange.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6">'
        '<rect width="9" height="6" fill="#ff00ff"/></svg>'
    )

    with pytest.raises(CommandError, match="#ff00ff"):
        call_command("draw_pictures")


def test_drawing_becomes_the_picture_beside_it(tmp_path, monkeypatch):
    monkeypatch.setattr(draw_pictures, "DRAWINGS", tmp_path)
    monkeypatch.setattr(draw_pictures, "PICTURES", tmp_path)
    (tmp_path / "small.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6">'
        '<rect width="9" height="6" fill="#0f4c5c"/></svg>'
    )

    call_command("draw_pictures", "small", verbosity=0)

    with Image.open(tmp_path / "small.webp") as image:
        assert image.format == "WEBP"
        assert image.size == (9, 6)


def test_unknown_drawing_is_refused():
    with pytest.raises(CommandError, match="nowhere.svg"):
        call_command("draw_pictures", "nowhere")
