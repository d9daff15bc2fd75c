"""What is found out about the draft of a row while its form is answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.http import HttpRequest

from content.drafts.rows import Row
from content.models import Draft

# A key of `request.META`; no header of a visitor can get such a name.
_KEY = "DRAFTED_FORM"


@dataclass
class DraftedForm:
    """A form that shows the draft of a public row, and what was done with it.

    Attributes:
        draft: the one that is shown; None if there is none yet.
        live: what is public now.
        conflicts: what has changed in public since the draft was saved, and in it, too, in words.
        is_kept: whether what was typed stays a draft, and is not published.
        is_saved: whether the form was valid.
        message: what this person has changed, as Django's history keeps it.
        notes: what else is to stand in the history.
        publish_at: the moment that was typed, to publish the changes by themselves.
    """

    draft: Draft | None
    live: list[Row]
    conflicts: list[str] = field(default_factory=list)
    is_kept: bool = False
    is_saved: bool = False
    message: Any = None
    notes: list[str] = field(default_factory=list)
    publish_at: datetime | None = None

    @classmethod
    def of(cls, request: HttpRequest) -> DraftedForm | None:
        """Return that of the request, which `remember()` has kept."""
        return request.META.get(_KEY)

    def remember(self, request: HttpRequest) -> None:
        request.META[_KEY] = self

    def key_of(self, model: type[Model]) -> int | None:
        """Return the key of the row if it is one of `model`."""
        live = self.live[0]
        return live["pk"] if live["model"] == model._meta.label_lower else None

    @staticmethod
    def forget(request: HttpRequest) -> None:
        request.META.pop(_KEY, None)
