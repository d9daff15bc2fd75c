from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models import Submission
from content.models.constraints import has_its_texts
from content.text.plain_fields import PlainCharField, PlainEmailField, PlainTextField
from links.models import LinkGroup


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

    class Meta:
        constraints = [has_its_texts("name", "email", "message")]
        ordering = ["-created_at", "-pk"]
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
