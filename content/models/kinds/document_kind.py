"""The kinds of document in the library."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models.kinds.editable_kind import EditableKind, all_kinds, has_name_of_its_own

NAMES = {
    "newsletter": _("newsletter"),
    "membership_form": _("membership form"),
    "application_form": _("application form"),
    "poster": _("poster"),
    "information_pack": _("information pack"),
    "agreement": _("agreement"),
    "other": _("other"),
}
DEFAULT = "other"


class DocumentKind(EditableKind):
    """A kind of document, such as a poster."""

    names: ClassVar = NAMES
    properties: ClassVar = {"newsletter": {"is_for_issues": True}}

    is_for_issues = models.BooleanField(
        _("for issues of newsletters"),
        default=False,
        help_text=_("What is handed in or added as an issue gets the first such kind."),
    )

    class Meta(EditableKind.Meta):
        abstract = False
        constraints: ClassVar = [*EditableKind.Meta.constraints, has_name_of_its_own(NAMES)]
        verbose_name = _("kind of document")
        verbose_name_plural = _("kinds of document")

    @staticmethod
    def of_issues() -> str:
        """Return the key of the kind that issues of newsletters get."""
        offered = (kind for kind in all_kinds(DocumentKind) if kind.is_offered)
        return next((kind.pk for kind in offered if kind.is_for_issues), DEFAULT)
