"""No answer names a cause that was not established."""

import sys

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from content.documents import office_reader, pdf_reader
from content.documents.upload_checks import read_facts
from content.file_readers import start
from content.file_readers.start import (
    BrokenFile,
    ReaderFailed,
    UnreadableFile,
    UnwieldyFile,
    read,
)
from content.models import Document
from content.pictures.upload_checks import check_picture
from tests import hostile_files
from tests.admin_forms import errors_of, save
from tests.officers_files import open_document, phone_picture, word

NOT_CHECKED = "This file could not be checked just now. Please send it again."
READER = """
import os, signal, sys, time
from content.file_readers.process import read_one_file
def act(content):
    {action}
    return {{}}
sys.exit(read_one_file({{"act": act}}))
"""


@pytest.fixture
def reader(tmp_path, monkeypatch, settings):
    """Make a reader that does `action` with its file, and read a file with it."""

    def read_by(action: str, seconds: float = 5) -> dict:
        (tmp_path / "reader_of_test.py").write_text(READER.format(action=action))
        (tmp_path / "content").symlink_to(settings.BASE_DIR / "content")
        settings.BASE_DIR = tmp_path
        return read("reader_of_test", "act", ContentFile(b"x"), seconds)

    return read_by


@pytest.mark.parametrize(
    ("action", "error"),
    [
        ("raise ValueError('odd')", BrokenFile),
        ("b = bytearray(2**31)", UnwieldyFile),
        ("raise MemoryError", UnwieldyFile),
        ("os.kill(os.getpid(), signal.SIGSEGV)", UnreadableFile),
        ("os.abort()", UnreadableFile),
    ],
)
def test_what_the_file_does_is_told_of_the_file(reader, action, error):
    with pytest.raises(UnreadableFile) as raised:
        reader(action)

    assert type(raised.value) is error


def test_an_endless_file_takes_the_processor_only_so_long(reader):
    with pytest.raises(UnwieldyFile):
        reader("while True: pass", seconds=0.3)


@pytest.mark.parametrize(
    "action",
    [
        "import a_package_that_is_gone",
        "os.kill(os.getpid(), signal.SIGKILL)",
        "os.kill(os.getpid(), signal.SIGTERM)",
        "os._exit(0)",
        "os._exit(137)",
    ],
)
def test_what_happens_to_the_process_is_not_told_of_the_file(reader, action, caplog):
    with pytest.raises(ReaderFailed):
        reader(action)

    assert caplog.records[-1].levelname == "ERROR"


def test_a_busy_machine_is_no_fault_of_the_file(reader, monkeypatch):
    monkeypatch.setattr(start, "SECONDS_TO_START", 1)

    with pytest.raises(ReaderFailed):
        reader("time.sleep(60)", seconds=0.1)


def test_a_crash_before_the_file_is_read_is_not_told_of_it(tmp_path, settings):
    (tmp_path / "reader_of_test.py").write_text("import os; os.abort()")
    settings.BASE_DIR = tmp_path

    with pytest.raises(ReaderFailed):
        read("reader_of_test", "act", ContentFile(b"x"), 1)


def python_is_gone(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")


def code_is_gone(monkeypatch, settings, tmp_path):
    settings.BASE_DIR = tmp_path


def memory_is_short(monkeypatch, settings, tmp_path):
    killed = tmp_path / "python"
    killed.write_text("#!/bin/sh\nkill -KILL $$\n")
    killed.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(killed))


def module_is_gone(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(pdf_reader, "STRUCTURE", "content.gone")
    monkeypatch.setattr(office_reader, "READER", "content.gone")


@pytest.mark.parametrize("trouble", [python_is_gone, code_is_gone, memory_is_short, module_is_gone])
@pytest.mark.parametrize(
    "content",
    [hostile_files.pdf(), word("Swans"), open_document(), hostile_files.pdf(password="x")],
    ids=["pdf", "word", "opendocument", "locked"],
)
def test_a_document_that_could_not_be_checked_is_not_blamed(
    content, trouble, monkeypatch, settings, tmp_path, caplog
):
    trouble(monkeypatch, settings, tmp_path)

    with pytest.raises(ValidationError) as refusal:
        read_facts(ContentFile(content, name="news.pdf"))

    assert refusal.value.messages == [NOT_CHECKED]
    assert caplog.records[-1].levelname == "ERROR"


def test_a_reader_knows_no_secrets(reader, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "secret")

    assert reader("assert 'SECRET_KEY' not in os.environ") == {}


def test_a_picture_that_could_not_be_checked_is_not_blamed(monkeypatch):
    content = phone_picture()
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    with pytest.raises(ValidationError, match="This picture could not be checked just now"):
        check_picture(ContentFile(content, name="IMG_1.HEIC"))


def test_the_officer_is_asked_to_send_it_again(officer_client, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    upload = SimpleUploadedFile("news.pdf", hostile_files.pdf())

    response = save(
        officer_client, "/admin/content/document/add/", title_0="N", kind="other", file=upload
    )

    assert errors_of(response) == {"file": [NOT_CHECKED]}
    assert not Document.objects.exists()
