import pytest
from django.contrib.redirects.models import Redirect
from django.utils import translation

from content.web.old_addresses import keep_old_address
from tests.factories.page import PageFactory

pytestmark = pytest.mark.django_db


def targets() -> dict[str, str]:
    return dict(Redirect.objects.values_list("old_path", "new_path"))


def test_old_address_leads_to_the_new_one_in_every_language(client, council):
    PageFactory(slug="bread")
    keep_old_address("/loaf/", "/bread/")

    assert targets() == {"/loaf/": "/bread/", "/de/loaf/": "/de/bread/"}
    for address, target in targets().items():
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (301, target)


def test_addresses_may_be_given_in_any_language():
    with translation.override("de"):
        keep_old_address("/de/loaf/", "/de/bread/")
    assert targets() == {"/loaf/": "/bread/", "/de/loaf/": "/de/bread/"}


def test_moving_twice_makes_no_chain():
    keep_old_address("/one/", "/two/")
    keep_old_address("/two/", "/three/")
    assert targets()["/one/"] == "/three/"
    assert targets()["/two/"] == "/three/"


def test_moving_back_makes_no_loop():
    keep_old_address("/one/", "/two/")
    keep_old_address("/two/", "/one/")
    assert targets() == {"/two/": "/one/", "/de/two/": "/de/one/"}


def test_same_address_is_left_alone():
    keep_old_address("/one/", "/one/")
    assert targets() == {}
