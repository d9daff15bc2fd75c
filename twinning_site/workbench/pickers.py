"""The search boxes of the admin's forms."""

from django.contrib import admin
from django.contrib.admin import site
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from content.forms.offered_rows import offered
from content.permissions import has_permission, may_edit, may_see


class PickerView(AutocompleteJsonView):
    """The answers of a search box that picks rows, for whoever may fill in its form."""

    def has_perm(self, request: HttpRequest, obj: Model | None = None) -> bool:
        model = self.source_field.model
        return (
            super().has_perm(request, obj)
            or has_permission(request.user, "add", model)
            or may_edit(request.user, model)
        )

    def get_queryset(self) -> QuerySet:
        source = site._registry.get(self.source_field.model)
        user = self.request.user
        if self._picks_groups(source):
            return (
                super()
                .get_queryset()
                .filter(
                    pk__in=self.model_admin.model._default_manager.editable_by(user).values("pk")
                )
            )
        if may_see(user, self.model_admin.model):
            return super().get_queryset()
        rows = offered(user, self.model_admin.model._default_manager.all())
        rows = rows.order_by(*(self.model_admin.get_ordering(self.request) or ["pk"]))
        rows = rows.complex_filter(self.source_field.get_limit_choices_to())
        return self.model_admin.get_search_results(self.request, rows, self.term)[0]

    def _picks_groups(self, source: admin.ModelAdmin | None) -> bool:
        """Return whether a group is picked by somebody who may write rows of some groups only."""
        if getattr(source, "groups_field", "") != self.source_field.name:
            return False
        return not has_permission(self.request.user, "change", self.source_field.model)
