"""A PDF that asks programs not to print it is taken, and its officer is told."""

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from content.models import Document
from tests.admin_forms import save
from tests.factories.document import pdf_bytes
from tests.officers_files import pdf_of_lines, saved, word

ADD = "/admin/content/document/add/"
LIST = "/admin/content/document/"


def restricted(**allowed: bool) -> bytes:
    encryption = pikepdf.Encryption(owner="owner", user="", allow=pikepdf.Permissions(**allowed))
    return saved(pdf_of_lines("Swans"), encryption=encryption)


def uploaded(client, content: bytes):
    file = SimpleUploadedFile("news.pdf", content)
    save(client, ADD, title_0="News", file=file)
    return Document.objects.get()


def messages_and_readout(client, document) -> tuple[str, str]:
    page = client.get(reverse("admin:content_document_change", args=[document.pk])).text
    messages, _list, rest = page.partition('class="messagelist"')[2].partition("</ul>")
    return messages, rest.partition("field-restrictions")[2].partition("field-reading")[0]


@pytest.mark.parametrize(
    ("allowed", "told"),
    [
        ({"print_lowres": False, "print_highres": False}, "Readers cannot print this PDF:"),
        ({"print_highres": False}, "Readers cannot print this PDF:"),
        ({"extract": False}, "Readers cannot copy words from this PDF:"),
        (
            {"print_lowres": False, "print_highres": False, "extract": False},
            "Readers cannot print this PDF or copy words from it:",
        ),
    ],
)
def test_the_officer_is_told_of_restrictions(officer_client, allowed, told):
    document = uploaded(officer_client, restricted(**allowed))

    messages, readout = messages_and_readout(officer_client, document)
    assert told in messages
    assert 'class="warning"' in messages
    assert told in readout
    assert "Ask for a file without restrictions" in readout
    assert ", 1 page, restricted" in officer_client.get(LIST).text


@pytest.mark.parametrize(
    "content",
    [pdf_bytes(), restricted(modify_other=False), word("Swans")],
    ids=["PDF", "edit", "Word"],
)
def test_nothing_is_said_of_files_without_restrictions(officer_client, content):
    document = uploaded(officer_client, content)

    messages, readout = messages_and_readout(officer_client, document)
    assert "Readers cannot" not in messages + readout
    assert "None." in readout
    assert ", restricted" not in officer_client.get(LIST).text


def test_a_file_without_restrictions_takes_the_place_of_one_with_them(officer_client):
    document = uploaded(officer_client, restricted(extract=False))

    address = reverse("admin:content_document_change", args=[document.pk])
    save(officer_client, address, file=SimpleUploadedFile("news.pdf", pdf_bytes()))

    document.refresh_from_db()
    assert (document.can_be_printed, document.can_be_copied) == (True, True)
