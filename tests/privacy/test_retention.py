import os
import threading
import time
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from content.mail.worker import Worker
from content.models import EmailState, ErasureRecord, QueuedEmail, RateCount
from tests.factories.application import ApplicationFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.feedback import FeedbackFactory
from tests.factories.question import AnswerFactory
from tests.factories.queued_email import QueuedEmailFactory
from twinning_site.pages.messages import actions as message_actions
from twinning_site.pages.models import Enquiry, Feedback
from twinning_site.privacy import retention
from twinning_site.privacy.retention import erase_due
from volunteers.models import Answer, Application, Note

pytestmark = pytest.mark.usefixtures("council")

ADA = {"name": "Ada", "email": "ada@example.org", "message": "Hello"}


def test_nightly_run_erases_what_is_due_and_keeps_a_proof(settings, tmp_path):
    settings.EMAIL_FILE_PATH = str(tmp_path)
    old_file = tmp_path / "old.log"
    old_file.write_text("To: x@example.org\n")
    os.utime(old_file, (time.time() - 40 * 86400,) * 2)
    (tmp_path / "new.log").write_text("To: x@example.org\n")
    today, tomorrow = timezone.localdate(), timezone.localdate() + timedelta(days=1)
    due = ApplicationFactory(name="Ada", erase_on=today)
    due.notes.create(text="A note")
    AnswerFactory(application=due)
    kept = ApplicationFactory(name="Grace", erase_on=tomorrow)
    EnquiryFactory(erase_on=today)
    FeedbackFactory(erase_on=today)
    FeedbackFactory(erase_on=tomorrow)
    RateCount.objects.create(key="k", until=timezone.now() - timedelta(hours=1))
    out = StringIO()
    call_command("nightly", "--dry-run", stdout=out)
    assert f"applications: 1 {due.reference}" in out.getvalue()
    assert Application.objects.count() == 2

    call_command("nightly", stdout=StringIO())

    assert list(Application.objects.all()) == [kept]
    assert not Note.objects.exists()
    assert not Answer.objects.exists()
    assert not Enquiry.objects.exists()
    assert Feedback.objects.count() == 1
    assert not RateCount.objects.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["new.log"]
    proofs = ErasureRecord.objects.order_by("what").values_list("what", "number", "reason")
    assert list(proofs) == [
        ("application", 1, "due"), ("enquiry", 1, "due"), ("feedback", 1, "due")
    ]  # fmt: skip


def test_message_is_kept_until_it_is_delivered(smtp_server):
    message_actions.send_enquiry(ADA, group=None, fingerprint="m", language="en")
    Enquiry.objects.update(erase_on=timezone.localdate())

    erase_due()
    assert Enquiry.objects.count() == 1

    Worker(threading.Event()).send_due()
    erase_due()
    assert not Enquiry.objects.exists()
    assert not QueuedEmail.objects.exists()


def test_sent_mail_is_purged_after_its_time_and_waiting_mail_never(settings):
    message_actions.send_enquiry(ADA, group=None, fingerprint="m", language="en")
    long_ago = timezone.now() - timedelta(days=settings.MAIL_KEEP_DAYS + 1)
    sent = QueuedEmail.objects.first()
    QueuedEmail.objects.update(changed_at=long_ago)
    QueuedEmail.objects.filter(pk=sent.pk).update(
        state=EmailState.SENT, due_at=None, sent_at=long_ago
    )

    erase_due()

    assert QueuedEmail.objects.count() == 1
    assert not QueuedEmail.objects.filter(pk=sent.pk).exists()


@pytest.mark.parametrize(
    ("state", "kept"),
    [(EmailState.QUEUED, 1), (EmailState.RETRYING, 1), (EmailState.GIVEN_UP, 0)],
)
def test_message_whose_letter_was_given_up_is_erased_in_its_time(state, kept):
    message_actions.send_enquiry(ADA, group=None, fingerprint="m", language="en")
    Enquiry.objects.update(erase_on=timezone.localdate())
    due_at = timezone.now() if kept else None
    QueuedEmail.objects.update(state=state, due_at=due_at)

    erase_due()

    assert Enquiry.objects.count() == kept
    assert QueuedEmail.objects.count() == 2 * kept


def test_letter_that_was_given_up_is_purged_after_the_same_time(settings):
    message_actions.send_enquiry(ADA, group=None, fingerprint="m", language="en")
    long_ago = timezone.now() - timedelta(days=settings.MAIL_KEEP_DAYS + 1)
    old = QueuedEmail.objects.first()
    QueuedEmail.objects.update(state=EmailState.GIVEN_UP, due_at=None)
    QueuedEmail.objects.filter(pk=old.pk).update(changed_at=long_ago)

    erase_due()

    assert QueuedEmail.objects.count() == 1
    assert not QueuedEmail.objects.filter(pk=old.pk).exists()


def test_night_that_fails_erases_nothing_without_proof_and_the_next_one_the_rest(monkeypatch):
    ApplicationFactory(erase_on=timezone.localdate())
    FeedbackFactory(erase_on=timezone.localdate())
    with monkeypatch.context() as patch:
        patch.setattr(retention, "record_erasure", lambda *args: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            erase_due()

    assert Feedback.objects.count() == 1
    assert [record.what for record in ErasureRecord.objects.all()] == ["application"]
    assert not Application.objects.exists()

    assert erase_due() == {"feedback": 1}
    assert not Feedback.objects.exists()


def test_message_with_several_emails_is_erased_once():
    enquiry = EnquiryFactory(erase_on=timezone.localdate())
    enquiry.mails.set(QueuedEmailFactory.create_batch(3, state=EmailState.SENT))

    assert erase_due() == {"enquiries": 1}
    assert ErasureRecord.objects.get(what="enquiry").number == 1
