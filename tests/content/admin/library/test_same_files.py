"""A file that comes a second time is recognised; who uploads it decides."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from content.models import Document, Picture
from tests.admin_forms import errors_of, form_data, save
from tests.content.admin.library.test_uploads import ADD, ADD_DOCUMENT, WORDS, photo
from tests.factories.council import CouncilFactory
from tests.factories.document import pdf_bytes
from tests.factories.officer import OfficerFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.django_db
ASKED = "This file is here already. What shall happen?"


def sent_twice(client):
    """The answer to a photograph that was added a moment ago."""
    save(client, ADD, **WORDS, file=photo())
    response = save(client, ADD, **WORDS | {"alt_0": "The same bridge"}, file=photo("other.jpg"))
    assert errors_of(response) == {"file": ["This file is here already."]}
    assert ASKED in response.text
    return response


def test_the_one_that_is_here_is_used(officer_client):
    data = form_data(sent_twice(officer_client))
    picture = Picture.objects.get()
    assert data["file-same"] == [str(picture.pk)]

    response = officer_client.post(ADD, data | {"_save": "on"})

    assert response.url == reverse("admin:content_picture_change", args=[picture.pk])
    assert Picture.objects.count() == 1


def test_picker_gets_the_one_that_is_here(officer_client):
    data = form_data(sent_twice(officer_client))

    response = officer_client.post(ADD, data | {"_save": "on", "_popup": "1"})

    assert f"&quot;value&quot;: &quot;{Picture.objects.get().pk}&quot;" in response.text


def test_it_is_uploaded_once_more_for_whoever_wants_that(officer_client):
    data = form_data(sent_twice(officer_client))

    officer_client.post(ADD, data | {"_save": "on", "file-same": "anyway"})

    assert Picture.objects.count() == 2


def test_document_is_recognised_too(officer_client):
    for _time in range(2):
        upload = SimpleUploadedFile("news.pdf", pdf_bytes(pages=3))
        response = save(officer_client, ADD_DOCUMENT, title_0="News", file=upload)

    assert ASKED in response.text
    assert Document.objects.count() == 1


def test_file_of_a_program_is_recognised(officer_client):
    picture = PictureFactory.build()
    picture.file = photo()
    picture.save()

    assert ASKED in save(officer_client, ADD, **WORDS, file=photo()).text


def test_nothing_is_told_of_what_this_person_may_not_see(officer_client):
    save(officer_client, ADD, **WORDS, file=photo())
    picture, newcomer, client = Picture.objects.get(), OfficerFactory(groups=[]), Client()
    newcomer.user_permissions.add(Permission.objects.get(codename="add_picture"))
    client.force_login(newcomer)

    response = client.post(ADD, {"file-same": str(picture.pk), "_popup": "1"})
    assert str(picture) not in response.text

    client.post(ADD, WORDS | {"file": photo(), "focus_x": "50", "focus_y": "50", "_save": "on"})
    assert Picture.objects.count() == 2


@pytest.mark.parametrize("chosen", ["0", "9" * 30, "-1", "x", "²"])
def test_choice_that_no_form_offers_is_as_if_none_had_been_made(officer_client, chosen):
    response = save(officer_client, ADD, **WORDS, **{"file-same": chosen}, file=photo())

    assert response.status_code == 302
    assert Picture.objects.count() == 1


def test_credit_of_the_office_needs_no_typing(officer_client):
    CouncilFactory(photo_creator="International Office", photo_licence="CC BY 4.0")

    save(officer_client, ADD, alt_0="A bridge", file=photo())

    picture = Picture.objects.get()
    assert (picture.creator, picture.licence) == ("International Office", "CC BY 4.0")
