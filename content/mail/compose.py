"""Put e-mails into the outbox. Nothing here sends: `manage.py mail_worker` does (`worker.py`).

What the site writes by itself are letters, whose text the office may change (`letters.py`). An
e-mail is one row for one recipient, so that nobody reads who else got it and a refused address
holds nobody up.
"""

from collections.abc import Callable, Mapping
from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from content.mail.letters import Letter, Words, common_values
from content.mail.placeholders import Filled, filled_in, filled_in_html
from content.models import Council, QueuedEmail
from content.models.mail.queued_email import MAX_SUBJECT

# RFC 3834: keeps holiday notes and other robots from answering
AUTO_GENERATED = "auto-generated"
AUTO_REPLIED = "auto-replied"


def queue_letter(
    letter: Letter,
    values: Callable[[], Mapping[str, Filled]],
    *,
    to: str,
    language: str,
    reply_to: str = "",
    auto_submitted: str = AUTO_GENERATED,
    message_id: str = "",
) -> QueuedEmail:
    """Queue a letter in the recipient's language; `values` is called in that language.

    It is written in the caller's transaction: rolled back, it was never there.

    Raises:
        ValidationError: if `to` is no address.
    """
    with override(language):
        composed = fill_in_letter(letter.words(language), common_values() | dict(values()))
    return queue(
        to=to,
        **composed,
        language=language,
        reply_to=reply_to,
        message_id=message_id,
        headers={"Auto-Submitted": auto_submitted},
    )


def fill_in_letter(words: Words, values: Mapping[str, Filled]) -> dict[str, str]:
    """Return `subject`, `text` and `html` of a letter, with the address of the office below."""
    context = {"council": Council.current(), "site_url": settings.SITE_URL}
    text, body = filled_in(words.text, values), filled_in_html(words.text, values)
    return {
        "subject": filled_in(words.subject, values),
        # strip() returns words that count as unescaped again: as HTML they would be dangerous.
        "text": render_to_string("emails/letter.txt", context | {"text": text}).strip(),
        "html": render_to_string("emails/letter.html", context | {"body": body}),
    }


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
