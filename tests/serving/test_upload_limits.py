"""What the real server keeps of files that nobody asked for: nothing."""

import socket
import subprocess
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.urls import reverse

from tests.collected_static import copy_static_files
from tests.serving.programs import MANAGE, environment_in, serving
from twinning_site.serving.upload_limits import MAX_FORM_BYTES

# On one worker, which makes the database of `serve` once.
pytestmark = pytest.mark.xdist_group("serve")
HALF_A_GIGABYTE = 512 * 1024**2
FILL = "from tests.factories.council import CouncilFactory; CouncilFactory()"
START_OF_A_FILE = (
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n'
    b"Content-Type: application/pdf\r\n\r\n"
)


@pytest.fixture(scope="module")
def temporary_files(tmp_path_factory) -> Path:
    """Where the site of this module would put what is uploaded."""
    return tmp_path_factory.mktemp("temporary")


@pytest.fixture(scope="module")
def port(tmp_path_factory, temporary_files, migrated_database) -> int:
    folder = tmp_path_factory.mktemp("site")
    copy_static_files(folder)
    environment = environment_in(folder)
    environment["TMPDIR"] = str(temporary_files)
    with serving(environment, migrated_database):
        command = [*MANAGE, "shell", "--no-imports", "-c", FILL]
        subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=True)
        yield int(environment["PORT"])


@pytest.mark.parametrize(
    "path", ["/contact/", "/volunteer/apply/", "/admin/login/", "/de/contact/"]
)
def test_file_of_half_a_gigabyte_is_refused_by_its_length(port, temporary_files, path):
    """The answer comes though only the beginning was sent: nothing waits for the rest."""
    with socket.create_connection(("127.0.0.1", port), 20) as connection:
        connection.sendall(
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n"
            f"Content-Length: {HALF_A_GIGABYTE}\r\n"
            f"Content-Type: multipart/form-data; boundary=x\r\n\r\n".encode()
        )
        connection.sendall(START_OF_A_FILE + b"x" * 4000)
        with closing(HTTPResponse(connection)) as answer:
            answer.begin()
            page = answer.read().decode()
        kept = [file for file in temporary_files.rglob("*.upload*") if file.stat().st_size]

    assert answer.status == 413
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "<h1>" in page
    assert kept == []


@pytest.mark.parametrize("path", ["/contact/", "/volunteer/apply/", "/admin/login/"])
def test_body_without_a_length_is_refused(port, path):
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        chunks = iter([START_OF_A_FILE, b"x" * 1000, b"\r\n--x--\r\n"])
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        connection.request("POST", path, chunks, headers, encode_chunked=True)

        assert connection.getresponse().status == 411


@pytest.fixture
def asked_to_keep(monkeypatch) -> list[str]:
    """The names of the files that a request made Django keep."""
    names: list[str] = []
    new_file = MemoryFileUploadHandler.new_file

    def noted(self, field_name, file_name, *args, **kwargs):
        names.append(file_name)
        return new_file(self, field_name, file_name, *args, **kwargs)

    monkeypatch.setattr(MemoryFileUploadHandler, "new_file", noted)
    return names


def a_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("a.pdf", b"%PDF-1.4 x")


@pytest.mark.parametrize("path", ["/contact/", "/volunteer/apply/", "/admin/login/", "/admin/"])
def test_small_file_from_anybody_is_not_kept(client, council, asked_to_keep, path):
    answer = client.post(path, {"name": "Ada", "file": a_file(), "cv": a_file()})

    assert answer.status_code < 500
    assert asked_to_keep == []


@pytest.mark.django_db
def test_file_is_not_kept_for_an_officer_outside_the_admin(admin_client, council, asked_to_keep):
    admin_client.post("/contact/", {"file": a_file()})

    assert asked_to_keep == []


@pytest.mark.django_db
def test_officer_uploads_in_the_admin(admin_client, council, asked_to_keep):
    admin_client.post(reverse("admin:content_document_add"), {"file": a_file()})

    assert asked_to_keep == ["a.pdf"]


@pytest.mark.django_db
def test_officer_without_the_second_factor_uploads_nothing(
    admin_client, council, asked_to_keep, settings
):
    settings.STAFF_SECOND_FACTOR = True

    admin_client.post(reverse("admin:content_document_add"), {"file": a_file()})

    assert asked_to_keep == []


@pytest.mark.django_db
def test_what_an_officer_sends_has_an_end_too(admin_client, council, settings):
    settings.UPLOAD_MAX_REQUEST_BYTES = 100

    answer = admin_client.post(reverse("admin:content_document_add"), {"file": a_file()})

    assert answer.status_code == 413


@pytest.mark.parametrize(("bytes_of_text", "status"), [(0, 422), (MAX_FORM_BYTES, 413)])
def test_length_of_a_form_is_bounded(client, council, bytes_of_text, status):
    answer = client.post("/contact/", {"message": "x" * bytes_of_text})

    assert answer.status_code == status
