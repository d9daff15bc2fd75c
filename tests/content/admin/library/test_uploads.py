"""Files in forms of the admin: stored before the transaction, kept while the form has errors."""

import errno
import os
import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage, default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from PIL import ImageFile

from content.admin.library.picture import PictureAdmin
from content.file_readers.low_priority import with_low_priority
from content.models import Document, Picture, StagedUpload
from content.tasks import make_renditions
from tests import hostile_files
from tests.admin_forms import errors_of, form_data, save
from tests.factories.document import DocumentFactory, pdf_bytes
from tests.factories.officer import OfficerFactory
from tests.factories.picture import PictureFactory
from tests.worker import work_off

ADD = "/admin/content/picture/add/"
ADD_DOCUMENT = "/admin/content/document/add/"
WORDS = {"alt_0": "A bridge", "creator": "Somebody", "licence": "CC BY 4.0"}


def photo(name: str = "bridge.jpg", size: tuple[int, int] = (700, 400)) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, hostile_files.picture(size=size))


def sent_without_words(client):
    """The answer to a form whose file is right and whose words are missing."""
    response = save(client, ADD, **WORDS | {"alt_0": ""}, file=photo())
    assert list(errors_of(response)) == ["alt"]
    return response


def send_again(client, response, address: str = ADD, **changes):
    return client.post(address, form_data(response) | changes | {"_save": "on"})


def test_file_stays_in_a_form_with_another_error(officer_client):
    response = sent_without_words(officer_client)
    assert "“bridge.jpg” is kept." in response.text

    send_again(officer_client, response, alt_0="A bridge")

    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (700, 400)
    assert picture.file.storage.exists(picture.file.name)
    assert not StagedUpload.objects.exists()


def test_document_stays_in_a_form_with_another_error(officer_client):
    upload = SimpleUploadedFile("news.pdf", pdf_bytes(pages=3))
    response = save(officer_client, ADD_DOCUMENT, file=upload)
    assert list(errors_of(response)) == ["title"]

    send_again(officer_client, response, ADD_DOCUMENT, title_0="News")

    document = Document.objects.get()
    assert (document.pages, document.type_name) == (3, "PDF")
    assert document.file.storage.exists(document.file.name)


def test_other_file_takes_the_place_of_the_kept_one(officer_client):
    response = sent_without_words(officer_client)

    send_again(officer_client, response, alt_0="A bridge", file=photo("other.jpg", (300, 200)))

    assert Picture.objects.get().width == 300


def test_officer_cannot_take_the_file_of_another_one(officer_client):
    response = sent_without_words(officer_client)
    colleague = Client()
    colleague.force_login(OfficerFactory(username="colleague"))

    refused = send_again(colleague, response, alt_0="A bridge")

    assert errors_of(refused) == {"file": ["This field is required."]}


def test_file_is_saved_once_only(officer_client):
    response = sent_without_words(officer_client)
    send_again(officer_client, response, alt_0="A bridge")

    refused = send_again(officer_client, response, alt_0="The same bridge")

    assert errors_of(refused) == {"file": ["This field is required."]}
    assert Picture.objects.count() == 1


def test_file_that_another_window_saves_meanwhile_is_not_taken(officer_client, monkeypatch):
    response = sent_without_words(officer_client)
    # The row is gone between staging and the transaction.
    fetched = StagedUpload.objects.get()
    monkeypatch.setattr(StagedUpload.objects.none().__class__, "first", lambda rows: fetched)
    StagedUpload.objects.all().delete()

    refused = send_again(officer_client, response, alt_0="A bridge")

    assert errors_of(refused) == {"file": ["This file has been saved already. Choose it again."]}


def test_nobody_without_the_right_stores_a_file(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("reader", is_staff=True))

    assert client.post(ADD, WORDS | {"file": photo()}).status_code == 403
    assert not StagedUpload.objects.exists()


def test_full_disk_is_told_beside_the_field(officer_client, monkeypatch):
    def refuse(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "save", refuse)

    response = save(officer_client, ADD, **WORDS, file=photo())

    assert "cannot be stored at the moment" in errors_of(response)["file"][0]
    assert not StagedUpload.objects.exists()


