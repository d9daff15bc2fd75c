"""For how long a file stays that waits in a draft, or was replaced by one."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone

from content.models import Document, Draft, Version
from content.versions.bin import put_into_bin, take_out_of_bin
from content.versions.kept_documents import delete_left_over
from content.versions.purging import erase_from_bin, erase_outdated
from content.versions.recording import keep_version
from tests.admin_forms import form_data, save
from tests.content.drafts.document_drafts import draft_file, fetched, new_file, stored, waiting_name
from tests.content.versions.things import address
from tests.worker import work_off

pytestmark = pytest.mark.django_db


def test_discarded_file_stays_for_undo_and_goes_with_its_version(document, officer_client, officer):
    draft_file(officer_client, document)
    waiting = waiting_name(document)
    officer_client.post(address(document, "discard_draft"))
    assert not Draft.objects.exists()
    assert waiting in stored()

    Version.objects.of(document).update(saved_at=timezone.now() - timedelta(days=5000))
    for _number in range(11):
        keep_version(document, officer)
    erase_outdated()

    assert waiting not in stored()
    assert document.file.name in stored()


def test_file_of_a_draft_outlives_its_version(document, officer_client, officer):
    draft_file(officer_client, document)
    Version.objects.of(document).update(saved_at=timezone.now() - timedelta(days=5000))
    for _number in range(11):
        keep_version(document, officer)
    erase_outdated()
    assert waiting_name(document) in stored()


def test_bin_takes_the_waiting_file_along(document, officer_client, officer):
    draft_file(officer_client, document)
    waiting = waiting_name(document)
    version = put_into_bin(document, officer)
    assert waiting in stored()

    erase_from_bin(version)

    assert waiting not in stored()
    assert document.file.name not in stored()


def test_waiting_file_comes_back_from_the_bin_with_its_draft(document, officer_client, officer):
    draft_file(officer_client, document)
    waiting = waiting_name(document)
    version = put_into_bin(document, officer)
    Version.objects.filter(is_draft=True).delete()
    delete_left_over(Document)

    back = take_out_of_bin(version, officer).thing

    assert waiting_name(back) == waiting
    assert waiting in stored()


def test_what_nothing_names_is_deleted_after_a_day(document, officer_client, time_machine):
    draft_file(officer_client, document)
    waiting = waiting_name(document)
    left = storages["documents"].save("left.pdf", ContentFile(b"%PDF"))
    assert delete_left_over(Document) == 0

    time_machine.move_to(timezone.now() + timedelta(days=2))

    assert delete_left_over(Document) >= 1
    assert left not in stored()
    assert {waiting, document.file.name} <= stored()
    Draft.objects.all().delete()
    Version.objects.all().delete()
    delete_left_over(Document)
    assert waiting not in stored()
    assert document.file.name in stored()


def test_undo_gives_readers_the_file_before_with_all_that_is_known_of_it(
    document, officer_client, client
):
    before = fetched(client, document.get_absolute_url())
    known = (document.pages, document.size, document.sha256)
    answer = save(officer_client, address(document, "change"), file=new_file())
    assert answer.status_code == 302
    message = officer_client.get(answer.url).text
    token = message.split('name="token" value="')[1].split('"')[0]

    officer_client.post(address(document, "undo"), {"token": token})
    work_off()

    document.refresh_from_db()
    assert fetched(client, document.get_absolute_url()) == before
    assert (document.pages, document.size, document.sha256) == known
    assert "Applegate" in document.text
    # What was published is a draft again.
    assert Draft.objects.of(document).get().rows[0]["fields"]["pages"] == 5


def test_old_file_comes_back_as_a_draft_first(document, officer_client):
    draft_file(officer_client, document, "_save")
    restored = officer_client.post(address(document, "restore"), {"version": "1", "name": "file"})
    officer_client.post(address(document, "change"), form_data(restored) | {"_save_draft": "1"})

    document.refresh_from_db()
    assert document.pages == 5
    assert Draft.objects.of(document).get().rows[0]["fields"]["pages"] == 1


def test_site_that_has_no_document_yet_has_none_left_over(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "documents": {**settings.STORAGES["documents"], "OPTIONS": {"location": tmp_path / "none"}},
    }

    assert delete_left_over(Document) == 0
