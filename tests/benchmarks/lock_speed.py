"""How long people wait who apply while officers upload, and while SQLite is locked for writing.

With the programs of `manage.py serve`. Whoever gets a page with status 503 sends it again.
"""

import http.client
import io
import os
import re
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Iterator
from statistics import median
from urllib.parse import urlencode

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import Client
from PIL import Image

from content.models import Picture
from tests.collected_static import copy_static_files
from tests.factories.consent import ConsentWordingFactory
from tests.factories.council import CouncilFactory
from tests.factories.officer import OfficerFactory
from tests.post_box import free_port
from tests.volunteers.form_filler import _Inputs
from tests.volunteers.processes import Program, wait_for
from twinning_site.serving.management.commands.serve import Command
from volunteers.models import Application

PEOPLE, UPLOADS = 20, 3
APPLY, ADD = "/volunteer/apply/", "/admin/content/picture/add/"
FORM = "application/x-www-form-urlencoded"
BOUNDARY = "a-boundary-that-no-photograph-has"


class Site:
    """The site over HTTP, and what it answered."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.answers: list[tuple[int, float]] = []
        self.lost_words = 0

    def ask(self, method: str, path: str, body: bytes | str = "", **headers: str):
        visit = http.client.HTTPConnection("127.0.0.1", self.port, timeout=90)
        try:
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            visit.request(method, path, body, names)
            response = visit.getresponse()
            return response.status, response.headers, response.read().decode()
        finally:
            visit.close()

    def apply(self, number: int) -> None:
        _status, headers, page = self.ask("GET", APPLY)
        inputs = _Inputs()
        inputs.feed(page)
        answers = {"name": "Zoë", "message": f"Words of person {number}", "consent": "on"}
        answers |= {"email": f"{time.monotonic_ns()}@example.org", "step": "send"}
        cookie = headers["Set-Cookie"].partition(";")[0]
        body, start, status = urlencode(dict(inputs.hidden) | answers), time.monotonic(), 503
        while status == 503:
            status, _headers, page = self.ask("POST", APPLY, body, Cookie=cookie, Content_Type=FORM)
            self.answers.append((status, time.monotonic() - start))
            self.lost_words += status == 503 and answers["message"] not in page

    def upload(self, session: str, photograph: bytes, go: threading.Barrier) -> None:
        _status, headers, page = self.ask("GET", ADD, Cookie=session)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
        cookie = f"{session}; {headers['Set-Cookie'].partition(';')[0]}"
        fields = {"alt_0": "A bridge", "creator": "A", "licence": "CC", "focus_x": "50"}
        fields |= {"focus_y": "50", "csrfmiddlewaretoken": token, "_save": "on"}
        parts = [f'name="{name}"\r\n\r\n{value}'.encode() for name, value in fields.items()]
        parts.append(b'name="file"; filename="a.jpg"\r\n\r\n' + photograph)
        start = f"--{BOUNDARY}\r\nContent-Disposition: form-data; ".encode()
        body = b"".join(start + part + b"\r\n" for part in parts) + f"--{BOUNDARY}--".encode()
        kind = f"multipart/form-data; boundary={BOUNDARY}"
        go.wait(30)
        assert self.ask("POST", ADD, body, Cookie=cookie, Content_Type=kind)[0] == 302

    def crowd(self, label: str) -> None:
        """Let many apply at once, and tell how long it took them."""
        self.answers.clear()
        people = [threading.Thread(target=self.apply, args=[n]) for n in range(PEOPLE)]
        together(people)
        seconds = [waited for status, waited in self.answers if status == 302]
        counted = dict(Counter(status for status, _waited in self.answers))
        print(  # noqa: T201 - for the reader
            f"\n{label}: {PEOPLE} apply: median {median(seconds):.2f} s, "
            f"longest {max(seconds):.2f} s; answers {counted}"
        )
        assert len(seconds) == PEOPLE
        assert counted.keys() <= {302, 503}


def together(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.fixture
def site(transactional_db, settings, tmp_path) -> Iterator[Site]:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no lock that all writers share.")
    CouncilFactory()
    ConsentWordingFactory()
    copy_static_files(tmp_path)
    settings.PORT = free_port()
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{connection.settings_dict['NAME']}",
        "MESSAGE_MIN_SECONDS": "0",
        "MESSAGES_PER_NETWORK": "100000",
        "SECRET_KEY": django_settings.SECRET_KEY,
        "VAR_DIR": str(tmp_path),
        "WEB_CONCURRENCY": "2",
    }
    log = tmp_path / "programs.log"
    programs = [Program(program.command, environment, log) for program in Command().programs()]
    try:
        wait_for(settings.PORT)
        yield Site(settings.PORT)
    finally:
        for program in programs:
            program.stop()


@pytest.fixture
def photograph() -> bytes:
    """12 megapixels with as much detail as a camera sees."""
    noise = Image.frombytes("RGB", (1000, 750), os.urandom(1000 * 750 * 3))
    buffer = io.BytesIO()
    noise.resize((4000, 3000), Image.Resampling.BICUBIC).save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


def test_people_apply_while_officers_upload(site, photograph):
    officer = Client()
    officer.force_login(OfficerFactory())
    session = f"sessionid={officer.cookies['sessionid'].value}"
    site.crowd("The first")
    site.crowd("Quiet")
    go = threading.Barrier(UPLOADS + 1)
    arguments = [session, photograph, go]
    officers = [threading.Thread(target=site.upload, args=arguments) for _ in range(UPLOADS)]
    for thread in officers:
        thread.start()
    go.wait(30)
    site.crowd(f"{UPLOADS} uploads of 12 megapixels at once")
    for thread in officers:
        thread.join()

    assert Picture.objects.count() == UPLOADS


@pytest.mark.parametrize("seconds", [10, 40])
def test_people_apply_while_the_database_is_locked(site, seconds):
    lock = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    end = threading.Timer(seconds, lambda: None)
    crowd = threading.Thread(target=site.crowd, args=[f"Locked for {seconds} s"])
    crowd.start()
    end.start()
    read = []
    while end.is_alive():
        start = time.monotonic()
        assert site.ask("GET", "/cities/")[0] == 200
        read.append(time.monotonic() - start)
        time.sleep(0.1)
    lock.rollback()
    lock.close()
    crowd.join()
    print(f"Meanwhile {len(read)} pages were read, the slowest in {max(read):.2f} s")  # noqa: T201

    assert site.lost_words == 0
    assert Application.objects.count() == PEOPLE
