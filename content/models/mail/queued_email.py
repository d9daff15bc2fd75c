from __future__ import annotations

from datetime import datetime
from typing import Self

from django.core.mail import EmailMultiAlternatives
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts, is_one_of


class EmailState(models.TextChoices):
    QUEUED = "queued", _("waiting")
    RETRYING = "retrying", _("waiting for another try")
    SENT = "sent", _("sent")
    GIVEN_UP = "given_up", _("given up")


WAITING = [EmailState.QUEUED, EmailState.RETRYING]
MAX_SUBJECT = 200


class QueuedEmailQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        """Keep e-mails that are still to be sent."""
        return self.filter(state__in=WAITING)

    def due(self, at: datetime) -> Self:
        """Keep e-mails to send at the moment `at`, the longest waiting first."""
        return self.filter(due_at__lte=at).order_by("due_at", "pk")


class QueuedEmail(models.Model):
    """An e-mail to one recipient, as `content/mail/` queues and sends it.

    Its name tells nothing about the recipient, for the admin's history keeps names.
    """

    sender = models.CharField(_("from"), max_length=254)
    recipient = models.EmailField(_("to"))
    reply_to = models.CharField(_("answers go to"), max_length=254, blank=True)
    subject = models.CharField(_("subject"), max_length=MAX_SUBJECT, blank=True)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField("HTML", blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    message_id = models.CharField("Message-ID", max_length=255)
    headers = models.JSONField(
        default=dict,
        blank=True,
        help_text="Further headers by name, such as Auto-Submitted (RFC 3834).",
    )
    state = models.CharField(
        _("state"), max_length=10, choices=EmailState, default=EmailState.QUEUED
    )
    queued_at = models.DateTimeField(_("queued"), default=timezone.now)
    changed_at = models.DateTimeField(_("last change"), default=timezone.now)
    due_at = models.DateTimeField(
        _("next try"),
        default=timezone.now,
        null=True,
        blank=True,
        help_text="A worker that takes the e-mail moves it on; empty when no try is to follow.",
    )
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    tries = models.PositiveIntegerField(_("tries"), default=0)

    objects = QueuedEmailQuerySet.as_manager()

    class Meta:
        constraints = [
            has_its_texts("sender", "recipient", "message_id"),
            is_one_of("state", EmailState),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_is_due_while_waiting",
                condition=Q(state__in=WAITING, due_at__isnull=False)
                | (~Q(state__in=WAITING) & Q(due_at=None)),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_sent_has_its_moment",
                condition=Q(state=EmailState.SENT, sent_at__isnull=False)
                | (~Q(state=EmailState.SENT) & Q(sent_at=None)),
            ),
        ]
        # What a worker asks for. What is sent is due no more, so that it costs no search.
        indexes = [models.Index(fields=["due_at", "id"], name="content_queuedemail_due")]
        verbose_name = _("e-mail")
        verbose_name_plural = _("outbox")

    def __str__(self) -> str:
        return f"#{self.pk}"

    def as_message(self) -> EmailMultiAlternatives:
        """Build the message that Django's e-mail backends send."""
        headers = {
            "Reply-To": self.reply_to,
            "Content-Language": self.language,
            "Message-ID": self.message_id,
        }
        message = EmailMultiAlternatives(
            self.subject,
            self.text,
            self.sender,
            [self.recipient],
            headers=self.headers | {name: value for name, value in headers.items() if value},
        )
        if self.html:
            message.attach_alternative(self.html, "text/html")
        return message
