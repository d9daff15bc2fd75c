"""The part of an admin that shows some people only the rows which they may write."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.db.models import Model, Q, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest

from content.admin.drafts.drafted_form import DraftedForm
from content.forms.offered_rows import FormOfOfferedRows
from content.models import Publishable, Version
from content.permissions import has_permission, may_edit, may_see


class RowRightsAdmin(admin.ModelAdmin):
    """Shows whoever has only the permission for "write" what `editable_by()` keeps, everywhere.

    Attributes:
        groups_field: the field that names the groups to which a row belongs, if it has one.
    """

    groups_field = ""

    def sees_all(self, request: HttpRequest) -> bool:
        """Return whether this person may look at every row."""
        return may_see(request.user, self.model)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows = super().get_queryset(request)
        if self.sees_all(request) or not issubclass(self.model, Publishable):
            return rows
        editable = self.model._default_manager.editable_by(request.user)
        drafted = DraftedForm.of(request)
        as_public = drafted.key_of(self.model) if drafted else None
        return rows.filter(Q(pk__in=editable.values("pk")) | Q(pk=as_public))

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_view_permission(request, obj) or self._may_edit(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Return whether this person may write `obj`, or some row."""
        return super().has_change_permission(request, obj) or self._may_edit(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let people delete what they may write and add, but not what others write, too."""
        if super().has_delete_permission(request, obj):
            return True
        if not (has_permission(request.user, "add", self.model) and self._may_edit(request, obj)):
            return False
        return obj is None or not self._foreign_groups(request, obj)

    def get_form(
        self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[ModelForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        is_free = has_permission(request.user, "change", self.model)
        names = {
            "user": request.user,
            "groups_field": "" if is_free else self.groups_field,
            "__module__": form.__module__,
        }
        return type(form.__name__, (FormOfOfferedRows, form), names)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Choose the group of whoever writes for one only."""
        initial = super().get_changeform_initial_data(request)
        if self.groups_field and not has_permission(request.user, "change", self.model):
            groups = list(self._groups().editable_by(request.user)[:2])
            if len(groups) == 1:
                many = self.opts.get_field(self.groups_field).many_to_many
                initial.setdefault(self.groups_field, groups if many else groups[0].pk)
        return initial

    def get_list_filter(self, request: HttpRequest) -> list:
        """Leave out filters that name rows of which this person may not know."""
        return [
            one
            for one in super().get_list_filter(request)
            if not isinstance(one, str)
            or not (related := self.opts.get_field(one).related_model)
            or may_see(request.user, related)
        ]

    def may_see_version(self, request: HttpRequest, version: Version) -> bool:
        """Return whether the row was one of this person's groups when it was kept."""
        if self.sees_all(request) or not self.groups_field:
            return True
        kept = version.rows[0]["fields"].get(self.groups_field) or []
        keys = kept if isinstance(kept, list) else [kept]
        return self._groups().editable_by(request.user).filter(pk__in=keys).exists()

    def _may_edit(self, request: HttpRequest, obj: Model | None) -> bool:
        return may_edit_as_public(request, self.model if obj is None else obj)

    def _groups(self) -> Any:
        return self.opts.get_field(self.groups_field).related_model._default_manager  # type: ignore[union-attr] # a relation

    def _foreign_groups(self, request: HttpRequest, obj: Model) -> bool:
        if not self.groups_field:
            return False
        own = self._groups().editable_by(request.user).values("pk")
        back = type(obj)._default_manager.filter(pk=obj.pk)
        keys = back.exclude(**{self.groups_field: None}).values_list(self.groups_field, flat=True)
        return self._groups().filter(pk__in=keys).exclude(pk__in=own).exists()


class PartInline(InlineModelAdmin):
    """Rows that are written by whoever may write the row of which they are a part."""

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_view_permission(request, obj) or self._is_written(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_add_permission(request, obj) or self._is_written(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_change_permission(request, obj) or self._is_written(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_delete_permission(request, obj) or self._is_written(request, obj)

    def _is_written(self, request: HttpRequest, obj: Model | None) -> bool:
        """Return whether this person writes for a group, and `obj` belongs to it.

        Others need the permissions for the parts.
        """
        if has_permission(request.user, "change", self.parent_model):
            return False
        return may_edit_as_public(request, self.parent_model if obj is None else obj)


def may_edit_as_public(request: HttpRequest, row_or_model: type[Model] | Model) -> bool:
    """Return whether this person may write a row, or some row of a model.

    Whose row it is, is told by what is public. A draft that stands in its place for now may say
    otherwise: who writes for the group of before goes on until it is published, and who writes for
    the one of then has to wait. That was asked before the draft took the place.
    """
    drafted = DraftedForm.of(request)
    if drafted is None or isinstance(row_or_model, type):
        return may_edit(request.user, row_or_model)
    is_shown = row_or_model.pk == drafted.key_of(type(row_or_model))
    return is_shown or may_edit(request.user, row_or_model)
