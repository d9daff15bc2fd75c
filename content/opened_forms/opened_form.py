"""What is found out about an opened form while its request is answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.db.models import Model
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext

from content.opened_forms.form_stamp import FormStamp, row_name

# A key of `request.META`; no header of a visitor can get such a name.
_KEY = "OPENED_FORM"


@dataclass(frozen=True)
class Difference:
    """A part of a field that somebody else has changed since the form was opened."""

    label: str
    stored: str
    typed: str = ""


@dataclass
class OpenedForm:
    """The form of one row in one request, which it does not keep alive.

    Attributes:
        user_key: of the person at the form.
        signed: the stamp that came with the form.
        may_add: whether this person may add such rows.
        is_shown_again: whether it is only shown with what was typed, and not to be saved.
        is_gone: whether its row was deleted meanwhile.
        conflicts: what others changed and this person, too.
        joined: what others changed and this person did not; it stays.
        formsets: the rows below it.
        has_logged: whether this request has written to the history of the row.
        is_unchanged: whether it was sent as it was opened.
    """

    model: type[Model]
    key: str | None
    user_key: object
    signed: str = ""
    may_add: bool = False
    is_shown_again: bool = False
    is_gone: bool = False
    conflicts: list[Difference] = field(default_factory=list)
    joined: list[Difference] = field(default_factory=list)
    formsets: list[BaseInlineFormSet] = field(default_factory=list)
    has_logged: bool = False
    is_unchanged: bool = False

    @classmethod
    def of(cls, request: HttpRequest) -> OpenedForm | None:
        """Return that of the request, which `remember()` has kept."""
        return request.META.get(_KEY)

    def remember(self, request: HttpRequest) -> None:
        request.META[_KEY] = self

    @cached_property
    def stamp(self) -> FormStamp | None:
        """Return the stamp that came with the form, if it is for this row."""
        stamp = FormStamp.read(self.signed)
        row = row_name(self.model._meta.label, self.key)
        return stamp if stamp and stamp.row == row else None

    def digest_when_opened(self, name: str) -> str | None:
        return self.stamp.digests.get(name) if self.stamp else None

    @cached_property
    def who_and_when(self) -> str:
        """Return who has last written to the history of the row since it was opened, and when."""
        if self.stamp is None:
            return gettext("Somebody")
        entry = (
            LogEntry.objects.filter(
                content_type=get_content_type_for_model(self.model),
                object_id=self.key,
                action_time__gte=self.stamp.opened_at,
            )
            .select_related("user")
            .order_by("-action_time", "-pk")
            .first()
        )
        if entry is None:
            return gettext("Somebody")
        if entry.user_id == self.user_key:
            who = gettext("You in another window")
        else:
            who = entry.user.get_full_name() or entry.user.get_username()
        return f"{who} ({date_format(localtime(entry.action_time), 'DATETIME_FORMAT')})"

    @property
    def refusal(self) -> str:
        """Return why it is not saved now; empty if it may be."""
        if self.is_gone and self.may_add:
            words = gettext(
                "%(who)s deleted this after you opened it. What you typed is still here: saving "
                "it now makes a new one."
            )
        elif self.is_gone:
            words = gettext("%(who)s deleted this after you opened it. This is what you typed:")
        elif self.conflicts:
            words = gettext(
                "%(who)s saved this after you opened it. What you typed is still here, and what "
                "only the others changed has been taken over. Decide about what both of you "
                "changed, and save again."
            )
        else:
            return ""
        return words % {"who": self.who_and_when}
