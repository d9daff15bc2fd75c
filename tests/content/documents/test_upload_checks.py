"""What the library of documents takes and refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from content.documents import pdf_reader
from content.documents.upload_checks import (
    OPEN_DOCUMENT,
    PDF,
    WORD,
    check_document,
    read_facts,
)
from content.models import Document
from tests import hostile_files
from tests.admin_forms import errors_of, save

NO_DOCUMENT = "This file is not a PDF, Word (.docx) or OpenDocument (.odt) file."
BROKEN = "This PDF is broken. Save it again and try once more."


def refusal_of(content: bytes) -> str:
    with pytest.raises(ValidationError) as refusal:
        check_document(ContentFile(content, name="newsletter.pdf"))
    return " ".join(refusal.value.messages)


@pytest.mark.parametrize(
    ("content", "facts"),
    [
        (hostile_files.pdf(pages=3), (PDF, 3)),
        (hostile_files.word(), (WORD, None)),
        (hostile_files.open_document(), (OPEN_DOCUMENT, None)),
    ],
    ids=["pdf", "word", "opendocument"],
)
def test_a_document_is_known_by_its_content(content, facts):
    read = read_facts(ContentFile(content, name="nothing.exe"))

    assert (read.media_type, read.pages) == facts
    assert read.size == len(content)


@pytest.mark.parametrize(
    "content",
    [
        hostile_files.PROGRAM,
        hostile_files.HTML,
        hostile_files.SVG,
        hostile_files.picture(),
        b"",
        b"PK\x03\x04" + bytes(100),
        b"PK\x05\x06" + bytes(18),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
    ],
    ids=range(8),
)
def test_other_files_are_refused_whatever_their_name(content):
    assert refusal_of(content) == NO_DOCUMENT


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + bytes(range(256)) * 40,
        hostile_files.pdf()[:200],
        hostile_files.pdf_that_branches_without_end(),
        hostile_files.pdf_that_bites_its_tail(),
        hostile_files.pdf_of_objects(b"<</Type /Catalog>>"),
        hostile_files.pdf_of_objects(b"<</Type /Catalog /Pages 7>>"),
        hostile_files.pdf_of_objects(
            b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids 5>>"
        ),
        hostile_files.pdf_of_objects(b"[" * 5000),
    ],
    ids=range(9),
)
def test_a_broken_pdf_is_refused(content):
    assert refusal_of(content) == BROKEN


def test_a_pdf_without_pages_is_refused():
    content = hostile_files.pdf_of_objects(
        b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Count 9 /Kids []>>"
    )

    assert refusal_of(content) == "This PDF has no pages."


def test_pages_are_counted_and_not_believed():
    content = hostile_files.pdf_of_objects(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Count 999999999999 /Kids [3 0 R]>>",
        b"<</Type /Page /MediaBox [0 0 9 9]>>",
    )

    assert read_facts(ContentFile(content, name="a.pdf")).pages == 1


def pdf_of_empty_pages(number: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (3 + page) for page in range(number))
    return hostile_files.pdf_of_objects(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%b]>>" % kids,
        *[b"<</Type /Page>>"] * number,
    )


@pytest.mark.parametrize("pages", [2001, 2501])
def test_a_pdf_of_thousands_of_pages_is_refused(pages):
    assert "more than 2000 pages" in refusal_of(pdf_of_empty_pages(pages))


def test_a_pdf_may_have_two_thousand_pages():
    assert read_facts(ContentFile(pdf_of_empty_pages(2000), name="a.pdf")).pages == 2000


def test_a_locked_pdf_is_refused_with_the_reason():
    assert "locked with a password" in refusal_of(hostile_files.pdf(password="secret"))


@pytest.mark.parametrize(
    "content",
    [
        hostile_files.word(word__vbaProject_dot_bin=b"x"),
        hostile_files.word(word__VBAPROJECT_dot_BIN=b"x"),
        hostile_files.word("application/vnd.ms-word.document.macroEnabled.main+xml"),
        hostile_files.word(
            f'{hostile_files.WORD_TYPE}"/><Default ContentType="vnd.ms-office.vbaProject'
        ),
        hostile_files.open_document("Basic/Standard/Module1.xml"),
        hostile_files.open_document("Scripts/python/a.py"),
    ],
    # The content names the second in which it was packed: no name that two workers agree on.
    ids=["program", "capitals", "type", "second type", "Basic", "script"],
)
def test_macros_are_refused(content):
    assert "macros" in refusal_of(content)


def test_a_zip_that_only_looks_like_a_word_file_is_refused():
    assert refusal_of(hostile_files.word("text/plain")) == NO_DOCUMENT


def test_a_bomb_of_a_word_file_is_refused():
    bomb = hostile_files.word(word__media__a=bytes(260 * 1024**2))

    assert len(bomb) < 1024**2
    assert "far too large once it is opened" in refusal_of(bomb)


def test_a_pdf_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setitem(pdf_reader.SECONDS, "facts", 0.001)

    assert "takes too much memory or time" in refusal_of(hostile_files.pdf())


def test_too_many_bytes_are_refused(settings):
    content = hostile_files.pdf()
    settings.UPLOAD_MAX_DOCUMENT_BYTES = len(content)
    assert read_facts(ContentFile(content, name="a.pdf")).size == len(content)

    settings.UPLOAD_MAX_DOCUMENT_BYTES -= 1
    assert "The most that can be taken is" in refusal_of(content)


@pytest.mark.parametrize("content", [hostile_files.PROGRAM, hostile_files.picture()])
def test_a_refusal_stands_beside_the_field(officer_client, content):
    upload = SimpleUploadedFile("form.pdf", content)

    response = save(
        officer_client, "/admin/content/document/add/", title_0="Form", kind="other", file=upload
    )

    assert errors_of(response) == {"file": [NO_DOCUMENT]}
    assert not Document.objects.exists()


def test_an_officer_adds_a_document(officer_client, client):
    upload = SimpleUploadedFile("Anna's form.PDF", hostile_files.pdf(pages=4))

    save(
        officer_client,
        "/admin/content/document/add/",
        "_publish",
        title_0="Form",
        kind="other",
        file=upload,
    )

    document = Document.objects.get()
    assert (document.type_name, document.pages, document.is_published) == ("PDF", 4, True)
    assert "Anna" not in document.file.name
    response = client.get(document.get_absolute_url())
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content).startswith(b"%PDF-")
