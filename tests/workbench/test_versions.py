"""Every save of what officers write is kept, and what is deleted can come back."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from content.models import Document, Publishable, Version
from content.versions.readable import readable
from content.versions.recording import keep_version
from content.versions.snapshot import parts_of, snapshot
from events.models import Event
from tests.admin_forms import form_data, save
from tests.factories.city import CityFactory, WebLinkFactory
from tests.factories.contact import ContactFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory, EventPhotoFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.occurrence_change import OccurrenceChangeFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from tests.factories.picture import PictureFactory
from tests.factories.theme import ThemeFactory
from twinning_site.pages.models import Page
from twinning_site.privacy.erasure import erase_person
from twinning_site.serving.cleanup import delete_outdated

pytestmark = pytest.mark.django_db


def city():
    made = CityFactory(name={"en": "Bonn", "de": "Bundesstadt Bonn"}, picture=PictureFactory())
    made.themes.add(ThemeFactory())
    MilestoneFactory(city=made)
    MilestoneFactory(city=made)
    WebLinkFactory(city=made)
    # Rows that stay, and point to it
    EventFactory().cities.add(made)
    LinkGroupFactory().cities.add(made)
    EventFactory(city=made)
    return made


def group():
    made = LinkGroupFactory()
    made.cities.add(CityFactory())
    ContactFactory(group=made)
    EventFactory().groups.add(made)
    return made


def newsletter():
    made = NewsletterFactory(group=LinkGroupFactory())
    ArticleFactory(newsletter=made)
    ArticleFactory(newsletter=made)
    return made


def event():
    made = EventFactory(recurrence="FREQ=WEEKLY")
    made.cities.add(CityFactory())
    made.documents.add(DocumentFactory())
    EventPhotoFactory(event=made)
    OccurrenceChangeFactory(event=made)
    return made


def page():
    made = PageFactory()
    made.documents.add(DocumentFactory())
    return made


THINGS = [city, group, newsletter, event, page]


def tables() -> str:
    """Return all rows of what officers write, with their links."""
    models = {model for model in admin.site._registry if issubclass(model, Publishable)}
    models |= {getattr(model, name).rel.related_model for model in models for name in model.parts}
    ordered = sorted(models, key=lambda model: model._meta.label)
    rows = [row for model in ordered for row in model._base_manager.order_by("pk")]
    return serializers.serialize("json", rows, indent=1)


def address(thing, name: str) -> str:
    options = thing._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{name}", args=[thing.pk])


def restore_address(thing) -> str:
    version = Version.objects.of(thing).in_bin().get()
    return reverse("admin:content_version_restore", args=[version.pk])


@pytest.mark.parametrize("make", THINGS)
def test_what_was_deleted_comes_back_as_it_was(make, council, officer_client):
    thing = make()
    before = tables()

    officer_client.post(address(thing, "delete"), {"post": "yes"})
    assert not type(thing).objects.filter(pk=thing.pk).exists()
    response = officer_client.post(restore_address(thing))

    assert response.url == address(thing, "change")
    assert tables() == before
    assert not Version.objects.in_bin().exists()


def test_document_comes_back_with_its_file(
    council, officer_client, django_capture_on_commit_callbacks
):
    document = DocumentFactory()
    name = document.file.name
    with django_capture_on_commit_callbacks(execute=True):
        officer_client.post(address(document, "delete"), {"post": "yes"})
    assert document.file.storage.exists(name)

    officer_client.post(restore_address(document))

    with Document.objects.get(pk=document.pk).file.open() as file:
        assert file.read()


def test_two_pages_deleted_at_once_are_both_in_the_bin(council, officer_client):
    pages = [PageFactory(), PageFactory()]
    officer_client.post(
        reverse("admin:pages_page_changelist"),
        {"action": "delete_selected", "_selected_action": [p.pk for p in pages], "post": "yes"},
    )

    shown = officer_client.get(reverse("admin:content_version_changelist")).content.decode()

    assert all(str(page) in shown for page in pages)


def test_page_whose_address_is_taken_gets_a_free_one(council, officer_client):
    page = PageFactory(slug="visits")
    officer_client.post(address(page, "delete"), {"post": "yes"})
    PageFactory(slug="visits")

    response = officer_client.post(restore_address(page), follow=True)

    assert Page.objects.get(pk=page.pk).slug == "visits-2"
    assert "Another page has its old address by now" in response.content.decode()


def test_what_it_pointed_to_and_is_gone_is_told(council, officer_client):
    event = EventFactory()
    event.cities.add(city := CityFactory())
    officer_client.post(address(event, "delete"), {"post": "yes"})
    city.delete()

    response = officer_client.post(restore_address(event), follow=True)

    assert Event.objects.filter(pk=event.pk).exists()
    assert "This could not come back: Cities it is about: 1 deleted" in response.content.decode()


def test_public_does_not_find_what_is_in_the_bin(council, officer_client, client):
    page = PageFactory(title="Zebraword")
    address_of_page = page.get_absolute_url()
    officer_client.post(address(page, "delete"), {"post": "yes"})

    assert client.get(address_of_page).status_code == 404
    assert (
        b"Zebraword"
        not in client.get("/search/?q=Zebraword")
        .content.split(b"<main")[1]
        .replace(b'value="Zebraword"', b"")
        .split(b"Zebraword", 2)[-1]
    )

    officer_client.post(restore_address(page))
    assert address_of_page.encode() in client.get("/search/?q=Zebraword").content


@pytest.mark.parametrize("deed", ["restore", "erase"])
def test_bin_asks_for_the_right_to_the_kind_of_row(council, officer, officer_client, deed):
    page = PageFactory()
    officer_client.post(address(page, "delete"), {"post": "yes"})
    version = Version.objects.of(page).in_bin().get()
    viewer = OfficerFactory()
    viewer.groups.clear()
    viewer.user_permissions.set(
        Permission.objects.filter(codename__in=["view_version", "view_page"])
    )
    client = Client()
    client.force_login(viewer)
    shown = reverse("admin:content_version_change", args=[version.pk])

    assert client.get(shown).status_code == 200
    assert (
        client.post(reverse(f"admin:content_version_{deed}", args=[version.pk])).status_code == 403
    )
    viewer.user_permissions.remove(Permission.objects.get(codename="view_page"))
    assert client.get(shown).status_code == 404


def test_erasing_takes_all_versions_and_the_file(
    council, officer_client, django_capture_on_commit_callbacks
):
    document = DocumentFactory()
    file = document.file
    with django_capture_on_commit_callbacks(execute=True):
        officer_client.post(address(document, "delete"), {"post": "yes"})
    version = Version.objects.of(document).in_bin().get()

    officer_client.post(reverse("admin:content_version_erase", args=[version.pk]))

    assert not Version.objects.exists()
    assert not file.storage.exists(file.name)


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
            Version(content_type=kind, object_id=str(page.pk), number=n, user=officer, state="{}")
            for n in numbers
        )
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


def test_bin_is_emptied_after_its_days_and_old_versions_go(council, officer_client, settings):
    gone, kept = PageFactory(), PageFactory()
    officer_client.post(address(gone, "delete"), {"post": "yes"})
    for number in range(12):
        save(officer_client, address(kept, "change"), title_0=f"Title {number}")
    with time_machine.travel(timezone.now() + timedelta(days=settings.BIN_DAYS + 1)):
        delete_outdated()
        assert not Version.objects.of(gone).exists()
        assert Version.objects.of(kept).count() == 13
    with time_machine.travel(timezone.now() + timedelta(days=settings.VERSION_KEEP_DAYS + 1)):
        delete_outdated()
    assert Version.objects.of(kept).count() == 10


def restored_form(client, thing, version: int, *names: str):
    """Open the form of `thing` with what a version has in some fields or parts."""
    response = client.post(address(thing, "restore"), {"version": version, "name": names})
    assert "It has not been saved yet." in response.content.decode()
    return form_data(response)


@pytest.mark.parametrize("make", THINGS)
def test_all_of_an_old_version_is_restored_by_the_form(make, council, officer_client):
    thing = make()
    keep_version(thing, None)
    before = readable_state(thing)
    names = [field.name for field in (*thing._meta.fields, *thing._meta.many_to_many)]
    for part in parts_of(thing):
        part.delete()
    for field in thing._meta.many_to_many:
        getattr(thing, field.name).clear()
    save(officer_client, address(thing, "change"), **{changed_input(thing): "Something else"})
    assert readable_state(thing) != before

    data = restored_form(officer_client, thing, 1, *names, *thing.parts)
    officer_client.post(address(thing, "change"), data | {"_save": "on"})

    assert readable_state(thing) == before


def changed_input(thing) -> str:
    return "title_0" if hasattr(thing, "title") else "name_0"


def readable_state(thing) -> list:
    """Return what people read of a row and of its parts, whatever their keys are."""
    rows = json.loads(snapshot([type(thing).objects.get(pk=thing.pk), *parts_of(thing)]))["rows"]
    return [(row["model"], list(readable(row))) for row in rows]


def test_one_field_is_restored_and_the_others_stay(council, officer_client):
    page = PageFactory(title="Visits", summary="Short", body="<p>Old</p>")
    save(officer_client, address(page, "change"), title_0="Hosts", body_0="<p>New</p>")

    data = restored_form(officer_client, page, 1, "body")
    page.refresh_from_db()
    assert str(page.body) == "<p>New</p>"
    officer_client.post(address(page, "change"), data | {"_save": "on"})

    page.refresh_from_db()
    assert (str(page.title), str(page.body)) == ("Hosts", "<p>Old</p>")


def test_part_that_is_newer_than_the_version_is_marked_for_deletion(council, officer_client):
    city = CityFactory()
    kept = MilestoneFactory(city=city)
    keep_version(city, None)
    MilestoneFactory(city=city)

    data = restored_form(officer_client, city, 1, "milestones")
    officer_client.post(address(city, "change"), data | {"_save": "on"})

    assert list(city.milestones.all()) == [kept]


def test_version_of_another_page_is_not_restored(council, officer_client):
    page, other = PageFactory(), PageFactory()
    save(officer_client, address(other, "change"), title_0="Other")
    response = officer_client.post(address(page, "restore"), {"version": 1, "name": "title"})

    assert response.status_code == 404
