"""A new file of a public document waits in its draft; readers get the one before."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from content.admin.library.document import DocumentAdmin
from content.drafts.keeping import merged_draft, publish_due
from content.drafts.preview_links import make_link
from content.models import Document, Draft, StagedUpload
from tests.admin_forms import errors_of, form_data, save
from tests.content.drafts.document_drafts import draft_file, fetched, new_file, stored, waiting_name
from tests.content.versions.things import address
from tests.factories.document import pdf_bytes
from tests.factories.group import LinkGroupFactory
from tests.factories.group_writer import writer_of
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from tests.worker import work_off

pytestmark = pytest.mark.django_db


def test_readers_get_the_file_before_until_the_new_one_is_published(
    document, officer_client, client
):
    page = PageFactory()
    page.documents.add(document)
    public = document.get_absolute_url()
    before = fetched(client, public)
    cover = document.cover.name

    draft_file(officer_client, document)
    work_off()

    assert fetched(client, public) == before
    assert fetched(officer_client, public) == before
    assert "1 page" in client.get(page.get_absolute_url()).text
    assert public in client.get("/search/?q=Applegate").text
    document.refresh_from_db()
    assert (document.pages, document.cover.name, "Applegate" in document.text) == (1, cover, True)
    # The draft owns it now; the nightly run leaves it.
    assert not StagedUpload.objects.exists()

    assert save(officer_client, address(document, "change")).status_code == 302
    after = fetched(client, public)
    document.refresh_from_db()
    assert after != before
    assert (document.pages, document.size, document.text) == (5, len(after), "")
    assert document.get_absolute_url() == public
    assert not Draft.objects.exists()
    work_off()
    document.refresh_from_db()
    assert document.read_at
    assert document.cover.name != cover


def test_scheduled_file_takes_its_place_at_the_moment(
    document, officer_client, client, time_machine
):
    moment = timezone.localtime() + timedelta(days=2)
    typed = {"schedule_at_0": f"{moment:%d/%m/%Y}", "schedule_at_1": f"{moment:%H:%M}"}
    draft_file(officer_client, document, "_schedule", **typed)
    before = fetched(client, document.get_absolute_url())

    time_machine.move_to(moment + timedelta(minutes=1))
    assert publish_due() == 1

    assert fetched(client, document.get_absolute_url()) != before
    work_off()
    document.refresh_from_db()
    assert (document.pages, bool(document.read_at)) == (5, True)


def test_waiting_file_opens_for_those_who_see_the_draft(document, officer, officer_client, client):
    draft_file(officer_client, document)
    with storages["documents"].open(waiting_name(document)) as file:
        waiting = file.read()
    page = reverse("admin:content_document_previewed_file", args=[document.pk])
    link = reverse(
        "content:preview-link", args=[make_link(document, officer, timezone.localdate())]
    )

    assert fetched(officer_client, page) == waiting
    shown = client.get(link)
    assert "5 pages" in shown.text
    assert 'href="file/"' in shown.text
    assert "no-store" in shown["Cache-Control"]
    answer = client.get(link + "file/")
    assert answer.getvalue() == waiting
    assert answer["Content-Type"] == "application/pdf"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert client.get(page).status_code == 302
    client.force_login(OfficerFactory(groups=[]))
    assert client.get(page).status_code in {403, 404}
    # Its name in storage opens nothing.
    assert client.get(f"/media/{waiting_name(document)}").status_code == 404


def test_link_to_another_row_opens_no_file(document, officer, client):
    token = make_link(PageFactory(draft=True), officer, timezone.localdate())
    assert client.get(reverse("content:preview-link-file", args=[token])).status_code == 404
    assert client.get(reverse("content:preview-link-file", args=["key"])).status_code == 404


def test_preview_shows_the_line_that_readers_will_see(document, officer_client):
    draft_file(officer_client, document, title_0="New form")
    around = officer_client.get(address(document, "preview")).text
    shown = officer_client.get(address(document, "previewed_page")).text

    assert "New form" in shown
    assert "5 pages" in shown
    assert 'href="file/"' in shown
    assert address(document, "previewed_file") in around
    form = officer_client.get(address(document, "change")).text
    assert "5 pages" in form
    assert "This is looked at once the file is public." in form
    assert address(document, "previewed_file") in form


def test_form_without_a_waiting_file_does_not_speak_of_one(document, officer_client):
    save(officer_client, address(document, "change"), "_save_draft", title_0="New form")
    form = officer_client.get(address(document, "change")).text
    assert "file that waits" not in form
    assert "once the file is public" not in form


def test_preview_of_what_is_typed_stores_no_file(document, officer_client):
    before = stored()
    data = form_data(officer_client.get(address(document, "change")))

    shown = officer_client.post(
        address(document, "previewed_page"), data | {"title_0": "Typed", "file": new_file()}
    )

    assert "Typed" in shown.text
    assert stored() == before


def test_writer_drafts_a_file_and_an_officer_releases_it(document, officer_client, client):
    group = LinkGroupFactory()
    group.documents.add(document)
    client.force_login(writer_of(group))
    refused = save(client, address(document, "change"), "_publish", file=new_file())
    assert refused.status_code == 403

    draft_file(client, document, "_to_release")
    hashed = client.get(address(document, "release")).context["state_hash"]
    client.post(address(document, "release"), {"word": "", "_submit": "1", "state": hashed})
    document.refresh_from_db()
    assert document.pages == 1

    release = address(document, "release")
    page = officer_client.get(release)
    officer_client.post(release, {"word": "", "_release": "1", "state": page.context["state_hash"]})
    document.refresh_from_db()
    assert document.pages == 5


def test_refused_file_leaves_draft_and_row_as_they_are(document, officer_client):
    before = stored()
    bad = SimpleUploadedFile("new.pdf", b"no PDF at all")
    answer = save(officer_client, address(document, "change"), "_save_draft", file=bad)

    assert list(errors_of(answer)) == ["file"]
    assert not Draft.objects.exists()
    assert stored() == before


def test_facts_go_with_the_file_that_somebody_publishes_meanwhile(document, officer_client):
    save(officer_client, address(document, "change"), "_save_draft", title_0="New form")
    draft = Draft.objects.of(document).get()
    document.file = ContentFile(pdf_bytes(7), "other.pdf")
    document.save()
    document.refresh_from_db()
    assert document.pages == 7

    merged = merged_draft(draft, document).rows[0]["fields"]
    assert (merged["pages"], merged["file"]) == (7, document.file.name)

    draft_file(officer_client, document, pages=1)
    draft = Draft.objects.of(document).get()
    Document.objects.filter(pk=document.pk).update(pages=9, size=1, file="third.pdf")
    merged = merged_draft(draft, document).rows[0]["fields"]
    assert merged["pages"] == 1
    assert merged["size"] > 1


def test_everything_that_is_read_from_a_file_goes_with_it():
    of_the_row = {
        "id", "uid", "author", "created_at", "updated_at", "cover", "cover_width", "cover_height",
    }  # fmt: skip
    computed = {field.name for field in Document._meta.concrete_fields if not field.editable}
    assert computed - of_the_row == {*Document.known_of_file}


@pytest.mark.django_db(transaction=True)
def test_no_file_is_looked_into_within_a_transaction(document, officer_client, monkeypatch):
    inside = []
    prepare = DocumentAdmin.prepare

    def watched(admin, file):
        inside.append(connection.in_atomic_block)
        return prepare(admin, file)

    monkeypatch.setattr(DocumentAdmin, "prepare", watched)
    draft_file(officer_client, document)
    draft_file(officer_client, document, "_save", pages=6)

    assert inside == [False, False]
    document.refresh_from_db()
    assert document.pages == 6
