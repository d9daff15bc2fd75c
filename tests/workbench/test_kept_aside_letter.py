"""While anything is kept aside the office has a plain letter a day."""

import threading
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from content.mail.worker import Worker
from content.models import QueuedEmail
from tests.factories.application import ApplicationFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.feedback import FeedbackFactory
from twinning_site.privacy.retention import erase_due
from twinning_site.workbench.kept_aside_letter import queue_kept_aside_letter
from volunteers import actions
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("open_office")

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to(NOON, tick=False)
    return time_machine


def letters() -> int:
    return QueuedEmail.objects.count()


def test_letter_says_what_waits_how_many_and_where(smtp_server, officer_client):
    ApplicationFactory.create_batch(3, held_for="network", created_at=NOON - timedelta(days=2))
    ApplicationFactory()
    EnquiryFactory(held_for="trap", name="Buy pills", message="Buy pills")
    FeedbackFactory(held_for="fast", comment="Buy pills")

    call_command("nightly", stdout=StringIO())
    Worker(threading.Event()).send_due()

    message, bodies = smtp_server.messages[0], smtp_server.bodies()
    assert message["To"] == "office@example.org"
    assert message["Subject"] == "Kept aside, please look: 5"
    plain = bodies["text/plain"].replace("\r\n", "\n")
    for lines in (
        "Applications: 3 (the oldest of 10 May 2026)\n"
        "http://127.0.0.1:8000/admin/volunteers/application/?held=yes",
        "Enquiries: 1 (the oldest of 12 May 2026)\n"
        "http://127.0.0.1:8000/admin/pages/enquiry/?held=yes",
        "Feedback: 1 (the oldest of 12 May 2026)\n"
        "http://127.0.0.1:8000/admin/pages/feedback/?held=yes",
    ):
        assert lines in plain
    assert "pills" not in "".join(bodies.values())
    for kind in ("volunteers/application", "pages/enquiry", "pages/feedback"):
        assert officer_client.get(f"/admin/{kind}/?held=yes").status_code == 200


def test_letter_is_in_the_language_of_the_office(settings):
    settings.LANGUAGE_CODE = "de"
    ApplicationFactory(held_for="trap")

    queue_kept_aside_letter()

    letter = QueuedEmail.objects.get()
    assert letter.subject == "Zurückgehalten, bitte ansehen: 1"
    assert "Bewerbungen: 1 (die älteste vom 12. Mai 2026)" in letter.text
    assert letter.language == "de"


def test_no_letter_while_nothing_waits(council):
    ApplicationFactory()
    EnquiryFactory()

    assert queue_kept_aside_letter() == 0
    assert letters() == 0


def test_no_letter_without_an_office(council):
    ApplicationFactory(held_for="trap")
    council.delete()

    assert queue_kept_aside_letter() == 0


def test_it_comes_every_day_until_it_is_looked_at(noon):
    held = ApplicationFactory(held_for="trap")

    for day in range(3):
        noon.move_to(NOON + timedelta(days=day), tick=False)
        assert queue_kept_aside_letter() == 1
    assert letters() == 3

    actions.release(held)
    noon.move_to(NOON + timedelta(days=3), tick=False)
    assert queue_kept_aside_letter() == 0


def test_a_restart_tells_nothing_twice(noon):
    ApplicationFactory(held_for="trap")

    for minute in (0, 1, 300):
        noon.move_to(NOON + timedelta(minutes=minute), tick=False)
        queue_kept_aside_letter()

    assert letters() == 1


def test_what_is_held_after_a_letter_does_not_wait_for_a_restart_to_be_forgotten(noon):
    """A restart begins a new day of runs: what came after the letter is told at the next one."""
    ApplicationFactory(held_for="trap")
    queue_kept_aside_letter()
    noon.move_to(NOON + timedelta(hours=2), tick=False)
    EnquiryFactory(held_for="trap")

    noon.move_to(NOON + timedelta(hours=19), tick=False)
    assert queue_kept_aside_letter() == 2


@pytest.mark.parametrize("drift", [-5, 0, 5])
def test_runs_that_do_not_begin_in_the_same_second_skip_no_day(noon, drift):
    ApplicationFactory(held_for="trap")
    for day in range(4):
        noon.move_to(NOON + timedelta(days=day, seconds=drift * day), tick=False)
        queue_kept_aside_letter()

    assert letters() == 4


def test_letter_is_queued_though_erasing_fails(monkeypatch):
    ApplicationFactory(held_for="trap")
    monkeypatch.setattr(
        "twinning_site.serving.management.commands.nightly.erase_due", lambda: 1 / 0
    )

    with pytest.raises(ZeroDivisionError):
        call_command("nightly")

    assert letters() == 1


def test_letter_holds_nothing_that_has_to_be_erased():
    held = ApplicationFactory(held_for="trap", erase_on=timezone.localdate())
    queue_kept_aside_letter()

    erase_due()

    assert not Application.objects.exists()
    letter = QueuedEmail.objects.get()
    assert held.name not in letter.text
    assert held.reference not in letter.text
