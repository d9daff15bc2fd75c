"""A council that has no voluntary scheme."""

import pytest
from django.test import Client
from django.urls import reverse

from content.models import QueuedEmail
from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.council import CouncilFactory
from tests.factories.group import LinkGroupFactory
from volunteers.models import Application, ConsentWording

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


@pytest.mark.parametrize("is_without", ["scheme", "wording"])
@pytest.mark.parametrize("scheme", [False], indirect=True)
def test_what_is_sent_after_the_scheme_was_closed_can_be_copied(client, scheme, is_without):
    if is_without == "wording":
        scheme.offers_volunteering = True
        scheme.save()
        ConsentWording.objects.all().delete()
    city = CityFactory(name="Bonn")
    typed = {"step": "send", "name": "Ada <b>", "email": "no address", "message": "At\nweekends",
             "cities": [city.slug, "nowhere"]}  # fmt: skip

    answer = client.post(reverse("volunteers:apply"), typed)

    assert answer.status_code == 409
    assert "Volunteering is closed at the moment" in answer.text
    for words in ("Ada &lt;b&gt;", "no address", "weekends", "<dd>Bonn</dd>", scheme.email):
        assert words in answer.text
    assert not Application.objects.exists()
    assert not QueuedEmail.objects.exists()


@pytest.mark.parametrize("scheme", [False], indirect=True)
@pytest.mark.parametrize("typed", [{}, {"name": "\0", "cities": "99999999999999999999"}])
def test_whatever_is_sent_after_the_scheme_was_closed_is_answered(scheme, typed):
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(reverse("volunteers:apply"), typed).status_code == 409


@pytest.mark.parametrize("scheme", [False], indirect=True)
def test_applicants_still_reach_what_they_sent(client, scheme):
    assert client.get(ApplicationFactory().get_absolute_url()).status_code == 200
