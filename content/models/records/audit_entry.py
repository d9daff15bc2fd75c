from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models.records.append_only import AppendOnly, AppendOnlyQuerySet

# A user name may be as long as Django allows.
MAX_WHO = 150
MAX_TEXT = 200


class Deed(models.TextChoices):
    """What is worth knowing afterwards: who had access, and what they did with it."""

    SIGNED_IN = "signed_in", _("signed in")
    SIGNED_OUT = "signed_out", _("signed out")
    FAILED = "failed", _("failed to sign in")
    LOCKED = "locked", _("was locked out")
    VIEWED = "viewed", _("opened")
    CHANGED = "changed", _("changed")
    EXPORTED = "exported", _("exported")
    ERASED = "erased", _("erased")
    RIGHTS = "rights", _("changed an account or its rights")
    SHARED = "shared", _("gave or ended a link to a preview")
    HANDED_IN = "handed_in", _("handed in an issue by a link")


class AuditEntryQuerySet(AppendOnlyQuerySet):
    def outdated(self) -> "AuditEntryQuerySet":
        """Filter to entries that have been kept for AUDIT_KEEP_DAYS."""
        return self.filter(at__lt=timezone.now() - timedelta(days=settings.AUDIT_KEEP_DAYS))

    def delete_outdated(self) -> int:
        """Delete what has been kept long enough, which is all that is ever deleted."""
        return models.QuerySet.delete(self.outdated())[0]


class AuditEntry(AppendOnly):
    """Who did what with which row, and when. Nothing in it is about a volunteer but a reference.

    A trigger of the database refuses changes, too; a migration that makes the table anew on SQLite
    has to put it back.
    """

    at = models.DateTimeField(_("at"), default=timezone.now, db_index=True, editable=False)
    who = models.CharField(_("who"), max_length=MAX_WHO, blank=True, editable=False)
    what = models.CharField(_("what"), max_length=20, choices=Deed, editable=False)
    row = models.CharField(_("which row"), max_length=MAX_TEXT, blank=True, editable=False)
    detail = models.CharField(_("detail"), max_length=MAX_TEXT, blank=True, editable=False)
    network = models.CharField(_("network"), max_length=45, blank=True, editable=False)

    objects: ClassVar = AuditEntryQuerySet.as_manager()

    class Meta:
        default_permissions = ["view"]
        ordering = ["-at", "-pk"]
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit trail")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.who} {self.what} {self.row}".strip()
