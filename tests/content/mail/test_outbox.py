import logging
import threading
from datetime import timedelta
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone

from content.mail import compose, outbox
from content.mail.worker import Worker
from content.models import AttemptOutcome, DeliveryAttempt, EmailState, QueuedEmail

pytestmark = pytest.mark.django_db


def letter(**changes) -> QueuedEmail:
    words = {
        "subject": "Grüße aus León",
        "text": "Zażółć gęślą jaźń – {{ 7|add:1 }} {% load %}",
        "to": "reader@example.org",
        "language": "en",
        "reply_to": "writer@example.org",
    }
    return compose.queue_text(**{**words, **changes})


def work(**options) -> int:
    return Worker(threading.Event(), **options).send_due()


def make_due() -> None:
    QueuedEmail.objects.update(due_at=timezone.now())


def test_letter_arrives_with_accents_and_headers(council, smtp_server):
    letter()

    assert work() == 1

    message, bodies = smtp_server.messages[0], smtp_server.bodies()
    assert message["Subject"] == "Grüße aus León"
    assert message["Reply-To"] == "writer@example.org"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "en"
    assert message["Message-ID"].endswith("@127.0.0.1>")
    assert message["Date"]
    assert "Zażółć gęślą jaźń – {{ 7|add:1 }} {% load %}" in bodies["text/plain"]
    assert "Zażółć gęślą jaźń – {{ 7|add:1 }} {% load %}" in bodies["text/html"]
    assert QueuedEmail.objects.get().state == EmailState.SENT


@pytest.mark.parametrize("subject", ["One\r\nBcc: all@example.org", "One\nBcc: all@example.org"])
def test_line_break_in_a_subject_makes_no_header(council, smtp_server, subject):
    letter(subject=subject)

    work()

    assert smtp_server.messages[0]["Subject"] == "One Bcc: all@example.org"
    assert smtp_server.messages[0]["Bcc"] is None
    assert smtp_server.recipients == [["reader@example.org"]]


@pytest.mark.parametrize("to", ["nobody", "a@example.org\nBcc: b@example.org", ""])
def test_no_letter_to_what_is_no_address(council, to):
    with pytest.raises(ValidationError):
        letter(to=to)


def test_mail_waits_while_the_server_is_down_and_goes_when_it_is_back(council, smtp_server):
    letter()
    smtp_server.stop()
    assert work() == 0
    assert QueuedEmail.objects.get().state == EmailState.RETRYING

    smtp_server.start()

    assert work() == 1
    assert len(smtp_server.messages) == 1


def test_refused_letter_waits_longer_each_time_and_does_not_stop_the_next(
    council, smtp_server, settings
):
    letter()
    smtp_server.answer = "451 try later"
    pauses = []
    for _round in range(3):
        before = timezone.now()
        work()
        pauses.append(QueuedEmail.objects.get().due_at - before)
        make_due()
    smtp_server.answer = None
    letter(to="second@example.org")

    assert work() == 2
    assert [round(pause.total_seconds() / settings.MAIL_FIRST_PAUSE) for pause in pauses] == [
        1,
        2,
        4,
    ]
    assert DeliveryAttempt.objects.filter(outcome=AttemptOutcome.FAILED).count() == 3


def test_silent_server_costs_one_letter_a_round(council, smtp_server, settings):
    settings.EMAIL_TIMEOUT = 0.3
    letter()
    letter()
    smtp_server.release.clear()
    worker = Worker(threading.Event())

    worker.send_due()
    smtp_server.release.set()

    assert worker.pause == worker.down_pause
    assert QueuedEmail.objects.filter(tries=1).count() == 1


def test_letter_is_given_up_after_many_refusals_and_can_be_sent_again(council, smtp_server):
    letter()
    QueuedEmail.objects.update(tries=outbox.MAX_TRIES - 1)
    smtp_server.answer = "550 no such mailbox"
    work()
    assert QueuedEmail.objects.get().state == EmailState.GIVEN_UP
    assert outbox.state().is_alarming
    smtp_server.answer = "451 try later"

    outbox.send_again(QueuedEmail.objects.all())
    work()
    assert QueuedEmail.objects.get().state == EmailState.RETRYING
    smtp_server.answer = None
    make_due()

    assert work() == 1
    assert not outbox.state().is_alarming


