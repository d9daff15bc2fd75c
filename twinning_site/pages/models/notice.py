"""Notices, which are shown on every page for some time."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models import MarkedAsExample
from content.models.constraints import has_its_texts, is_one_of
from content.text.fields import I18nTextField
from content.text.plain_fields import PlainCharField

# Two slashes, or a slash and a backslash, lead to another site; other schemes run scripts.
check_address = RegexValidator(
    r"\A(https?://[^\s/\\]\S*|/(?![/\\])\S*)\Z",
    _("Begin with / for a page of this site, such as /events/, or with https:// or http://."),
)


class NoticeLevel(models.TextChoices):
    """Levels of urgency, the least urgent first; pages show the most urgent first."""

    INFO = "info", _("information")
    WARNING = "warning", _("warning")
    URGENT = "urgent", _("urgent")


class Notice(MarkedAsExample):
    """A banner for the whole site with a level, a beginning and an end."""

    level = models.CharField(
        _("level"), max_length=20, choices=NoticeLevel, default=NoticeLevel.INFO
    )
    text = I18nTextField(_("text"), help_text=_("One or two plain sentences."))
    url = PlainCharField(
        _("address to read more"),
        max_length=200,
        blank=True,
        validators=[check_address],
        help_text=_("Such as /events/."),
    )
    starts_at = models.DateTimeField(_("shown from"), default=timezone.now)
    ends_at = models.DateTimeField(_("shown until"))

    class Meta:
        constraints = [
            has_its_texts("text"),
            is_one_of("level", NoticeLevel),
            models.CheckConstraint(
                name="pages_notice_ends_after_start",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("It has to end after it starts."),
            ),
        ]
        ordering = ["-starts_at"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")

    def __str__(self) -> str:
        return str(self.text)
