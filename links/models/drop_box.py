"""Links by which a group without an account hands in issues of its newsletter."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models import KeyedLink
from content.models.constraints import has_its_texts
from links.models.group import LinkGroup


class DropBox(KeyedLink):
    """A link to the page on which one group hands in issues.

    `last_used_at` is when a file was last taken or handed in by it.
    """

    group = models.ForeignKey(
        LinkGroup, on_delete=models.CASCADE, related_name="drop_boxes", verbose_name=_("group")
    )

    last_used_at = models.DateTimeField(_("last used"), null=True, editable=False)

    class Meta(KeyedLink.Meta):
        constraints = [has_its_texts("token_hash")]
        verbose_name = _("drop box link")
        verbose_name_plural = _("drop box links")

    def __str__(self) -> str:
        return str(self.group)
