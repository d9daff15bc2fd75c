"""Which links lead nowhere, and how officers are told."""

import pytest
from django.urls import reverse
from django.utils import timezone

from content.link_check.faults import Fault, faults_of
from content.models import Finding, FindingKind, LinkFault
from content.web.link_targets import stable_address
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.external_address import ExternalAddressFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory
from tests.factories.page import PageFactory
from twinning_site.workbench.findings.keeping import look_at_everything

pytestmark = pytest.mark.django_db


def broken(url: str, fault: LinkFault = LinkFault.NOT_FOUND):
    today = timezone.localdate()
    return ExternalAddressFactory(url=url, fault=fault, failed_days=3, last_failed_on=today)


def test_faults_are_those_that_readers_meet():
    draft = EventFactory(draft=True, title="Fair", slug="fair")
    expired, live = CityFactory(expired=True, name="Bonn"), CityFactory()
    scheduled = CityFactory(scheduled=True)
    secret = DocumentFactory(title="Plan")
    LinkGroupFactory(draft=True, documents=[secret])
    broken("https://example.org/gone/")
    ExternalAddressFactory(url="https://example.org/twice/", fault="server", failed_days=2)

    assert faults_of(
        {
            stable_address(draft), stable_address(expired), stable_address(live),
            stable_address(scheduled), stable_address(secret), "/events/fair/", "/never-was/",
            "/go/event/999/", "/events/", "https://example.org/gone/", "https://example.org/twice/",
            "https://example.org/there/", "mailto:a@example.org", "#a",
        }
    ) == {
        stable_address(draft): Fault(LinkFault.DRAFT, "Fair"),
        "/events/fair/": Fault(LinkFault.DRAFT, "Fair"),
        stable_address(expired): Fault(LinkFault.EXPIRED, "Bonn"),
        stable_address(secret): Fault(LinkFault.HIDDEN, "Plan"),
        "/never-was/": Fault(LinkFault.NOWHERE, "/never-was/"),
        "/go/event/999/": Fault(LinkFault.NOWHERE, "/go/event/999/"),
        "https://example.org/gone/": Fault(LinkFault.NOT_FOUND, "https://example.org/gone/"),
    }  # fmt: skip


def test_many_links_take_few_queries(django_assert_max_num_queries):
    addresses = {f"/go/event/{number}/" for number in range(1, 1500)}
    addresses |= {f"https://example.org/{number}/" for number in range(500)}

    with django_assert_max_num_queries(4):
        assert len(faults_of(addresses)) == 1499


def test_officer_finds_broken_links_with_the_way_to_the_form(officer_client, council):
    url = "https://example.org/gone/"
    broken(url)
    page = PageFactory(title="Trips", body={"de": f'<p><a href="{url}">a</a></p>'})
    article = ArticleFactory(body=f'<p><a href="{url}">a</a></p>')
    PageFactory(draft=True, body=f'<p><a href="{url}">a</a></p>')

    look_at_everything()

    found = Finding.objects.filter(kind=FindingKind.LINK)
    assert {(one.content_type.model, one.object_id) for one in found} == {
        ("page", page.pk),
        ("newsletter", article.newsletter_id),
    }
    html = officer_client.get("/admin/content/finding/?kind__exact=link").content.decode()
    assert f"Text (German): “{url}”: the page is not found" in html
    assert f'<a href="{reverse("admin:pages_page_change", args=[page.pk])}">Trips</a>' in html
    assert "Links that lead nowhere" in officer_client.get("/admin/").content.decode()


def test_mended_link_is_no_longer_found(council):
    page = PageFactory(body='<p><a href="/never-was/">a</a></p>')
    look_at_everything()
    assert Finding.objects.filter(kind=FindingKind.LINK).count() == 1

    page.body = '<p><a href="/about/">a</a></p>'
    page.save()
    look_at_everything()

    assert not Finding.objects.filter(kind=FindingKind.LINK).exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_list_of_findings_takes_as_many_queries_however_long(
    officer_client, council, rows, django_assert_num_queries
):
    for number in range(rows):
        PageFactory(body=f'<p><a href="/never-was-{number}/">a</a></p>')
    look_at_everything()
    address = "/admin/content/finding/?kind__exact=link"
    officer_client.get(address)

    with django_assert_num_queries(9):
        officer_client.get(address)
