"""Put e-mails into the outbox. Nothing here sends: `manage.py mail_worker` does (`worker.py`).

An e-mail is three templates in `templates/emails/`: `<name>_subject.txt`, `<name>.txt` and
`<name>.html`. It is one row for one recipient, so that nobody reads who else got it and a
refused address holds nobody up.
"""

from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from content.models import Council, QueuedEmail
from content.models.queued_email import MAX_SUBJECT

# RFC 3834: keeps holiday notes and other robots from answering
AUTO_GENERATED = "auto-generated"
AUTO_REPLIED = "auto-replied"


def queue_template(
    name: str,
    *,
    to: str,
    context: dict,
    language: str,
    reply_to: str = "",
    auto_submitted: str = AUTO_GENERATED,
    message_id: str = "",
) -> QueuedEmail:
    """Queue an e-mail made from templates, in the recipient's language.

    It is written in the caller's transaction: rolled back, it was never there.

    Raises:
        ValidationError: if `to` is no address.
    """
    with override(language):
        context = {"council": Council.current(), "site_url": settings.SITE_URL, **context}
        subject = render_to_string(f"emails/{name}_subject.txt", context)
        text = render_to_string(f"emails/{name}.txt", context)
        html = render_to_string(f"emails/{name}.html", context)
    return queue(
        to=to,
        subject=subject,
        text=text,
        html=html,
        language=language,
        reply_to=reply_to,
        message_id=message_id,
        headers={"Auto-Submitted": auto_submitted},
    )


def queue_text(
    subject: str, text: str, *, to: str, language: str, reply_to: str = ""
) -> QueuedEmail:
    """Queue an e-mail whose words an officer has edited: plain paragraphs.

    Raises:
        ValidationError: if `to` is no address.
    """
    with override(language):
        context = {"council": Council.current(), "site_url": settings.SITE_URL, "text": text}
        html = render_to_string("emails/plain.html", context)
    return queue(to=to, subject=subject, text=text, html=html, language=language, reply_to=reply_to)


def queue(
    *,
    to: str,
    subject: str,
    text: str,
    html: str = "",
    language: str = "",
    reply_to: str = "",
    sender: str = "",
    message_id: str = "",
    headers: dict[str, str] | None = None,
) -> QueuedEmail:
    """Queue an e-mail whose texts are complete: nothing in them is run as a template.

    Raises:
        ValidationError: if `to` is no address, or something is too long.
    """
    email = QueuedEmail(
        sender=sender or settings.DEFAULT_FROM_EMAIL,
        recipient=to,
        reply_to=reply_to,
        # One line, whatever was typed: a line break would begin another header.
        subject=" ".join(subject.split())[:MAX_SUBJECT],
        text=text.strip() + "\n",
        html=html,
        language=language,
        message_id=message_id or make_msgid(domain=urlsplit(settings.SITE_URL).hostname),
        headers={"Auto-Submitted": AUTO_GENERATED} | (headers or {}),
    )
    email.clean_fields()
    email.save()
    return email
