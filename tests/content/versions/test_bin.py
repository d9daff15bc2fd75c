"""What officers delete can come back."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from content.models import Document, Version
from content.versions.bin import CannotRestore, take_out_of_bin
from content.versions.recording import keep_version
from events.models import Event
from tests.admin_forms import save
from tests.content.versions.things import THINGS, address, restore_address, tables
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from twinning_site.pages.models import Page
from twinning_site.serving.cleanup import delete_outdated

pytestmark = pytest.mark.django_db


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


def test_address_with_a_number_is_no_longer_than_it_may_be(council, officer_client):
    long = "a" * 50
    page = PageFactory(slug=long)
    officer_client.post(address(page, "delete"), {"post": "yes"})
    PageFactory(slug=long)

    officer_client.post(restore_address(page))

    assert Page.objects.get(pk=page.pk).slug == "a" * 48 + "-2"


@pytest.mark.parametrize("moment", ["2001-01-01T00:00:00Z", "yesterday"])
def test_what_the_site_does_not_take_any_more_is_refused(council, officer_client, moment):
    page = PageFactory()
    officer_client.post(address(page, "delete"), {"post": "yes"})
    version = Version.objects.of(page).in_bin().get()
    state = json.loads(version.state)
    # Before it was published, or no moment at all
    state["rows"][0]["fields"]["expires_at"] = moment
    Version.objects.update(state=json.dumps(state))

    response = officer_client.post(restore_address(page), follow=True)

    assert "the site does not take it any more" in response.content.decode()
    assert not Page.objects.exists()


def test_what_is_back_already_is_not_brought_back_again(council, officer_client):
    page = PageFactory()
    officer_client.post(address(page, "delete"), {"post": "yes"})
    version = Version.objects.of(page).in_bin().get()
    officer_client.post(restore_address(page))

    # As when two people press the button at the same moment
    with pytest.raises(CannotRestore):
        take_out_of_bin(version, None)


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


def test_versions_of_what_a_program_has_deleted_go_with_the_bin(council, settings):
    gone, kept = PageFactory(), PageFactory()
    keep_version(gone, None)
    keep_version(kept, None)
    gone.delete()

    delete_outdated()
    assert Version.objects.count() == 2
    with time_machine.travel(timezone.now() + timedelta(days=settings.BIN_DAYS + 1)):
        delete_outdated()

    assert Version.objects.get() == Version.objects.of(kept).get()
