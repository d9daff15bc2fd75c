"""Put e-mails into the outbox. Nothing here sends: `manage.py mail_worker` does (`worker.py`).

A letter is three templates in `templates/emails/`: `<name>_subject.txt`, `<name>.txt` and
`<name>.html`. It is one row for one recipient, so that nobody reads who else got it and a
refused address holds nobody up.
"""

from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override
from post_office.models import PRIORITY, STATUS, Email

from content.models import Council

# RFC 3834: keeps holiday notes and other robots from answering
GENERATED = "auto-generated"
REPLIED = "auto-replied"


def queue(
    name: str,
    *,
    to: str,
    context: dict,
    language: str,
    reply_to: str = "",
    auto_submitted: str = GENERATED,
) -> Email:
    """Write a letter in the recipient's language; it lives and dies with the transaction.

    Raises:
        ValidationError: if `to` is no address.
    """
    with override(language):
        context = {"council": Council.current(), "site_url": settings.SITE_URL, **context}
        subject = render_to_string(f"emails/{name}_subject.txt", context)
        message = render_to_string(f"emails/{name}.txt", context)
        html = render_to_string(f"emails/{name}.html", context)
    return _store(subject, message, html, to, language, reply_to, auto_submitted)


def queue_text(subject: str, message: str, *, to: str, language: str, reply_to: str = "") -> Email:
    """Write a letter whose words an officer has edited: plain paragraphs.

    Raises:
        ValidationError: if `to` is no address.
    """
    with override(language):
        context = {"council": Council.current(), "site_url": settings.SITE_URL, "text": message}
        html = render_to_string("emails/plain.html", context)
    return _store(subject, message, html, to, language, reply_to, GENERATED)


def _store(
    subject: str,
    message: str,
    html: str,
    to: str,
    language: str,
    reply_to: str,
    auto_submitted: str,
) -> Email:
    """Save the row itself: post_office.mail would run what people wrote as a template."""
    headers = {"Auto-Submitted": auto_submitted, "Content-Language": language}
    if reply_to:
        headers["Reply-To"] = reply_to
    return Email.objects.create(
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[to],
        # One line, whatever was typed: a line break would begin another header.
        subject=" ".join(subject.split())[:200],
        message=message.strip() + "\n",
        html_message=html,
        headers=headers,
        message_id=make_msgid(domain=urlsplit(settings.SITE_URL).hostname),
        status=STATUS.queued,
        priority=PRIORITY.medium,
        scheduled_time=timezone.now(),
    )
