"""Every save of what officers write is kept."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from content.models import Version
from content.versions.recording import keep_version
from tests.admin_forms import save
from tests.content.versions.things import address
from tests.factories.city import CityFactory, WebLinkFactory
from tests.factories.contact import ContactFactory
from tests.factories.document import DocumentFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from twinning_site.privacy.erasure import erase_person

pytestmark = pytest.mark.django_db


def test_each_save_is_kept_with_who_and_what(council, officer, officer_client):
    moment = timezone.now().replace(second=0, microsecond=0)
    page = PageFactory(title={"en": "Visits", "de": "Besuche"}, published_at=moment)

    save(officer_client, address(page, "change"), title_0="Visits and hosts")
    save(officer_client, address(page, "change"), "_publish", title_0="Visits")

    versions = list(Version.objects.of(page).order_by("number"))
    assert [(one.user, one.words) for one in versions] == [
        (None, ""),
        (officer, "Changed Title."),
        (officer, "Published. Changed Title."),
    ]
    titles = [json.loads(one.rows[0]["fields"]["title"]) for one in versions]
    assert titles == [
        {"de": "Besuche", "en": title} for title in ("Visits", "Visits and hosts", "Visits")
    ]


def test_two_versions_are_compared_language_by_language(council, officer_client):
    page = PageFactory(
        title={"en": "Visits & more", "de": "Besuche"}, body={"en": "<p>One.</p><p>Two</p>"}
    )
    save(
        officer_client,
        address(page, "change"),
        title_0="Visits & hosts",
        body_0="<p>One.</p><p>Three</p>",
    )

    response = officer_client.get(
        reverse("admin:pages_page_compare", args=[page.pk]) + "?older=2&newer=1"
    )

    html = response.content.decode()
    assert "Visits &amp; <del>more</del>" in html
    assert "Visits &amp; <ins>hosts</ins>" in html
    assert "<p>One.</p><p><del>Two</del></p>" in html
    assert "Besuche" not in html


def test_tags_in_texts_are_shown_as_text(council, officer_client):
    page = PageFactory(title="<script>alert(1)</script>")
    save(officer_client, address(page, "change"), title_0="<script>alert(2)</script>")

    html = officer_client.get(
        reverse("admin:pages_page_compare", args=[page.pk]) + "?older=1&newer=2"
    ).content.decode()

    assert "<script>alert" not in html.split('id="content-main"')[1]


@pytest.mark.parametrize("query", ["", "?older=1", "?older=1&newer=99", "?older=a&newer=%00"])
def test_versions_that_are_not_there_are_not_found(council, officer_client, query):
    page = PageFactory()
    save(officer_client, address(page, "change"), title_0="Other")

    url = reverse("admin:pages_page_compare", args=[page.pk])

    assert officer_client.get(url + query).status_code == 404


def test_list_of_a_thousand_versions_takes_as_many_queries_as_that_of_two(
    council, officer, officer_client, django_assert_num_queries
):
    page = PageFactory()
    kind = ContentType.objects.get_for_model(page)
    for numbers in (range(1, 3), range(3, 1001)):
        Version.objects.bulk_create(
            Version(
                content_type=kind,
                object_id=str(page.pk),
                number=n,
                user=officer,
                heading="Visits",
                state="[]",
            )
            for n in numbers
        )
        # What kinds of rows there are is asked once a process.
        officer_client.get(address(page, "history"))
        with django_assert_num_queries(8):
            officer_client.get(address(page, "history"))


def test_erasing_an_address_reaches_versions_and_the_bin(council, officer_client):
    page = PageFactory(body={"en": "<p>Write to ann@example.org</p>"})
    save(officer_client, address(page, "change"), title_0="Other")
    officer_client.post(address(page, "delete"), {"post": "yes"})

    erase_person("ann@example.org")

    states = " ".join(Version.objects.values_list("state", flat=True))
    assert "ann@example.org" not in states
    assert "[erased]" in states


def test_parts_are_shown_to_those_alone_who_may_look_at_them(council, officer_client):
    group = LinkGroupFactory()
    ContactFactory(group=group, name="Ann Example")
    keep_version(group, None)
    group.contacts.all().delete()
    keep_version(group, None)
    compare = address(group, "compare") + "?older=1&newer=2"
    assert "Ann Example" in officer_client.get(compare).content.decode()
    viewer = OfficerFactory()
    viewer.groups.clear()
    viewer.user_permissions.set(
        Permission.objects.filter(codename__in=["view_version", "view_linkgroup"])
    )
    client = Client()
    client.force_login(viewer)

    assert "Ann Example" not in client.get(compare).content.decode()

    keep_version(group, None)
    ContactFactory(group=group, name="Ben Example")
    officer_client.post(address(group, "delete"), {"post": "yes"})
    binned = reverse(
        "admin:content_version_change", args=[Version.objects.of(group).in_bin().get().pk]
    )
    assert "Ben Example" in officer_client.get(binned).content.decode()
    assert "Ben Example" not in client.get(binned).content.decode()


def test_parts_of_one_kind_can_be_taken_back_by_one_box(council, officer_client):
    city = CityFactory()
    MilestoneFactory(city=city)
    WebLinkFactory(city=city)
    keep_version(city, None)
    city.milestones.all().delete()
    city.web_links.all().delete()
    MilestoneFactory(city=city)
    WebLinkFactory(city=city)
    keep_version(city, None)

    html = officer_client.get(address(city, "compare") + "?older=1&newer=2").content.decode()

    assert html.count('value="milestones"') == html.count('value="web_links"') == 1


def test_file_that_is_gone_is_told(council, officer_client):
    document = DocumentFactory(title="Visits")
    keep_version(document, None)
    document.file.storage.delete(document.file.name)

    chosen = {"version": 1, "name": ["file", "title"]}
    html = officer_client.post(address(document, "restore"), chosen).text

    assert "The file of this version is gone." in html
