"""The mails of an application, as a real server gets them."""

import threading

import pytest
from django.utils import translation

from content.mail import compose
from content.mail.worker import Worker
from content.models import QueuedEmail
from tests.factories.city import CityFactory
from tests.factories.theme import ThemeFactory
from volunteers import actions
from volunteers.models import Application

ANSWERS = {
    "name": "Zoë Müller-Łukasz",
    "email": "zoe@example.org",
    "phone": "01632 960001",
    "cities": [],
    "interests": [],
    "languages": "Deutsch, polski",
    "skills": "<b>Bread</b> & cake",
    "availability": "Weekends",
    "message": "Zażółć gęślą jaźń\nсердечно",
}


@pytest.fixture
def submit(open_office):
    def submit(**changes) -> Application:
        options = {"fingerprint": "f", "wording": open_office, "language": "en"} | {
            name: changes.pop(name) for name in ("held_for", "language") if name in changes
        }
        return actions.submit({**ANSWERS, **changes}, **options)

    return submit


@pytest.fixture
def delivered(smtp_server):
    """Send the outbox; give the messages by recipient, each with its parts."""

    def deliver() -> dict:
        Worker(threading.Event()).send_due()
        return {
            message["To"]: (message, smtp_server.bodies(index))
            for index, message in enumerate(smtp_server.messages)
        }

    return deliver


def test_office_gets_everything_and_answers_to_the_applicant(submit, delivered):
    submit(
        cities=[CityFactory(name="Bonn"), CityFactory(name="Perm")],
        interests=[ThemeFactory(name="Music"), ThemeFactory(name="Schools")],
    )

    message, bodies = delivered()["office@example.org"]

    assert message["Reply-To"] == "zoe@example.org"
    assert "Zoë Müller-Łukasz" in message["Subject"]
    expected = [
        "Zoë Müller-Łukasz", "zoe@example.org", "01632 960001", "Bonn", "Music",
        "Deutsch, polski", "Weekends", "Zażółć gęślą jaźń", "сердечно",
        Application.objects.get().reference,
    ]  # fmt: skip
    for part in bodies.values():
        assert [text for text in expected if text not in part] == []
    assert "<b>Bread</b> & cake" in bodies["text/plain"]
    assert "Links: Bonn, Perm\r\nInterests: Music, Schools\r\n" in bodies["text/plain"]
    assert "&lt;b&gt;Bread&lt;/b&gt; &amp; cake" in bodies["text/html"]


def test_receipt_has_wording_version_erasure_date_and_own_page(
    submit, delivered, client, open_office
):
    application = submit()

    message, bodies = delivered()["zoe@example.org"]

    assert message["Auto-Submitted"] == "auto-replied"
    assert message["Reply-To"] == "office@example.org"
    for part in bodies.values():
        assert application.reference in part
        assert "I agree that the office keeps my answers" in part
        assert open_office.version in part
        assert f"{application.erase_on:%Y}" in part
        assert application.get_absolute_url() in part
    assert client.get(application.get_absolute_url()).status_code == 200


def test_receipt_is_in_the_applicants_language_the_office_mail_in_the_offices(submit, delivered):
    with translation.override("de"):
        submit(language="de")

    mails = delivered()

    assert mails["zoe@example.org"][0]["Content-Language"] == "de"
    assert "/de/volunteer/application/" in mails["zoe@example.org"][1]["text/plain"]
    assert mails["office@example.org"][0]["Content-Language"] == "en"


def test_application_and_letters_come_together_or_not_at_all(submit, monkeypatch):
    monkeypatch.setattr(compose, "queue", lambda *args, **kwargs: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        submit()

    assert not Application.objects.exists()


def test_what_is_kept_aside_is_mailed_when_it_is_released_and_only_once(submit):
    application = submit(held_for=["links", "fast"])
    assert application.held_for == "links,fast"
    assert not QueuedEmail.objects.exists()

    actions.release(application)
    actions.release(application)

    assert QueuedEmail.objects.count() == 2
    assert Application.objects.get().held_for == ""
