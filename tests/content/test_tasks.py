"""The worker reads documents: each look for itself, and not for ever."""

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from content import actions, tasks
from content.documents import pdf_reader
from content.file_readers.start import BrokenFile, ReaderFailed, UnreadableFile, UnwieldyFile
from content.models import Document
from content.tasks import read_document
from tests import hostile_files
from tests.factories.council import CouncilFactory
from tests.factories.document import DocumentFactory
from tests.factories.newsletter import NewsletterFactory
from tests.officers_files import open_document, pdf_of_lines, saved, word
from tests.worker import work_off
from twinning_site.search.models import SearchEntry

pytestmark = pytest.mark.django_db
IN_A_MOMENT = "This is looked at in a moment."
TASKS_OF_LOOKS = {"text": "text", "cover": "cover", "accessibility": "accessibility"}


@pytest.fixture
def failing(monkeypatch):
    """Make the looks into PDFs fail that a dictionary names, each with its error."""
    read = pdf_reader.read

    def fail(errors: dict[str, Exception]) -> None:
        def read_or_fail(reader, task, *arguments):
            if task in errors:
                raise errors[task]
            return read(reader, task, *arguments)

        monkeypatch.setattr(pdf_reader, "read", read_or_fail)

    return fail


def stored(content: bytes, name: str = "news.pdf") -> Document:
    return DocumentFactory(file=ContentFile(content, name=name), language="")


def after_reading(document: Document) -> Document:
    read_document.enqueue(document.pk)
    work_off()
    return Document.objects.get(pk=document.pk)


def told(client, document: Document) -> str:
    return client.get(reverse("admin:content_document_change", args=[document.pk])).text


@pytest.mark.parametrize("lost", ["text", "cover", "accessibility"])
@pytest.mark.parametrize("error", [BrokenFile(), UnwieldyFile(), UnreadableFile()], ids=repr)
def test_a_look_that_fails_leaves_the_others(lost, error, failing, admin_client):
    failing({lost: error})

    document = after_reading(stored(saved(pdf_of_lines("Swans"))))

    found = {
        "text": document.text == "Swans",
        "cover": bool(document.cover),
        "accessibility": document.is_tagged is False,
    }
    assert [look for look, is_found in found.items() if not is_found] == [lost]
    assert document.unread_parts == [lost]
    assert IN_A_MOMENT not in told(admin_client, document)
    assert "cannot be" in told(admin_client, document)
    assert not actions.order_missed_work()["documents to be read"]


def test_a_page_without_a_size_costs_only_the_cover():
    document = after_reading(stored(saved(pdf_of_lines("Swans", size=(3, 3)))))

    assert document.read_at
    assert document.is_tagged is False


def test_a_page_that_explodes_costs_neither_pages_nor_tags():
    document = after_reading(stored(hostile_files.pdf_that_unpacks_to_a_gigabyte()))

    assert (document.pages, document.is_tagged) == (1, False)
    assert "text" in document.unread_parts


def test_odd_metadata_costs_nothing():
    pdf = pdf_of_lines("Swans")
    pdf.Root.Metadata = pdf.make_stream(b"<?xml version='1.0'?><x:xmpmeta")
    pdf.trailer.Info = pikepdf.Dictionary(Title=pikepdf.Array([1]), CreationDate=5)

    document = after_reading(stored(saved(pdf)))

    assert (document.text, document.pages, document.unreadable) == ("Swans", 1, "")
    assert document.cover


def test_what_we_fail_to_read_is_tried_on_three_nights(failing, admin_client):
    failing({"text": ReaderFailed()})
    document = after_reading(stored(saved(pdf_of_lines("Swans"))))
    assert document.cover
    assert IN_A_MOMENT in told(admin_client, document)

    assert actions.order_missed_work()["documents to be read"] == 1
    work_off()
    document.refresh_from_db()
    assert "It is tried again tonight." in told(admin_client, document)

    actions.order_missed_work()
    work_off()

    document.refresh_from_db()
    assert document.unread_parts == ["text"]
    assert "Its words cannot be read" in told(admin_client, document)
    assert not actions.order_missed_work()["documents to be read"]


