"""Django's way into the outbox: what `send_mail` and `mail_admins` send is queued as well."""

from collections.abc import Sequence
from email.utils import parseaddr

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils.html import strip_tags

from content.mail.compose import queue

# Headers that have a column of their own
COLUMNS = {
    "content-language": "language",
    "message-id": "message_id",
    "reply-to": "reply_to",
}


class EmailBackend(BaseEmailBackend):
    """Queues messages in the caller's transaction, a row for each recipient."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Queue messages.

        Returns:
            How many of them.

        Raises:
            ValueError: if a message has an attachment, for the outbox holds texts only.
            ValidationError: if a recipient is no address. With `fail_silently` neither is raised.
        """
        queued = 0
        for message in email_messages:
            try:
                with transaction.atomic():
                    _queue_message(message)
            except (ValueError, ValidationError):
                if not self.fail_silently:
                    raise
            else:
                queued += 1
        return queued


def _queue_message(message: EmailMessage) -> None:
    text, html = str(message.body), ""
    if message.content_subtype == "html":
        text, html = strip_tags(text), text
    for alternative in getattr(message, "alternatives", []):
        if alternative.mimetype != "text/html":
            raise ValueError(f"The outbox cannot hold {alternative.mimetype}.")
        html = alternative.content
    if message.attachments:
        raise ValueError("The outbox cannot hold attachments.")
    columns = {"reply_to": ", ".join(map(str, message.reply_to))}
    headers = {}
    for name, value in message.extra_headers.items():
        if name.lower() in COLUMNS:
            columns[COLUMNS[name.lower()]] = str(value)
        else:
            headers[name] = str(value)
    for recipient in dict.fromkeys(message.recipients()):
        queue(
            to=parseaddr(recipient)[1],
            subject=str(message.subject),
            text=text,
            html=html,
            sender=message.from_email,
            headers=headers,
            **columns,
        )
