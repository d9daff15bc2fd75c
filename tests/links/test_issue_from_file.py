"""An issue of a newsletter is added by its file alone."""

import io

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject

from content.models import Document, StagedUpload
from links.models import Newsletter
from tests.admin_forms import form_data
from tests.factories.document import DocumentFactory, pdf_bytes
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.officer import OfficerFactory
from tests.rights.roles_table import person

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/links/newsletter/from-file/"


def issue_pdf(title: str = "Bonn Bulletin", language: str = "de-DE") -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf_bytes()))
    writer.add_metadata({"/Title": title})
    writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def dropped(client, group, name: str = "bulletin-2026-11.pdf", content: bytes | None = None):
    file = SimpleUploadedFile(name, content or issue_pdf())
    return client.post(ADDRESS, {"group": group.pk, "file": file})


def test_group_has_a_place_for_the_file(officer_client):
    group = LinkGroupFactory()

    page = officer_client.get(reverse("admin:links_linkgroup_change", args=[group.pk])).text

    assert f'action="{ADDRESS}"' in page


def test_title_language_and_month_are_read_out_and_published(officer_client, client):
    group = LinkGroupFactory()
    data = form_data(dropped(officer_client, group))
    assert (data["title"], data["language"]) == (["Bonn Bulletin"], ["de"])
    assert (data["year"], data["month"]) == (["2026"], ["11"])

    officer_client.post(ADDRESS, data | {"_publish": "on"})

    issue = Newsletter.objects.get()
    assert issue.title.data["de"] == "Bonn Bulletin"
    assert (issue.group, issue.year, issue.month) == (group, 2026, 11)
    assert (issue.document.kind_id, issue.document.language) == ("newsletter", "de")
    assert "Bonn Bulletin" in client.get(issue.get_absolute_url()).text
    assert client.get(issue.document.get_absolute_url()).getvalue().startswith(b"%PDF")
    assert not StagedUpload.objects.exists()


def test_language_that_no_file_tells_is_that_of_the_last_issue(officer_client):
    group = LinkGroupFactory()
    silent = pdf_bytes(pages=3)
    assert form_data(dropped(officer_client, group, content=silent))["language"] == ["en"]

    NewsletterFactory(group=group, document=DocumentFactory(language="fr"))

    assert form_data(dropped(officer_client, group, content=silent))["language"] == ["fr"]


def test_draft_is_corrected_first(officer_client):
    data = form_data(dropped(officer_client, LinkGroupFactory(), "x.pdf"))

    officer_client.post(ADDRESS, data | {"title": "Another", "year": "2025", "_save": "on"})

    issue = Newsletter.objects.get()
    assert (str(issue.title), issue.year, issue.is_published) == ("Another", 2025, False)
    assert not issue.document.is_published


def test_what_is_wrong_is_told_and_the_file_kept(officer_client):
    data = form_data(dropped(officer_client, LinkGroupFactory()))

    response = officer_client.post(ADDRESS, data | {"year": "76", "_save": "on"})

    assert "Error:" in response.text
    assert not Document.objects.exists()
    officer_client.post(ADDRESS, form_data(response) | {"year": "1976", "_save": "on"})
    assert Newsletter.objects.get().year == 1976


@pytest.mark.parametrize("content", [b"no document", b"%PDF-1.4 broken", b"PK\x03\x04"])
def test_other_file_is_refused_with_its_reason(officer_client, content):
    response = dropped(officer_client, LinkGroupFactory(), "../../x\0.pdf", content)

    assert response.status_code == 200
    assert 'class="errorlist"' in response.text
    assert 'name="file"' in response.text


def test_file_that_is_here_already_is_told(officer_client):
    group = LinkGroupFactory()
    officer_client.post(ADDRESS, form_data(dropped(officer_client, group)) | {"_save": "on"})

    again = dropped(officer_client, group)

    document = reverse("admin:content_document_change", args=[Document.objects.get().pk])
    assert document in again.text


def test_form_comes_back_after_signing_in_again(officer_client):
    data = form_data(dropped(officer_client, LinkGroupFactory()))
    officer_client.logout()

    response = officer_client.post(ADDRESS, data | {"title": "Typed title"})

    assert "Typed title" in response.text


def test_nobody_without_the_rights_adds_an_issue():
    group, client, reader = LinkGroupFactory(), Client(), OfficerFactory(groups=[])
    reader.user_permissions.set(Permission.objects.filter(codename="add_newsletter"))
    client.force_login(reader)

    assert dropped(client, group).status_code == 403
    assert not StagedUpload.objects.exists()


def test_publishing_needs_its_own_right():
    group, client, editor = LinkGroupFactory(), Client(), OfficerFactory(groups=[])
    names = ["add_newsletter", "add_document", "change_newsletter", "view_linkgroup"]
    editor.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(editor)
    response = dropped(client, group)
    assert 'name="_publish"' not in response.text

    refused = client.post(ADDRESS, form_data(response) | {"_publish": "on"})

    assert refused.status_code == 403
    assert not Newsletter.objects.exists()


def test_writer_adds_a_draft_to_an_own_group_and_to_no_other():
    own, foreign, client = LinkGroupFactory(), LinkGroupFactory(), Client()
    client.force_login(person("Writer", own))
    data = form_data(dropped(client, own))

    refused = client.post(ADDRESS, data | {"group": foreign.pk, "_save": "on"})
    assert "Error:" in refused.text
    assert not Document.objects.exists()

    assert client.post(ADDRESS, data | {"group": own.pk, "_publish": "on"}).status_code == 403
    client.post(ADDRESS, data | {"group": own.pk, "_save": "on"})
    assert Newsletter.objects.get().group == own
    assert not Newsletter.objects.get().is_published
