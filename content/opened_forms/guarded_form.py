"""Forms that keep what is stored wherever the person at the form did not change it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from datetime import datetime, time
from typing import Any, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.formsets import DELETION_FIELD_NAME
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from i18nfield.strings import LazyI18nString

from content.opened_forms.field_parts import FieldPart, parts_of
from content.opened_forms.opened_form import Difference, OpenedForm

# Values that a form shows less exactly than they are stored, or that a browser changes a little
INEXACT = (datetime, time, str, LazyI18nString)


class GuardedForm(forms.ModelForm):
    """Joins what was typed with what others have saved since the form was opened.

    Parts of fields that this person did not change are those that are stored now; they do not
    count as changed, and keep the seconds and the line ends that a form does not show.

    Attributes:
        opened: set by `guarded()`; None for rows that may only be looked at.
        untouched: the fields of which this person changed no part.
    """

    opened: OpenedForm | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.untouched: set[str] = set()
        if self.opened and self.is_bound and not self.instance._state.adding:
            # All forms of a formset have the same data.
            self.data = copy(cast(QueryDict, self.data))
            for bound in list(self):
                self._join(bound, self.opened)

    def is_valid(self) -> bool:
        """Refuse a form that somebody has to decide about first."""
        is_valid = super().is_valid()
        if self.opened is None or self.prefix is not None or not self.is_bound:
            return is_valid
        if refusal := self.opened.refusal:
            if not self.has_error(NON_FIELD_ERRORS, "opened"):
                self.add_error(None, forms.ValidationError(refusal, code="opened"))
            return False
        return is_valid and not self.opened.is_shown_again

    @cached_property
    def changed_data(self) -> list[str]:
        return [name for name in super().changed_data if name not in self.untouched]

    def digests(self) -> Iterator[tuple[str, str]]:
        """Yield what is stored of each part, for the stamp."""
        if self.opened is None or self.instance._state.adding:
            return
        for bound in self:
            for part in parts_of(bound):
                name = digest_name(self.prefix, self.instance.pk, part)
                yield name, part.digest(part.stored())

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc] # Django has it, its stubs do not
        for name in self.untouched & self.cleaned_data.keys():
            if isinstance(stored := self.initial.get(name), INEXACT):
                self.cleaned_data[name] = stored

    def _post_clean(self) -> None:
        """Ask the database nothing about rows below the form that nobody changed.

        They are not saved, either.
        """
        is_row_below = self.prefix is not None and not self.instance._state.adding
        if self.opened is None or not is_row_below or self.has_changed():
            super()._post_clean()  # type: ignore[misc] # Django has it, its stubs do not

    def _join(self, bound: forms.BoundField, opened: OpenedForm) -> None:
        parts = parts_of(bound)
        touched = [part for part in parts if self._is_touched(part, opened)]
        if parts and not touched:
            self.untouched.add(bound.name)

    def _is_touched(self, part: FieldPart, opened: OpenedForm) -> bool:
        """Return whether this person changed a part; if not, put what is stored into the data."""
        stored, posted = part.stored(), list(part.posted(self.data, self.files))
        before = opened.digest_when_opened(digest_name(self.prefix, self.instance.pk, part))
        is_touched = before not in map(part.digest, posted) if before else stored not in posted
        is_changed_by_others = before is not None and before != part.digest(stored)
        if is_changed_by_others:
            is_deleting = f"{self.prefix}-{DELETION_FIELD_NAME}" in self.data
            typed = gettext("to be deleted") if is_deleting else part.shown(posted[0])
            difference = Difference(self._label(part), part.shown(stored), typed)
            if is_deleting or (is_touched and stored not in posted):
                opened.conflicts.append(difference)
            elif not is_touched:
                opened.joined.append(difference)
        if not is_touched:
            part.restore(cast(QueryDict, self.data))
        return is_touched

    def _label(self, part: FieldPart) -> str:
        if self.prefix is None:
            return part.label
        return f"{capfirst(self.instance._meta.verbose_name)} “{self.instance}”: {part.label}"


def digest_name(prefix: str | None, key: object, part: FieldPart) -> str:
    """Return the name of a part in stamps, where rows go by their keys and not by their places."""
    if prefix is None:
        return part.key
    return f"{prefix.rpartition('-')[0]}:{key}:{part.key}"
