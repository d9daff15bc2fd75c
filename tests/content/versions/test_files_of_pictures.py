"""Old files of pictures are kept where the public cannot fetch them, and come back."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from content.models import Picture, StagedUpload, Version
from content.versions.kept_files import put_in_order
from tests import hostile_files
from tests.admin_forms import form_data, save
from tests.content.versions.things import address, restore_address
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory, pdf_bytes
from tests.factories.page import PageFactory
from tests.factories.picture import PictureFactory
from tests.worker import work_off
from twinning_site.serving.cleanup import delete_outdated

pytestmark = pytest.mark.django_db(transaction=True)


def kept():
    return storages["kept_pictures"]


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("bridge.jpg", hostile_files.picture(size=(700, 400)))


def status_of(client, address_of_file: str) -> int:
    response = client.get(address_of_file)
    response.close()
    return response.status_code


def content_of(document) -> bytes:
    with document.file.open() as file:
        return file.read()


def replaced(client) -> tuple[Picture, str]:
    """A picture with a new file, and the name of the one before."""
    picture = PictureFactory()
    before = picture.file.name
    save(client, address(picture, "change"), file=photo())
    work_off()
    return Picture.objects.get(), before


def deleted(client) -> Picture:
    picture = PictureFactory()
    client.post(address(picture, "delete"), {"post": "yes"})
    return picture


def all_public_files() -> list[str]:
    folders, files = default_storage.listdir("pictures")
    return files + [name for one in folders for name in default_storage.listdir(f"pictures/{one}")]


def test_replaced_file_is_kept_and_no_longer_public(officer_client, client):
    picture, before = replaced(officer_client)

    assert status_of(client, f"/media/{before}") == 404
    assert not default_storage.exists(before.removesuffix(".png"))
    assert kept().exists(before)
    assert status_of(client, picture.file.url) == 200


def test_older_file_is_put_into_the_form_and_saved_anew(officer_client):
    picture, _before = replaced(officer_client)
    assert picture.width == 700

    response = officer_client.post(address(picture, "restore"), {"version": 1, "name": ["file"]})
    assert "“File of version 1” is kept." in response.text
    officer_client.post(address(picture, "change"), form_data(response) | {"_save": "on"})
    work_off()

    picture.refresh_from_db()
    assert (picture.width, picture.height, picture.has_renditions) == (40, 30, True)
    assert default_storage.exists(picture.file.name)
    assert not StagedUpload.objects.exists()


def test_older_file_of_a_document_is_put_into_the_form(officer_client):
    document = DocumentFactory()
    before = content_of(document)
    other = SimpleUploadedFile("other.pdf", pdf_bytes(pages=3))
    save(officer_client, address(document, "change"), file=other)

    response = officer_client.post(address(document, "restore"), {"version": 1, "name": ["file"]})
    officer_client.post(address(document, "change"), form_data(response) | {"_save": "on"})

    document.refresh_from_db()
    assert content_of(document) == before


def test_versions_show_their_files(officer_client):
    picture, _before = replaced(officer_client)

    page = officer_client.get(address(picture, "compare"), {"older": 1, "newer": 2}).text

    for version in Version.objects.of(picture):
        shown = reverse("admin:content_version_file", args=[version.pk])
        assert f'src="{shown}"' in page
        response = officer_client.get(shown)
        response.close()
        assert "no-store" in response["Cache-Control"]


def test_another_picture_of_a_page_is_seen_in_its_versions(officer_client):
    one, other = PictureFactory(), PictureFactory()
    city = CityFactory(picture=one, body=f'<figure data-picture="{other.pk}"></figure>')
    save(officer_client, address(city, "change"), picture=other.pk, body_0="<p>None</p>")

    page = officer_client.get(address(city, "compare"), {"older": 1, "newer": 2}).text

    one_shown, other_shown = (
        page.count(reverse("admin:content_picture_preview", args=[picture.pk]))
        for picture in (one, other)
    )
    assert (one_shown, other_shown) == (1, 2)


def test_picture_in_the_bin_cannot_be_fetched_and_comes_back_whole(officer_client, client):
    picture = deleted(officer_client)
    version = Version.objects.of(picture).in_bin().get()
    shown = reverse("admin:content_version_file", args=[version.pk])
    assert all_public_files() == []
    assert status_of(client, picture.file.url) == 404
    assert status_of(officer_client, shown) == 200
    assert f'src="{shown}"' in officer_client.get(
        reverse("admin:content_version_change", args=[version.pk])
    ).text  # fmt: skip

    officer_client.post(restore_address(picture))
    work_off()

    back = Picture.objects.get(pk=picture.pk)
    assert (back.file.name, back.has_renditions) == (picture.file.name, True)
    assert status_of(client, back.file.small_url) == 200
    assert not kept().exists(back.file.name)


def test_nobody_without_the_right_sees_a_kept_file(officer_client, client, django_user_model):
    picture = deleted(officer_client)
    shown = reverse(
        "admin:content_version_file", args=[Version.objects.of(picture).in_bin().get().pk]
    )

    assert status_of(client, shown) == 302
    client.force_login(django_user_model.objects.create_user("reader", is_staff=True))
    assert status_of(client, shown) == 403


def test_version_of_a_page_has_no_file(officer_client):
    page = PageFactory()
    save(officer_client, address(page, "change"), title_0="Another title")
    version = Version.objects.of(page).first()

    shown = reverse("admin:content_version_file", args=[version.pk])
    assert status_of(officer_client, shown) == 404


def test_file_is_erased_with_what_was_in_the_bin(officer_client):
    picture = deleted(officer_client)
    version = Version.objects.of(picture).in_bin().get()

    officer_client.post(reverse("admin:content_version_erase", args=[version.pk]))

    assert not kept().exists(picture.file.name)


def test_file_of_a_picture_without_versions_goes_with_it():
    picture = PictureFactory()

    picture.delete()

    assert all_public_files() == []
    assert not kept().exists(picture.file.name)


def test_night_puts_files_in_order_that_a_crash_has_left(officer_client, time_machine):
    document, _without_cover = DocumentFactory(), DocumentFactory()
    document.cover.save("cover.jpg", ContentFile(hostile_files.picture()))
    live, gone = PictureFactory(), deleted(officer_client)
    with kept().open(gone.file.name) as file:
        # As if the machine had stopped before the file was put away
        default_storage.save(gone.file.name, file)
    default_storage.save("pictures/nobody.png", ContentFile(b"nobody's"))
    default_storage.save("pictures/nobody/320w.webp", ContentFile(b"nobody's"))
    with default_storage.open(live.file.name) as file:
        kept().save(live.file.name, file)
    default_storage.delete(live.file.name)

    time_machine.move_to(timezone.now() + timedelta(days=2))
    assert delete_outdated()["pictures' files"] == 3

    assert {*default_storage.listdir("pictures")[1]} == {
        name.removeprefix("pictures/") for name in (live.file.name, document.cover.name)
    }
    assert kept().listdir("pictures")[1] == [gone.file.name.removeprefix("pictures/")]
    assert put_in_order() == 0


def test_young_file_may_belong_to_a_row_that_is_being_saved():
    default_storage.save("pictures/new.png", ContentFile(b"new"))

    assert put_in_order() == 0
    assert default_storage.exists("pictures/new.png")
