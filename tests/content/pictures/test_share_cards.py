import io
import re
from datetime import UTC, datetime

import pytest
from django.core import signing
from django.urls import reverse
from PIL import Image

from content.pictures.share_cards import SALT, ShareCard, draw
from tests.factories.city import CityFactory
from tests.factories.picture import PictureFactory

CARD = ShareCard("Leiden", "Oxford’s twin cities", "#0f4c5c")
BAND_TOP = 630 - 236


def pixels_of(card: ShareCard) -> Image.Image:
    with Image.open(io.BytesIO(draw(card))) as image:
        assert (image.format, image.size) == ("JPEG", (1200, 630))
        return image.convert("RGB")


def count_light(image: Image.Image) -> int:
    """Pixels of the band below the dots that are as light as letters."""
    band = image.convert("L").crop((0, BAND_TOP + 24, 1200, 630))
    return sum(count for count, value in band.getcolors(70_000) if value > 200)


def test_the_title_is_written_on_the_council_s_colour():
    titled, bare = pixels_of(CARD), pixels_of(ShareCard("", "", CARD.color))

    assert titled.getpixel((1190, 620)) == pytest.approx((15, 76, 92), abs=4)
    assert count_light(titled) > count_light(bare) + 1000


def test_a_title_without_end_stays_on_the_picture():
    image = pixels_of(ShareCard("Freundschaft über alle Grenzen " * 30, "", "#0f4c5c"))

    edge = image.convert("L").crop((1150, BAND_TOP + 60, 1200, 630))
    assert max(value for _, value in edge.getcolors(70_000)) < 200


def test_letters_that_the_fonts_lack_are_not_drawn_as_boxes():
    assert draw(ShareCard("القاهرة", "", "#0f4c5c")) == draw(ShareCard("", "", "#0f4c5c"))


@pytest.mark.django_db
def test_every_page_names_a_picture_of_its_own(client, council):
    CityFactory(name="Bonn", slug="bonn", picture=PictureFactory())
    addresses = set()
    for path in ["/", "/cities/", "/cities/bonn/", "/events/"]:
        page = client.get(path).content.decode()
        address = re.search(r'property="og:image" content="http://[^/]+([^"]+)"', page)[1]
        response = client.get(address)
        assert response["Content-Type"] == "image/jpeg"
        assert "immutable" in response["Cache-Control"]
        addresses.add(address)

    assert len(addresses) == 4


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["x", "another signature", "a:b:c"])
def test_nobody_orders_a_picture_of_their_own(client, token):
    if token == "another signature":
        token = f"{CARD.token()}x"

    assert client.get(reverse("content:share-picture", args=[token])).status_code == 404


def test_the_address_of_a_picture_stays(time_machine):
    token = CARD.token()
    time_machine.move_to(datetime(2035, 1, 1, tzinfo=UTC))

    assert CARD.token() == token
    assert ShareCard.from_token(token) == CARD


@pytest.mark.django_db
def test_a_picture_that_left_the_library_is_not_found(client):
    token = ShareCard("Bonn", "", "#0f4c5c", "pictures/gone.png").token()

    assert client.get(reverse("content:share-picture", args=[token])).status_code == 404


def test_the_arc_has_the_second_colour_and_an_old_address_the_usual_one():
    bright = ShareCard("", "", "#0f4c5c", accent="#00ff00")
    colors = pixels_of(bright).getcolors(1_000_000)
    assert any(green > 200 and red < 60 and blue < 60 for _count, (red, green, blue) in colors)
    old = signing.Signer(salt=SALT).sign_object(("Bonn", "", "#0f4c5c", "", (50, 50)))

    assert ShareCard.from_token(old) == ShareCard("Bonn", "", "#0f4c5c")
    assert ShareCard.from_token(bright.token()) == bright
