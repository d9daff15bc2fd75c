"""A picture has an address that stays when it gets another file."""

import pytest
from django.core.signing import Signer

from tests.admin_forms import save
from tests.content.admin.library.test_uploads import photo
from tests.content.versions.things import address
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.django_db


def test_new_file_has_the_address_of_the_one_before(officer_client, client):
    picture = PictureFactory()
    url = picture.get_absolute_url()
    first = client.get(url)
    before = first.getvalue()

    save(officer_client, address(picture, "change"), file=photo())

    picture.refresh_from_db()
    assert picture.get_absolute_url() == url
    second = client.get(url, headers={"If-None-Match": first["ETag"]})
    assert second.getvalue() != before
    assert second["Content-Type"] == "image/jpeg"
    assert client.get(url, headers={"If-None-Match": second["ETag"]}).status_code == 304


def test_readers_ask_again_each_time(client):
    response = client.get(PictureFactory().get_absolute_url())
    response.getvalue()

    assert "max-age=0" in response["Cache-Control"]
    assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.parametrize("token", ["1", "1.", "x.y", "1:2", "..", "%00", "9" * 4000])
def test_nobody_counts_up(client, token):
    PictureFactory(pk=1)

    assert client.get(f"/pictures/{token}").status_code == 404


def test_token_of_something_else_is_none(client):
    PictureFactory(pk=1)
    token = Signer(sep=".", salt="something else").sign("1")

    assert client.get(f"/pictures/{token}").status_code == 404


def test_picture_in_the_bin_is_gone_from_it(officer_client, client):
    picture = PictureFactory()
    url = picture.get_absolute_url()

    officer_client.post(address(picture, "delete"), {"post": "yes"})

    assert client.get(url).status_code == 404
