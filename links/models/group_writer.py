from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from links.models.group import LinkGroup


class GroupWriter(models.Model):
    """That somebody writes for a group: its page, newsletters, events and documents, as drafts.

    It gives no right by itself: without the permission for "write" it is of no effect.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="writes_for",
        verbose_name=_("user"),
    )
    group = models.ForeignKey(
        LinkGroup, on_delete=models.CASCADE, related_name="writers", verbose_name=_("group")
    )

    class Meta:
        constraints = [
            models.UniqueConstraint("user", "group", name="links_groupwriter_once_a_group")
        ]
        verbose_name = _("group somebody writes for")
        verbose_name_plural = _("groups somebody writes for")

    def __str__(self) -> str:
        return f"{self.user} – {self.group}"
