"""Kinds of document, link and milestone: named, ordered, left out and added to by the council."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.admin.drafts.autosave import AutosaveAdmin
from content.admin.texts.multilingual import MultilingualAdmin
from content.admin.versions.versioned import VersionedAdmin
from content.forms.slugs import SluggedForm
from content.models import DocumentKind, Draft
from content.models.kinds.editable_kind import COMES_WITH_SITE, EditableKind


class KindForm(SluggedForm):
    """Makes the key from the name; it has nothing to do with addresses."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("slug"):
            field.help_text = self._meta.model._meta.get_field("slug").help_text


class KindAdmin(AutosaveAdmin, VersionedAdmin, MultilingualAdmin):
    """The admin of a model on `EditableKind`.

    Attributes:
        properties: the names of the fields that only this kind of kind has.
    """

    properties: tuple[str, ...] = ()
    form = KindForm
    list_display = ["label", "slug", "position", "is_offered"]
    list_editable = ["position", "is_offered"]
    search_fields = ["slug", "name"]

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        return ["name", "slug", *self.properties, "position", "is_offered"]

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """Keep the key, by which rows, bundles and open data name it."""
        return ["slug"] if obj else []

    def get_form(
        self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[ModelForm]:
        """Say beside a key that is there only what still matters."""
        if change:
            kwargs["help_texts"] = {"slug": _("In open data and in bundles. It stays as it is.")}
        return super().get_form(request, obj, change=change, **kwargs)

    @admin.display(description=_("name"))
    def label(self, obj: EditableKind) -> str:
        return str(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Offer no button that could only refuse."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and not (obj and obj.comes_with_site)

    def get_deleted_objects(
        self, objs: Sequence[Any] | QuerySet, request: HttpRequest
    ) -> tuple[list, dict[str, int], set[str], list[str]]:
        """Refuse those of the site, and those that a draft has."""
        own = [obj for obj in objs if not obj.comes_with_site]
        to_delete, counts, missing, protected = super().get_deleted_objects(own, request)
        protected += [COMES_WITH_SITE % {"name": obj} for obj in objs if obj not in own]
        for obj in own:
            protected += [gettext("Draft: %(what)s") % {"what": it} for it in _drafts_with(obj)]
        return to_delete, counts, missing, protected


@admin.register(DocumentKind)
class DocumentKindAdmin(KindAdmin):
    properties = ("is_for_issues",)


def _drafts_with(kind: EditableKind) -> list[Model]:
    """Return the rows whose drafts have this kind."""
    found = Draft.objects.filter(state__contains=f'"{kind.pk}"').select_related("content_type")
    uses = {(model._meta.label_lower, column) for model, column in kind.uses()}
    return [
        draft.content_type.get_object_for_this_type(pk=draft.object_id)
        for draft in found
        if any(
            row["fields"].get(column) == kind.pk
            for row in draft.rows
            for model, column in uses
            if row["model"] == model
        )
    ]