def test_file_of_a_form_that_was_given_up_is_deleted_after_a_day(officer_client, time_machine):
    sent_without_words(officer_client)
    upload = StagedUpload.objects.get()
    file = storages[upload.storage]

    call_command("nightly", verbosity=0)
    assert file.exists(upload.stored_name)

    time_machine.move_to(timezone.now() + timedelta(hours=25))
    call_command("nightly", verbosity=0)
    assert not file.exists(upload.stored_name)
    assert not StagedUpload.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_no_picture_is_decoded_in_a_transaction(officer_client, monkeypatch):
    in_transaction = []
    decode = ImageFile.ImageFile.load

    def load(image):
        in_transaction.append(connection.in_atomic_block)
        return decode(image)

    monkeypatch.setattr(ImageFile.ImageFile, "load", load)

    save(officer_client, ADD, **WORDS, file=photo())
    address = reverse("admin:content_picture_change", args=[Picture.objects.get().pk])
    save(officer_client, address, caption_0="Another caption")
    work_off()

    assert Picture.objects.get().has_renditions
    assert in_transaction
    assert not any(in_transaction)


def test_pages_show_the_file_until_the_worker_has_made_the_sizes(officer_client):
    save(officer_client, ADD, **WORDS, file=photo())
    picture = Picture.objects.get()
    assert picture.file.sources == []
    assert picture.file.small_url == picture.file.url

    work_off()

    picture = Picture.objects.get()
    assert [kind for kind, _addresses in picture.file.sources] == ["image/avif", "image/webp"]
    assert picture.file.small_url.endswith("320w.webp")


def test_new_file_of_a_picture_gets_sizes_of_its_own(officer_client):
    picture = PictureFactory()
    address = reverse("admin:content_picture_change", args=[picture.pk])

    save(officer_client, address, file=photo(size=(900, 300)))
    picture.refresh_from_db()
    assert (picture.width, picture.height, picture.has_renditions) == (900, 300, False)

    work_off()
    picture.refresh_from_db()
    assert picture.has_renditions


@pytest.mark.django_db
def test_sizes_of_a_file_that_was_replaced_meanwhile_are_not_kept(monkeypatch):
    picture = PictureFactory(has_renditions=False)
    make = type(picture.file).make_renditions

    def replaced_meanwhile(file):
        make(file)
        Picture.objects.filter(pk=picture.pk).update(file="pictures/other.png")

    monkeypatch.setattr(type(picture.file), "make_renditions", replaced_meanwhile)

    make_renditions.func(picture.pk)

    assert not Picture.objects.get().has_renditions
    assert default_storage.listdir("pictures")[0] == [] or not any(
        default_storage.listdir(f"pictures/{folder}")[1]
        for folder in default_storage.listdir("pictures")[0]
    )


def test_file_is_prepared_with_low_priority_in_the_language_of_the_request(
    officer_client, monkeypatch
):
    seen = []

    def prepare(admin, file):
        seen.append((os.nice(0), get_language()))
        raise ValidationError("refused")

    monkeypatch.setattr(PictureAdmin, "prepare", prepare)
    # `os.nice` tells and changes the priority of the calling thread.
    before = os.nice(0)
    with override("de"):
        assert with_low_priority(lambda: (os.nice(0), get_language())) == (before + 10, "de")

    save(officer_client, ADD, **WORDS, file=photo())

    assert seen == [(before + 10, "en")]
    assert os.nice(0) == before


@pytest.mark.django_db(transaction=True)
def test_program_that_saves_a_picture_needs_no_worker():
    picture = PictureFactory.build()
    picture.save()

    assert Picture.objects.get().has_renditions


def test_form_of_a_document_leads_to_its_file_for_staff(officer_client):
    document = DocumentFactory(draft=True)

    page = officer_client.get(f"/admin/content/document/{document.pk}/change/").text
    address = re.search(r'Currently: <a href="([^"]+)">', page)[1]

    assert address == f"/admin/content/document/{document.pk}/preview/page/file/"
    sent = b"".join(officer_client.get(address).streaming_content)
    with document.file.open() as file:
        assert sent == file.read()
    assert Client().get(address).status_code == 302
