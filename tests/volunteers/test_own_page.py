import threading

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.mail import compose
from content.mail.worker import Worker
from content.models import ErasureRecord, QueuedEmail
from tests.factories.application import ApplicationFactory
from volunteers.models import Application, Note
from volunteers.signed_addresses import sent_page_token


@pytest.fixture
def application(open_office):
    return ApplicationFactory(name="Ada Private", email="ada@example.org", message="My story")


def test_own_page_shows_state_answers_wording_and_date(client, application):
    page = client.get(application.get_absolute_url())

    html = page.content.decode()
    assert "It has arrived and waits for us to read it." in html
    assert "My story" in html
    assert "I agree that the office keeps my answers" in html
    assert page["Referrer-Policy"] == "same-origin"
    assert "no-store" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex"
    assert not page.cookies


@pytest.mark.parametrize("step", ["", "withdraw/", "erase/", "nowhere/"])
def test_key_of_the_own_page_is_in_no_link_to_feedback(client, application, step):
    url = f"{application.get_absolute_url()}{step}"

    for path in (url, f"/volunteer/sent/{sent_page_token(application.reference)}/"):
        assert "/feedback/" not in client.get(path).content.decode()
    application.delete()
    assert "/feedback/" not in client.get(url).content.decode()


@pytest.mark.parametrize("step", ["", "withdraw/", "erase/"])
@pytest.mark.parametrize("forged", ["VOL-AAAA-AA", "VOL-AAAA-AA:x", "\u202e", "a" * 3000])
def test_forged_link_opens_nothing(client, application, step, forged):
    page = client.get(f"/volunteer/application/{forged}/{step}")

    assert page.status_code == 404
    assert "Ada Private" not in page.content.decode()


def test_link_of_the_confirmation_does_not_open_the_own_page(client, application):
    token = sent_page_token(application.reference)

    assert client.get(f"/volunteer/application/{token}/").status_code == 404


def test_withdrawing_asks_first_and_tells_the_office(client, application):
    url = f"{application.get_absolute_url()}withdraw/"
    client.get(url)
    application.refresh_from_db()
    assert application.state == "new"

    assert client.post(url).url == application.get_absolute_url()
    client.post(url)

    application.refresh_from_db()
    assert application.state == "withdrawn"
    assert application.erase_on == Application.erasure_date("withdrawn")
    assert "You have taken it back." in client.get(application.get_absolute_url()).content.decode()
    letter = QueuedEmail.objects.get()
    assert letter.recipient == "office@example.org"
    assert application.reference in letter.text


def test_erasing_asks_first_and_leaves_only_a_proof(client, application):
    application.notes.create(text="Rang Ada")
    url = f"{application.get_absolute_url()}erase/"
    client.get(url)
    assert Application.objects.exists()

    assert client.post(url).url == "/volunteer/erased/"

    assert not Application.objects.exists()
    assert not Note.objects.exists()
    assert ErasureRecord.objects.get().reason == "asked"
    letter = QueuedEmail.objects.get()
    assert application.reference in letter.text
    assert "Ada Private" not in letter.text
    assert client.get(application.get_absolute_url()).status_code == 404
    assert client.post(url).status_code == 404


def test_erasing_leaves_no_letter_file_and_no_write_ahead_log(
    client, application, settings, tmp_path, transactional_db
):
    settings.OUTBOX_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    other = tmp_path / "mail" / "other.log"
    other.parent.mkdir()
    other.write_text("To: joada@example.org")
    # Not to the applicant: the file tells it by its Message-ID only.
    application.mails.add(
        compose.queue_text("Ada", "Ada again", to="group@example.org", language="en")
    )
    Worker(threading.Event()).send_due()
    assert len(list(other.parent.iterdir())) == 2

    with CaptureQueriesContext(connection) as queries:
        client.post(f"{application.get_absolute_url()}erase/")

    assert list(other.parent.iterdir()) == [other]
    if connection.vendor == "sqlite":
        assert "wal_checkpoint(TRUNCATE)" in queries[-1]["sql"]


def test_erasing_without_the_cookie_asks_again(client, application):
    client.handler.enforce_csrf_checks = True

    page = client.post(f"{application.get_absolute_url()}erase/")

    assert "Nothing you typed is lost" in page.content.decode()
    assert Application.objects.exists()
