import io

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from PIL import Image
from pypdf import PdfWriter

from content.actions import order_missed_work, order_reading
from content.documents.pdf_reader import (
    PdfAccessibility,
    draw_pdf_cover,
    read_pdf_accessibility,
    read_pdf_text,
)
from content.documents.upload_checks import check_document
from content.file_readers.start import UnreadableFile
from content.models import Document
from content.pdf.rendering import make_pdf
from content.tasks import read_document
from tests import hostile_files
from tests.factories.document import DocumentFactory
from tests.worker import work_off

TAGGED = "<html lang=en><head><title>News</title></head><body><h1>Swans</h1><p>León and Perm</p>"


@pytest.fixture(scope="module")
def tagged_pdf() -> bytes:
    return make_pdf(TAGGED)


@pytest.fixture(scope="module")
def untagged_pdf() -> bytes:
    """As a scanner makes it: a picture and nothing else."""
    buffer = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(buffer, "PDF")
    return buffer.getvalue()


def test_words_and_first_page_are_read(tagged_pdf):
    file = ContentFile(tagged_pdf)

    assert read_pdf_text(file) == "Swans León and Perm"
    with Image.open(io.BytesIO(draw_pdf_cover(file))) as cover:
        assert (cover.format, cover.width) == ("JPEG", 640)


def test_tags_and_title_are_noticed(tagged_pdf, untagged_pdf):
    good, poor = ContentFile(tagged_pdf), ContentFile(untagged_pdf)

    assert read_pdf_accessibility(good) == PdfAccessibility(is_tagged=True, has_title=True)
    assert read_pdf_accessibility(poor) == PdfAccessibility(is_tagged=False, has_title=False)


def test_a_page_that_claims_to_be_huge_is_drawn_small():
    writer, buffer = PdfWriter(), io.BytesIO()
    writer.add_blank_page(width=9, height=2_000_000)
    writer.write(buffer)
    tall = buffer.getvalue()
    check_document(ContentFile(tall))

    with Image.open(io.BytesIO(draw_pdf_cover(ContentFile(tall)))) as cover:
        assert max(cover.size) <= 1280


def test_a_bomb_takes_neither_memory_nor_time_of_ours():
    with pytest.raises(UnreadableFile):
        read_pdf_text(ContentFile(hostile_files.pdf_that_unpacks_to_a_gigabyte()))


@pytest.mark.django_db
def test_what_cannot_be_read_is_not_offered_as_accessible():
    file = ContentFile(hostile_files.pdf_that_unpacks_to_a_gigabyte(), name="bomb.pdf")
    document = DocumentFactory(file=file)
    document.cover.save("cover.jpg", ContentFile(hostile_files.picture()))  # of an earlier file

    read_document.enqueue(document.pk)
    work_off()

    document.refresh_from_db()
    assert document.lacks_accessibility
    assert (document.text, document.cover.name) == ("", "")


@pytest.mark.django_db
def test_an_upload_is_read_by_the_worker(admin_client, untagged_pdf):
    upload = ContentFile(untagged_pdf, name="news.pdf")
    form = {
        "title_0": "News", "kind": "newsletter", "file": upload,
        "published_at_0": "", "published_at_1": "", "expires_at_0": "", "expires_at_1": "",
    }  # fmt: skip
    response = admin_client.post(reverse("admin:content_document_add"), form)
    assert response.status_code == 302, response.context["errors"]
    work_off()

    document = Document.objects.get()
    assert document.lacks_accessibility
    assert document.cover.storage.exists(document.cover.name)
    page = admin_client.get(reverse("admin:content_document_change", args=[document.pk]))
    assert "This PDF has no tags" in page.content.decode()


@pytest.mark.django_db
def test_an_upload_whose_worker_died_is_read_the_next_night(admin_client, tagged_pdf):
    document = DocumentFactory(file=ContentFile(tagged_pdf, name="news.pdf"))
    order_reading(document)
    DBTaskResult.objects.get().claim("dead worker")
    page = admin_client.get(reverse("admin:content_document_change", args=[document.pk]))
    assert "If that fails, it is tried again every night." in page.content.decode()

    assert order_missed_work()["documents to be read"] == 1
    work_off()

    document.refresh_from_db()
    assert document.is_tagged
    assert not any(order_missed_work().values())
