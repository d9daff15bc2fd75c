"""What Django sends by itself goes into the outbox."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection, mail_admins, send_mail

from content.mail.worker import Worker
from content.models import QueuedEmail

pytestmark = pytest.mark.django_db


def test_mail_to_several_people_is_one_email_each(smtp_server):
    message = EmailMessage(
        "Meeting", "At noon", to=["Ann <ann@example.org>"], cc=["bob@example.org"],
        bcc=["eve@example.org"], reply_to=["office@example.org"], headers={"X-Kind": "minutes"},
    )  # fmt: skip

    assert message.send() == 1
    Worker(threading.Event()).send_due()

    assert sorted(smtp_server.recipients) == [
        ["ann@example.org"], ["bob@example.org"], ["eve@example.org"],
    ]  # fmt: skip
    sent = smtp_server.messages[0]
    assert (sent["To"], sent["Cc"], sent["Bcc"]) == ("ann@example.org", None, None)
    assert sent["Reply-To"] == "office@example.org"
    assert sent["X-Kind"] == "minutes"
    assert sent["Auto-Submitted"] == "auto-generated"
    assert len({sent["Message-ID"] for sent in smtp_server.messages}) == 3


def test_errors_reported_to_the_admins_wait_in_the_outbox(settings):
    settings.ADMINS = [("Admin", "admin@example.org")]

    mail_admins("Broken", "It fell {{ over }}", html_message="<p>It fell</p>")

    email = QueuedEmail.objects.get()
    assert email.recipient == "admin@example.org"
    assert email.sender == settings.SERVER_EMAIL
    assert email.subject.endswith("Broken")
    assert (email.text, email.html) == ("It fell {{ over }}\n", "<p>It fell</p>")


def test_own_message_id_is_kept(smtp_server):
    EmailMessage("S", "B", to=["a@example.org"], headers={"message-id": "<1@example.org>"}).send()

    Worker(threading.Event()).send_due()

    assert smtp_server.messages[0].get_all("Message-ID") == ["<1@example.org>"]


def test_message_in_html_alone_has_a_text_as_well():
    message = EmailMessage("S", "<p>Hello</p>", to=["a@example.org"])
    message.content_subtype = "html"

    message.send()

    email = QueuedEmail.objects.get()
    assert (email.text, email.html) == ("Hello\n", "<p>Hello</p>")


def test_attachment_is_refused_and_nothing_lost_silently():
    message = EmailMessage("S", "B", to=["a@example.org"])
    message.attach("a.pdf", b"%PDF", "application/pdf")

    with pytest.raises(ValueError, match="attachments"):
        message.send()

    assert not QueuedEmail.objects.exists()


def test_message_with_a_wrong_address_is_queued_for_nobody():
    message = EmailMessage("S", "B", to=["a@example.org", "nobody"])

    with pytest.raises(ValidationError):
        message.send()

    assert not QueuedEmail.objects.exists()


def test_failing_silently_leaves_out_the_message_that_fails():
    connection = get_connection(fail_silently=True)
    messages = [EmailMessage("S", "B", to=[to]) for to in ("nobody", "a@example.org")]

    assert connection.send_messages(messages) == 1
    assert QueuedEmail.objects.get().recipient == "a@example.org"
    assert send_mail("S", "B", None, ["nobody"], fail_silently=True) == 0
