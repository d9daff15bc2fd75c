"""The name of an uploaded file decides nothing and breaks nothing."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from content.forms.staged_files import MAX_NAME, readable_name
from content.models import Document, Picture
from tests import hostile_files
from tests.admin_forms import errors_of, save
from tests.factories.document import DocumentFactory
from tests.officers_files import open_document, word

ADD = "/admin/content/document/add/"
RIGHT_TO_LEFT = "\u202e"
NAMES = [
    "flyer.html",
    "flyer.pdf.svg",
    "flyer",
    f"{'Städtepartnerschaft ' * 8}.pdf",
    f"fly{RIGHT_TO_LEFT}fdp.exe",
    "../../etc/passwd",
    "a'b\"c<d>.PDF",
    "x" * 250 + ".pdf",
    ".pdf",
    "свити\u0301.pdf",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("content", "ending"),
    [(hostile_files.pdf(), ".pdf"), (word("Swans"), ".docx"), (open_document(), ".odt")],
    ids=["pdf", "word", "opendocument"],
)
def test_the_ending_is_that_of_the_type(officer_client, name, content, ending):
    upload = SimpleUploadedFile("a", content)
    upload._name = name  # as it comes with the request, which Django has not cleaned yet

    response = save(officer_client, ADD, title_0="The flyer", kind="other", file=upload)

    assert response.status_code == 302, errors_of(response)
    document = Document.objects.get()
    assert document.file.name.endswith(ending)
    assert document.file.name.count(".") == 1
    assert document.download_name == f"the-flyer{ending}"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["flyer.html", "flyer.pdf.svg", f"{'x' * 90}.exe"])
def test_a_program_that_saves_a_document_does_so_too(name):
    document = DocumentFactory(file=ContentFile(word("Swans"), name=name))

    assert document.file.name.endswith(".docx")


def test_an_ending_that_was_stored_before_is_not_offered(officer_client):
    document = DocumentFactory(title="The flyer")
    Document.objects.update(file="old.html")

    assert Document.objects.get(pk=document.pk).download_name == "the-flyer.pdf"


@pytest.mark.parametrize("name", NAMES)
def test_a_long_or_odd_name_is_kept_short_in_a_form_with_an_error(officer_client, name):
    upload = SimpleUploadedFile("a", hostile_files.pdf())
    upload._name = name

    response = save(officer_client, ADD, kind="other", file=upload)

    assert list(errors_of(response)) == ["title"]
    assert "is kept." in response.text
    assert RIGHT_TO_LEFT not in response.text


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_taken_whatever_its_name(officer_client, name):
    upload = SimpleUploadedFile("a", hostile_files.picture())
    upload._name = name
    words = {"alt_0": "A bridge", "creator": "Somebody", "licence": "CC BY 4.0"}

    response = save(officer_client, "/admin/content/picture/add/", **words, file=upload)

    assert response.status_code == 302, errors_of(response)
    assert Picture.objects.get().file.name.endswith(".jpg")


@given(st.text())
def test_any_name_becomes_one_that_can_be_shown(name):
    readable = readable_name(name)

    assert 0 < len(readable) <= MAX_NAME
    assert readable.isprintable()
    assert "/" not in readable


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        ("Anna's form.PDF", "Anna's form.PDF"),
        (f"{'x' * 300}.pdf", f"{'x' * (MAX_NAME - 4)}.pdf"),
        ("Bu\u0308cher.pdf", "Bücher.pdf"),
        (f"fly{RIGHT_TO_LEFT}fdp.exe", "flyfdp.exe"),
        ("", "–"),
    ],
)
def test_a_name_stays_as_it_was_typed_if_it_can(name, readable):
    assert readable_name(name) == readable
