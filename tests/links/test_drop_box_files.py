"""Which files a drop box link takes."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signing import Signer

from content.models import StagedUpload
from content.text.file_sizes import file_size
from links.drop_boxes import MAX_FILES_A_DAY
from links.models import Newsletter
from tests.admin_forms import form_data
from tests.factories.document import DocumentFactory, pdf_bytes
from tests.factories.drop_box import DropBoxFactory
from tests.factories.newsletter import NewsletterFactory
from tests.links.test_drop_box import address, read
from tests.links.test_issue_from_file import issue_pdf
from tests.officers_files import open_document, word
from twinning_site.serving.upload_limits import MAX_FORM_BYTES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("issue.pdf", b"<script>alert(1)</script>"),
        ("issue.pdf", b"%PDF-1.4 and then nothing"),
        ("issue.exe", b"MZ" + b"\0" * 100),
        ("issue.pdf", b""),
        ("issue.docx", word()),
        ("issue.odt", open_document()),
    ],
)
def test_file_that_is_none_is_refused_and_the_word_kept(client, box, name, content):
    answer = client.post(
        address(), {"file": SimpleUploadedFile(name, content), "word": "Here it is."}
    )

    assert answer.status_code == 422
    assert "Error:" in answer.text
    assert "Here it is." in answer.text
    assert not StagedUpload.objects.exists()


def test_file_that_is_here_already_is_told(client, box):
    same = issue_pdf()
    NewsletterFactory(
        group=box.group,
        title="The same one",
        document=DocumentFactory(file=SimpleUploadedFile("a.pdf", same)),
    )

    assert "as “The same one”" in read(client, content=same).text


def test_file_of_one_link_is_none_for_another(client, box):
    name = form_data(read(client))["upload"][0]
    other = DropBoxFactory(key="key-of-leiden")
    officers = StagedUpload.objects.get()
    forged = Signer(salt=f"links.drop_boxes.{other.pk + 1}").sign(officers.token)

    for tried in (name, officers.token, forged):
        data = {"upload": tried, "title": "x", "language": "en", "year": "2026"}
        answer = client.post(address("key-of-leiden"), data)
        assert "is not here any more" in answer.text
    assert not Newsletter.objects.exists()


def test_no_more_files_than_a_group_has_are_taken_a_day(client, box):
    for _ in range(MAX_FILES_A_DAY):
        read(client, content=b"no file at all")

    answer = read(client, word="One more")

    assert answer.status_code == 429
    assert "try again tomorrow" in answer.text
    assert "One more" in answer.text


def test_only_somebody_with_a_key_sends_more_than_a_form(client, box, settings):
    long = SimpleUploadedFile("long.pdf", pdf_bytes() + b"%" * 2_000_000)

    assert client.post(address("unknown"), {"file": long}).status_code == 413
    long.seek(0)
    assert client.post(address(), {"file": long}).status_code == 200


def test_file_of_a_word_processor_is_refused_in_words(client, box):
    assert "Save it as a PDF" in read(client, "issue.docx", word()).text


def test_largest_file_is_said_and_longer_ones_are_refused_beside_the_field(client, box, settings):
    settings.DROP_BOX_MAX_BYTES = len(pdf_bytes()) + 100
    assert f"At most {file_size(settings.DROP_BOX_MAX_BYTES)}" in client.get(address()).text

    answer = read(client, content=pdf_bytes() + b"%" * 101, word="Here it is.")

    assert answer.status_code == 422
    assert "The most that can be taken is" in answer.text
    assert "Here it is." in answer.text
    assert read(client, content=pdf_bytes() + b"%" * 100).status_code == 200


def test_what_comes_by_a_link_is_shorter_than_what_officers_send(client, box, settings):
    settings.DROP_BOX_MAX_BYTES = 100

    answer = read(client, content=pdf_bytes() + b"%" * MAX_FORM_BYTES)

    assert answer.status_code == 413
    assert "100 bytes" in answer.text
