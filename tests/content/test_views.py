"""Who may fetch a file: documents while they are public, pictures by their random names."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import override

from tests.factories.document import DocumentFactory
from tests.factories.newsletter import NewsletterFactory

pytestmark = pytest.mark.django_db

STATES = ["draft", "scheduled", "expired"]


def content_of(response) -> bytes:
    return b"".join(response.streaming_content)


def test_public_document_is_handed_out_as_a_file_that_runs_nothing(client):
    document = DocumentFactory()

    response = client.get(document.get_absolute_url())

    assert content_of(response).startswith(b"%PDF-")
    assert response["Content-Type"] == "application/pdf"
    assert document.download_name in response["Content-Disposition"]
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Cache-Control"].startswith("public, max-age=0")


@pytest.mark.parametrize("state", STATES)
def test_document_that_is_not_public_is_not_found_even_by_its_address(client, state):
    document = DocumentFactory(**{state: True})

    assert client.get(document.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("state", STATES)
def test_document_is_as_secret_as_all_that_shows_it(client, state):
    document = DocumentFactory()
    NewsletterFactory(document=document, **{state: True})

    assert client.get(document.get_absolute_url()).status_code == 404


def test_document_with_one_public_owner_is_public(client):
    document = DocumentFactory()
    NewsletterFactory(document=document, draft=True)
    NewsletterFactory(document=document)

    assert content_of(client.get(document.get_absolute_url())).startswith(b"%PDF-")


def test_officer_fetches_a_draft_that_no_cache_keeps(officer_client):
    document = DocumentFactory(draft=True)

    response = officer_client.get(document.get_absolute_url())

    assert content_of(response).startswith(b"%PDF-")
    assert response["Cache-Control"] == "private, no-store"


def test_who_is_signed_in_without_the_right_sees_what_the_public_sees(client):
    user = get_user_model().objects.create_user("writer", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="change_city"))
    client.force_login(user)

    assert client.get(DocumentFactory(draft=True).get_absolute_url()).status_code == 404


def test_other_file_name_leads_to_the_right_one_and_only_of_what_is_public(client):
    public, draft = DocumentFactory(), DocumentFactory(draft=True)

    address = public.get_absolute_url()
    other = address.replace(public.download_name, "other.pdf")
    assert client.get(other).url == address
    secret = draft.get_absolute_url().replace(draft.download_name, "other.pdf")
    assert client.get(secret).status_code == 404


def test_picture_is_handed_out_for_ever_and_nothing_beside_pictures(client):
    default_storage.save("pictures/a.png", ContentFile(b"x"))
    default_storage.save("documents/a.png", ContentFile(b"x"))

    response = client.get("/media/pictures/a.png")

    assert content_of(response) == b"x"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "sandbox" in response["Content-Security-Policy"]
    assert client.get("/media/documents/a.png").status_code == 404


@pytest.mark.parametrize("path", ["", "2026/", "2026", "../", "none.jpg"])
def test_folder_or_nothing_is_not_found(client, path):
    default_storage.save("pictures/2026/a.jpg", ContentFile(b"x"))

    assert client.get(f"/media/pictures/{path}").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_files_are_only_read(client, method):
    document = DocumentFactory()

    assert getattr(client, method)(document.get_absolute_url()).status_code == 405
    assert getattr(client, method)("/media/pictures/a.png").status_code == 405


def test_document_has_the_name_that_the_page_gave_it_in_its_language(client):
    document = DocumentFactory(title={"en": "Entry form", "de": "Anmeldung für Gäste"})
    with override("de"):
        address = document.get_absolute_url()

    response = client.get(address)

    assert content_of(response).startswith(b"%PDF-")
    assert "anmeldung-fuer-gaeste.pdf" in response["Content-Disposition"]