def test_what_is_read_the_next_night_is_as_if_nothing_had_been(failing):
    failing({"text": ReaderFailed(), "cover": ReaderFailed()})
    document = after_reading(stored(saved(pdf_of_lines("Swans"))))
    failing({})

    actions.order_missed_work()
    work_off()

    document.refresh_from_db()
    assert (document.text, document.unreadable) == ("Swans", "")
    assert document.cover


def test_a_document_that_takes_the_worker_along_is_given_up(admin_client):
    document = stored(saved(pdf_of_lines("Swans")))
    Document.objects.update(reading_attempts=tasks.MAX_ATTEMPTS)

    document = after_reading(document)

    assert document.unread_parts == ["text", "cover", "accessibility"]
    assert IN_A_MOMENT not in told(admin_client, document)


def test_a_file_that_is_gone_ends_in_an_answer(admin_client):
    document = stored(saved(pdf_of_lines("Swans")))
    document.file.storage.delete(document.file.name)
    for _night in range(tasks.MAX_ATTEMPTS):
        actions.order_missed_work()
        work_off()

    document.refresh_from_db()
    assert document.unread_parts == ["text", "cover", "accessibility"]


def test_a_new_file_is_read_anew(failing):
    failing({"text": BrokenFile()})
    document = after_reading(stored(saved(pdf_of_lines("Swans"))))
    failing({})

    document.file = ContentFile(saved(pdf_of_lines("Geese")), name="news.pdf")
    document.save()
    assert document.read_at is None

    assert after_reading(document).text == "Geese"


def test_words_of_a_file_that_was_replaced_meanwhile_are_not_kept(monkeypatch):
    document = stored(saved(pdf_of_lines("Swans")))

    def replaced_meanwhile(row, file):
        Document.objects.update(file="other.pdf")
        row.text = "Swans"

    monkeypatch.setitem(tasks.LOOKS, "application/pdf", {"text": replaced_meanwhile})

    assert after_reading(document).text == ""


@pytest.mark.parametrize(
    "content",
    [
        saved(pdf_of_lines("Die Städtepartner-", "schaft lebt")),
        word("Die Städtepartnerschaft lebt"),
        word(body="<w:p><w:r><w:t>Städte\u00adpartner\u2060schaft</w:t></w:r></w:p>"),
        word("Städtepartnerschaft", main="word/document7.xml"),
        open_document("<text:p>Die Städte<text:span>partnerschaft</text:span></text:p>"),
    ],
    ids=["pdf", "word", "soft hyphen", "document7", "opendocument"],
)
def test_the_words_of_every_kind_are_found(content, client):
    document = stored(content)
    NewsletterFactory(title="News", document=document)

    after_reading(document)

    entry = SearchEntry.objects.get(kind="newsletter", language="en")
    assert "Städtepartnerschaft" in entry.text
    assert "News" in client.get("/search/", {"q": "Städtepartnerschaft"}).text


def test_a_korean_file_is_offered_as_korean(client, admin_client):
    pdf = pdf_of_lines("Swans")
    pdf.Root.Lang = pikepdf.String("ko-KR")
    document = stored(saved(pdf))
    newsletter = NewsletterFactory(document=document)
    CouncilFactory()

    page = client.get(newsletter.get_absolute_url()).text

    assert 'hreflang="ko"' in page
    assert "Korean" in page
    assert '<option value="ko" selected>Korean</option>' in told(admin_client, document)
    listed = admin_client.get(reverse("admin:content_document_changelist"), {"language": "ko"})
    assert "?language=ko" in listed.text


def test_the_cover_of_the_file_before_is_gone():
    document = stored(saved(pdf_of_lines("Swans")))
    document.cover.save("cover.jpg", ContentFile(hostile_files.picture()))
    document.file = ContentFile(word("Swans"), name="a.docx")
    document.save()

    assert not after_reading(document).cover
