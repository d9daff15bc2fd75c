"""A council that has no voluntary scheme."""

import pytest
from django.urls import reverse

from tests.factories.application import ApplicationFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.council import CouncilFactory
from tests.factories.group import LinkGroupFactory

pytestmark = pytest.mark.django_db

WAYS = ["/", "/groups/", "/events/", "/about/", "/sitemap-lists.xml", "/search/?q=volunteer"]


@pytest.fixture
def scheme(request):
    ConsentWordingFactory()
    LinkGroupFactory()
    return CouncilFactory(offers_volunteering=request.param)


@pytest.mark.parametrize("scheme", [True], indirect=True)
@pytest.mark.parametrize("path", WAYS)
def test_scheme_is_offered(client, scheme, path):
    assert "/volunteer/" in client.get(path).text


@pytest.mark.parametrize("scheme", [False], indirect=True)
@pytest.mark.parametrize("path", WAYS)
def test_no_way_leads_to_a_scheme_that_there_is_not(client, scheme, path):
    assert "/volunteer/" not in client.get(path).text


@pytest.mark.parametrize("scheme", [False], indirect=True)
@pytest.mark.parametrize("route", ["start", "apply", "blank-form"])
def test_scheme_that_there_is_not_is_not_found(client, scheme, route):
    assert client.get(reverse(f"volunteers:{route}")).status_code == 404


@pytest.mark.parametrize("scheme", [False], indirect=True)
def test_nobody_can_apply_without_a_scheme(client, scheme):
    assert client.post(reverse("volunteers:apply"), {"step": "send"}).status_code == 404


@pytest.mark.parametrize("scheme", [False], indirect=True)
def test_applicants_still_reach_what_they_sent(client, scheme):
    assert client.get(ApplicationFactory().get_absolute_url()).status_code == 200
