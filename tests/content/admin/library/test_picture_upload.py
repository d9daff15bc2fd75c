"""Pictures that a dialog sends, one request each."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from content.models import Picture, StagedUpload, Version
from tests import hostile_files
from tests.content.admin.library.test_uploads import WORDS, photo
from tests.factories.council import CouncilFactory
from tests.factories.officer import OfficerFactory
from tests.factories.picture import PictureFactory
from tests.worker import work_off

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/content/picture/upload/"


def sent(client, **changes):
    return client.post(UPLOAD, WORDS | {"file": photo()} | changes)


def test_picture_is_added_as_by_its_form(officer_client):
    response = sent(officer_client)

    picture = Picture.objects.get()
    assert response.status_code == 201
    assert response.json()["picture"]["id"] == picture.pk
    assert (picture.width, picture.focus_x, len(picture.sha256)) == (700, 50, 64)
    assert LogEntry.objects.get().object_id == str(picture.pk)
    assert Version.objects.of(picture).count() == 1
    assert not StagedUpload.objects.exists()
    work_off()
    assert Picture.objects.get().has_renditions


def test_refused_words_keep_the_file(officer_client):
    response = sent(officer_client, alt_0="IMG_1234")

    answer = response.json()
    assert response.status_code == 200
    assert "Alternative text: “IMG_1234” does not tell" in answer["errors"][0]

    again = officer_client.post(UPLOAD, WORDS | answer["kept"])
    assert again.status_code == 201


def test_file_that_is_here_is_offered_and_may_be_sent_all_the_same(officer_client):
    sent(officer_client)

    answer = sent(officer_client).json()

    assert [one["id"] for one in answer["same"]] == [Picture.objects.get().pk]
    anyway = WORDS | answer["kept"] | {"file-same": "anyway"}
    assert officer_client.post(UPLOAD, anyway).status_code == 201
    assert Picture.objects.count() == 2


@pytest.mark.parametrize(
    "content",
    [
        b"GIF89a<script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"%PDF-1.4\n" + hostile_files.picture(),
        hostile_files.png_claiming(60_000, 60_000),
        b"",
        b"\xff\xd8\xff" * 50_000,
    ],
)
def test_what_is_no_picture_is_told(officer_client, content):
    response = sent(officer_client, file=SimpleUploadedFile("a.jpg", content))

    assert response.status_code == 200
    assert response.json()["errors"]
    assert not StagedUpload.objects.exists()


def test_what_hides_behind_a_picture_is_not_stored(officer_client):
    polyglot = hostile_files.picture() + b"<script>alert(1)</script><?php evil(); ?>PK\x03\x04"

    sent(officer_client, file=SimpleUploadedFile("../../../etc/x.php\0.jpg", polyglot))

    picture = Picture.objects.get()
    assert re.fullmatch(r"pictures/[0-9a-f]{32}\.jpg", picture.file.name)
    with picture.file.open() as file:
        content = file.read()
    assert not re.search(b"script|php|PK", content)


def test_large_file_is_refused_by_its_size(officer_client, settings):
    settings.UPLOAD_MAX_PICTURE_BYTES = 1000

    response = sent(officer_client)

    assert "The most that can be taken is" in response.json()["errors"][0]


@pytest.mark.parametrize("right", ["", "view_picture", "change_picture"])
def test_nobody_without_the_right_adds_a_picture(right):
    reader, client = OfficerFactory(groups=[]), Client()
    reader.user_permissions.set(Permission.objects.filter(codename=right))
    client.force_login(reader)

    assert sent(client).status_code == 403
    assert not StagedUpload.objects.exists()
    assert "picture-upload" not in client.get("/admin/").text


def test_form_of_another_site_adds_nothing():
    client = Client(enforce_csrf_checks=True)
    client.force_login(OfficerFactory())

    assert sent(client).status_code == 403


def test_dialog_learns_the_credit_of_the_office(officer_client):
    CouncilFactory(photo_creator="International Office", photo_licence="CC BY 4.0")

    credit = officer_client.get(UPLOAD).json()

    assert (credit["creator"], credit["licence"]) == ("International Office", "CC BY 4.0")
    assert not Picture.objects.exists()


def test_library_and_dialog_are_on_the_list_of_pictures(officer_client):
    PictureFactory()

    page = officer_client.get(reverse("admin:content_picture_changelist")).text

    assert f'data-address="{UPLOAD}"' in page
