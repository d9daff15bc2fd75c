from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models import Submission, SubmissionQuerySet
from content.models.constraints import has_its_texts
from content.text.plain_fields import PlainCharField, PlainEmailField, PlainTextField
from links.models import LinkGroup


class EnquiryQuerySet(SubmissionQuerySet["Enquiry"]):
    def unanswered(self) -> Self:
        """Keep messages to the office that nobody has marked as answered.

        What was passed on to a group is answered there.
        """
        return self.accepted().filter(group=None, answered_at=None)


class Enquiry(Submission):
    """A message to the office, or to a group whose own addresses stay hidden."""

    PREFIX = "MSG"

    name = PlainCharField(_("name"), max_length=200)
    email = PlainEmailField(_("e-mail address"))
    message = PlainTextField(_("message"), max_length=4000)
    group = models.ForeignKey(
        LinkGroup,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("to the group"),
        help_text=_("Empty: to the office."),
    )

    confirmed_at = models.DateTimeField(
        _("address confirmed"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("When somebody who reads this mailbox said that the message is theirs."),
    )

    answered_at = models.DateTimeField(
        _("answered"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("When somebody of the office said so."),
    )

    objects: ClassVar = EnquiryQuerySet.as_manager()

    class Meta:
        constraints = [has_its_texts("name", "email", "message")]
        ordering = ["-created_at", "-pk"]
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
