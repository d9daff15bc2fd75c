"""Which rows of other models a form offers to somebody."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from content.models import Publishable
from content.permissions import may_see


def offered(user: AbstractUser | AnonymousUser, rows: QuerySet) -> QuerySet:
    """Keep the rows that `user` may know of: without permission for all, public and own ones."""
    model = rows.model
    if may_see(user, model) or not issubclass(model, Publishable):
        return rows
    manager = model._default_manager
    return rows.filter(
        Q(pk__in=manager.published().values("pk"))
        | Q(pk__in=manager.editable_by(user).values("pk"))
    )


class FormOfOfferedRows(forms.ModelForm):
    """Takes rows that its user may know of, and those that are chosen already.

    Attributes:
        groups_field: the field for the groups of the row, of which the user has to choose one for
            which they write; empty if they may write all rows.
    """

    user: AbstractUser | AnonymousUser
    groups_field: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                rows = field.queryset
                if name == self.groups_field:
                    field.required = True
                    allowed = rows.model._default_manager.editable_by(self.user)
                else:
                    allowed = offered(self.user, rows.model._default_manager.all())
                chosen = self._chosen(name)
                field.queryset = rows.filter(Q(pk__in=allowed.values("pk")) | Q(pk__in=chosen))

    def clean(self) -> dict[str, Any]:
        """Keep the groups of others, and ask for one of the user's own."""
        cleaned = super().clean() or self.cleaned_data
        name = self.groups_field
        if name and name in cleaned and isinstance(cleaned[name], QuerySet):
            own = cleaned[name].model._default_manager.editable_by(self.user).values("pk")
            groups, chosen = cleaned[name].model._default_manager, self._chosen(name)
            # A draft of somebody else may have moved the row to other groups.
            is_moved = chosen and not groups.filter(pk__in=chosen).filter(pk__in=own).exists()
            if not is_moved and not cleaned[name].filter(pk__in=own).exists():
                self.add_error(name, ValidationError(_("Choose a group for which you write.")))
                return cleaned
            of_others = groups.filter(pk__in=chosen).exclude(pk__in=own)
            keys = [row.pk for row in (*cleaned[name], *of_others)]
            cleaned[name] = groups.filter(pk__in=keys)
        return cleaned

    def _chosen(self, name: str) -> list:
        """Return the keys of the rows that are stored."""
        if self.instance.pk is None:
            return []
        stored = type(self.instance)._base_manager.filter(pk=self.instance.pk)
        return [key for key in stored.values_list(name, flat=True) if key is not None]
