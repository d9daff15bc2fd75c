"""What is erased outside the tables: e-mails that were written to files."""

import os
import re
from datetime import date, datetime
from pathlib import Path

import pytest

from content.mail import erasure
from content.models import QueuedEmail
from tests.factories.queued_email import QueuedEmailFactory


@pytest.fixture
def folder(settings, tmp_path) -> Path:
    settings.EMAIL_FILE_PATH = str(tmp_path)
    return tmp_path


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.django_db(transaction=True)
def test_file_is_found_by_address_or_message_id(folder, caplog):
    QueuedEmailFactory(message_id="<7@example.org>")
    (folder / "id.log").write_text("Message-ID: <7@EXAMPLE.org>\n")
    (folder / "address.log").write_text("To: Ada@example.org\n")
    (folder / "other-id.log").write_text("Message-ID: <77@example.org>\n")
    (folder / "address.txt").write_text("To: ada@example.org\n")

    erasure.erase_files_after_commit("ada@example.org", QueuedEmail.objects.all())

    assert files(folder) == ["address.txt", "other-id.log"]
    assert caplog.text == ""  # where an error would be told


@pytest.mark.django_db(transaction=True)
def test_file_that_cannot_be_erased_does_not_undo_the_rest(folder, monkeypatch, caplog):
    monkeypatch.setattr(erasure, "delete_email_files", lambda *words: 1 / 0)

    erasure.erase_files_after_commit("ada@example.org", QueuedEmail.objects.all())

    assert "division by zero" in caplog.text


def test_file_goes_from_the_day_after_its_last_one(folder):
    for day in (9, 10, 11):
        path = folder / f"{day}.log"
        path.write_text("To: ada@example.org\n")
        moment = datetime(2026, 5, day, 12).astimezone().timestamp()
        os.utime(path, (moment, moment))

    erasure.delete_email_files(before=date(2026, 5, 10))

    assert files(folder) == ["10.log", "11.log"]


def test_file_of_no_encoding_is_read_all_the_same(folder):
    (folder / "1.log").write_bytes(b"\xff\xfe To: ada@example.org\n")

    erasure.delete_email_files("ada@example.org")

    assert files(folder) == []


def test_site_that_writes_no_files_has_nothing_to_erase(settings):
    settings.EMAIL_FILE_PATH = None

    erasure.delete_email_files("ada@example.org")


@pytest.mark.parametrize(
    "text",
    [
        "ada@example.org",
        "<ada@example.org>",
        "mailto:ada@example.org?",
        "At ada@example.org.",
        # As JSON has line breaks, such as in versions and drafts
        r'{"summary": "Ask\r\nada@example.org"}',
    ],
)
def test_whole_address_is_found(text):
    assert re.search(erasure.whole_address("ada@example.org"), text)


@pytest.mark.parametrize(
    "text",
    ["joada@example.org", "jo.ada@example.org", "jo+ada@example.org", "jo-ada@example.org",
     "ada@example.org.uk", "ada@example.organic", "ada@example.org-net.example", "ada@exampleXorg"],
)  # fmt: skip
def test_part_of_another_address_is_not_found(text):
    assert not re.search(erasure.whole_address("ada@example.org"), text)