def test_refused_letter_is_tried_for_five_days(settings):
    settings.MAIL_FIRST_PAUSE = 30

    pauses = [outbox.pause_after(tries) for tries in range(1, outbox.MAX_TRIES)]

    assert timedelta(days=5) <= sum(pauses, timedelta()) < timedelta(days=5, hours=1)


def test_letter_that_waited_for_a_worker_is_not_given_up_at_once(council, smtp_server):
    letter()
    QueuedEmail.objects.update(queued_at=timezone.now() - timedelta(days=6))
    smtp_server.answer = "451 try later"

    work()

    assert QueuedEmail.objects.get().state == EmailState.RETRYING


def test_tries_of_a_server_that_is_down_do_not_count(council, smtp_server, settings):
    letter()
    QueuedEmail.objects.update(
        queued_at=timezone.now() - timedelta(days=6), tries=outbox.MAX_TRIES - 1
    )
    smtp_server.stop()
    for _round in range(3):
        work()
    smtp_server.start()
    smtp_server.answer = "421 closing down"
    work()
    waiting = QueuedEmail.objects.get()
    smtp_server.answer = None

    assert waiting.state == EmailState.RETRYING
    assert waiting.tries == outbox.MAX_TRIES - 1
    assert DeliveryAttempt.objects.filter(outcome=AttemptOutcome.FAILED).count() == 4
    assert work() == 1


def test_claimed_letter_is_nobody_elses_until_the_claim_runs_out(council):
    letter()

    assert outbox.claim_next() is not None
    assert outbox.claim_next() is None
    make_due()
    assert outbox.claim_next() is not None


def test_letter_erased_while_it_is_sent_leaves_nothing(council):
    sent = letter()
    QueuedEmail.objects.all().delete()

    outbox.mark_sent(sent)
    outbox.record_failure(sent, OSError("too late"))

    assert not QueuedEmail.objects.exists()
    assert not DeliveryAttempt.objects.exists()


def test_alarm_after_an_hour_and_never_with_an_address(council, smtp_server, caplog):
    letter()
    smtp_server.stop()
    worker = Worker(threading.Event())
    worker.send_due()
    worker.raise_alarm()
    assert not [record for record in caplog.records if record.levelno == logging.ERROR]
    QueuedEmail.objects.update(queued_at=timezone.now() - timedelta(minutes=61))
    worker.next_alarm = timezone.now()

    worker.raise_alarm()
    worker.raise_alarm()

    alarms = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert alarms == [
        "Mail has not gone out for an hour: 1 waiting, 0 given up, last error: "
        "ConnectionRefusedError"
    ]
    assert "@" not in caplog.text


def test_worker_finishes_the_letter_in_hand_before_it_stops(council, smtp_server):
    letter()
    letter()
    stop = threading.Event()
    worker = Worker(stop)
    send = worker._send
    worker._send = lambda *args: stop.set() or send(*args)

    assert worker.send_due() == 1

    assert len(smtp_server.messages) == 1
    assert QueuedEmail.objects.filter(state=EmailState.SENT).count() == 1


def test_mail_test_sends_at_once(smtp_server):
    out = StringIO()

    call_command("mail_test", "officer@example.org", stdout=out)

    assert smtp_server.recipients == [["officer@example.org"]]
    assert "The server took it." in out.getvalue()


def test_mail_test_says_what_is_wrong(smtp_server):
    smtp_server.stop()

    with pytest.raises(CommandError, match="EMAIL_URL"):
        call_command("mail_test", "officer@example.org", stdout=StringIO())


def test_mail_worker_can_send_once_and_end(council, smtp_server):
    letter()
    out = StringIO()

    call_command("mail_worker", "--once", stdout=out)

    assert out.getvalue() == "1 sent\n"
