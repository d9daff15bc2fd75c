"""SVG files: drawn as a PNG, and nothing else of them is kept."""

import base64
import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from content.models import Picture
from content.pictures.drawings import DRAWN_SIDE, MAX_BYTES, is_drawing
from content.pictures.upload_checks import checked_picture, prepare_picture
from tests import hostile_files
from tests.admin_forms import save
from tests.content.pictures.uploads import ADD, WORDS, file_of

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
RED = '<rect width="50" height="50" fill="#ff0000"/>'


def svg(inside: str = RED, attributes: str = 'width="100" height="50"') -> bytes:
    return f"{HEAD} {attributes}>{inside}</svg>".encode()


def picture_of(content: bytes) -> Image.Image:
    with Image.open(prepare_picture(checked_picture(file_of(content)))) as image:
        assert image.format == "PNG"
        return image.convert("RGBA")


def refusal_of(content: bytes) -> str:
    with pytest.raises(ValidationError) as refusal:
        checked_picture(file_of(content))
    return " ".join(refusal.value.messages)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="100" height="50"', (DRAWN_SIDE, DRAWN_SIDE // 2)),
        ('viewBox="0 0 100 50"', (DRAWN_SIDE, DRAWN_SIDE // 2)),
        ('viewBox="0,0,50,100" width="9000cm" height="18000cm"', (DRAWN_SIDE // 2, DRAWN_SIDE)),
        ('width="1000000" height="1"', (DRAWN_SIDE, 1)),
    ],
)
def test_the_longer_side_has_a_fixed_size_whatever_the_file_asks_for(attributes, size):
    assert picture_of(svg(attributes=attributes)).size == size


def test_shapes_are_drawn_and_the_rest_is_clear():
    image = picture_of(svg())

    assert image.getpixel((100, 100)) == (255, 0, 0, 255)
    assert image.getpixel((DRAWN_SIDE - 100, 100))[3] == 0


@pytest.mark.parametrize("address", ["{path}", "file://{path}", "  {path}"])
def test_a_file_of_this_machine_is_not_opened(tmp_path, address):
    path = tmp_path / "secret.png"
    Image.new("RGB", (100, 50), "#00ff00").save(path)
    address = address.format(path=path)
    inside = f'<image width="100" height="50" href="{address}" xlink:href="{address}"/>'

    assert picture_of(svg(inside)).getextrema()[3] == (0, 0)


def test_an_entity_of_another_file_is_not_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text(RED)
    content = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{secret}">]>'.encode() + svg("&x;")

    assert refusal_of(content) == "This SVG file cannot be drawn here. Save it as PNG."


def test_pictures_and_parts_of_its_own_are_drawn():
    buffer = io.BytesIO()
    Image.new("RGB", (10, 5), "#00ff00").save(buffer, "PNG")
    data = base64.b64encode(buffer.getvalue()).decode()
    own = f'<image width="50" height="50" xlink:href="data:image/png;base64,{data}"/>'
    part = f'<defs><g id="a">{RED}</g></defs><use href="#a" x="50"/>'

    image = picture_of(svg(own + part))

    assert image.getpixel((200, 250)) == (0, 255, 0, 255)
    assert image.getpixel((DRAWN_SIDE - 100, 250)) == (255, 0, 0, 255)


ENTITIES = "".join(f'<!ENTITY a{n} "{10 * f"&a{n - 1};"}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaa">{ENTITIES}]>'.encode() + svg("<desc>&a9;</desc>")
COPIES = "".join(
    '<g id="g{}">{}</g>'.format(n, 10 * f'<use href="#g{n - 1}"/>') for n in range(1, 10)
)


@pytest.mark.parametrize(
    "content",
    [
        hostile_files.SVG,
        BOMB,
        svg(f'<g id="g0">{RED}</g>{COPIES}'),
        svg("<g>" * 100_000),
        svg(attributes='viewBox="0 0 nan inf"'),
        svg(attributes='viewBox="0 0 -1 0"'),
        b"<svg ",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "<svg/>".encode("utf-16"),
    ],
    ids=range(9),
)
def test_what_cannot_be_drawn_is_refused(content):
    assert refusal_of(content) == "This SVG file cannot be drawn here. Save it as PNG."


def test_letters_and_what_is_too_large_are_refused_with_their_reason():
    assert "letters that need a font" in refusal_of(svg('<text y="20">Bonn</text>'))
    assert "too large" in refusal_of(svg() + b" " * MAX_BYTES)


def test_scripts_are_passed_over():
    content = svg(f'{RED}<script>alert(1)</script><g onload="alert(1)"/>')

    assert picture_of(content).getpixel((100, 100)) == (255, 0, 0, 255)


@pytest.mark.parametrize(
    "content",
    [
        hostile_files.picture(kind="PNG") + svg(),
        b"<html><body>svg</body></html>",
        b"plain <svg>",
        b"<svgs>",
    ],
)
def test_what_only_mentions_one_is_none(content):
    assert not is_drawing(file_of(content))


@pytest.mark.django_db
def test_an_officer_adds_a_logo(officer_client):
    save(officer_client, ADD, **WORDS, file=SimpleUploadedFile("logo.svg", svg()))

    stored = Picture.objects.get()
    assert stored.file.name.endswith(".png")
    with stored.file.open() as file:
        assert file.read(4) == b"\x89PNG"
