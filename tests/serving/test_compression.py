import gzip

import pytest

from tests.factories.city import CityFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.django_db
ACCEPT = {"Accept-Encoding": "gzip, br"}


def test_pages_are_compressed(client, council):
    response = client.get("/", headers=ACCEPT)

    assert response["Content-Encoding"] == "gzip"
    assert b"<h1" in gzip.decompress(response.content)


def test_pictures_are_handed_out_as_they_are(client):
    city = CityFactory(picture=PictureFactory())
    response = client.get(city.picture.file.url, headers=ACCEPT)

    assert b"".join(response.streaming_content).startswith(b"\x89PNG")
    assert "Content-Encoding" not in response


def test_who_does_not_ask_gets_plain_text(client, council):
    assert "Content-Encoding" not in client.get("/")
