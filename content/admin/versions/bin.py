"""The bin: what officers have deleted, and the way back."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from content.actions import order_reading, order_renditions
from content.admin.records.read_only import ReadOnlyAdmin
from content.admin.versions.kept_file import KeptFileView
from content.models import Document, Picture, Version
from content.permissions import has_permission, may_edit, may_see, may_see_part
from content.versions.bin import CannotRestore, Restored, take_out_of_bin
from content.versions.kept_files import place_of
from content.versions.purging import erase_from_bin
from content.versions.readable import contents


@admin.register(Version)
class BinAdmin(KeptFileView, ReadOnlyAdmin):
    """Versions that are deletions, of the kinds of rows that this person may look at."""

    list_display = ["heading", "kind", "by", "deleted_at", "gone_on"]
    list_select_related = ["user", "content_type"]
    search_fields = ["heading"]
    change_form_template = "admin/versions/binned.html"

    @admin.display(description=_("kind"), ordering="content_type")
    def kind(self, obj: Version) -> str:
        return capfirst(obj.content_type.name)

    @admin.display(description=_("by"), ordering="user")
    def by(self, obj: Version) -> str:
        return (obj.user.get_full_name() or obj.user.get_username()) if obj.user else "–"

    @admin.display(description=_("deleted at"), ordering="saved_at")
    def deleted_at(self, obj: Version) -> datetime:
        return obj.saved_at

    @admin.display(description=_("erased for good on"), ordering="saved_at")
    def gone_on(self, obj: Version) -> date:
        return localtime(obj.saved_at + timedelta(days=settings.BIN_DAYS)).date()

    def get_urls(self) -> list[URLPattern]:
        return [
            path(
                f"<int:key>/{name}/",
                self.admin_site.admin_view(require_POST(view)),
                name=f"content_version_{name}",
            )
            for name, view in (("restore", self.restore_view), ("erase", self.erase_view))
        ] + super().get_urls()

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        kinds = [
            kind.pk
            for kind in ContentType.objects.get_for_models(*self.admin_site._registry).values()
            if may_see(request.user, kind.model_class())
        ]
        written = [
            kind.pk
            for kind in ContentType.objects.get_for_models(*self.admin_site._registry).values()
            if has_permission(request.user, "write", kind.model_class())
        ]
        own = Q(content_type__in=written, user=request.user.pk)
        return Version.objects.in_bin().filter(Q(content_type__in=kinds) | own)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        """Show what was deleted, and the button that brings it back."""
        version = self.get_object(request, object_id)
        if version is None or not self._may_look_into(request, version):
            raise Http404
        if not self.has_view_permission(request, version):
            raise PermissionDenied
        model = version.content_type.model_class()
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": str(version),
            "original": version,
            "has_file": place_of(version) is not None,
            "is_picture": version.content_type.model_class() is Picture,
            "gone_on": self.gone_on(version),
            "contents": contents(version, partial(may_see_part, request.user, model)),
            "may_restore": self._may_restore(request, version),
            "may_erase": self._may_erase(request, version),
        }
        return TemplateResponse(request, self.change_form_template, context)

    def restore_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Bring a row back, and show it."""
        version = self._binned(request, key)
        if not self._may_restore(request, version):
            raise PermissionDenied
        try:
            with transaction.atomic():
                restored = take_out_of_bin(version, request.user)
                self._check_row(request, restored.thing)
        except CannotRestore as error:
            self.message_user(request, str(error), messages.ERROR)
            return redirect(f"{self.admin_site.name}:content_version_change", version.pk)
        if isinstance(restored.thing, Document):
            order_reading(restored.thing)  # Its cover was deleted, which the public could fetch.
        if isinstance(restored.thing, Picture):
            order_renditions(restored.thing)
        self._tell(request, restored)
        kind = version.content_type
        return redirect(
            f"{self.admin_site.name}:{kind.app_label}_{kind.model}_change", restored.thing.pk
        )

    def erase_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Erase a deleted row for good, before its time."""
        version = self._binned(request, key)
        if not self._may_erase(request, version):
            raise PermissionDenied
        erase_from_bin(version)
        words = gettext("%(what)s is erased for good.") % {"what": version}
        self.message_user(request, words, messages.SUCCESS)
        return redirect(f"{self.admin_site.name}:content_version_changelist")

    def _may_look_into(self, request: HttpRequest, version: Version) -> bool:
        """Return whether the row was one of this person's groups when it was deleted."""
        model_admin: Any = self.admin_site._registry.get(version.content_type.model_class())  # type: ignore[arg-type] # None finds none
        return model_admin is None or model_admin.may_see_version(request, version)

    def _may_restore(self, request: HttpRequest, version: Version) -> bool:
        """Return whether this person may add such a row, and publish it if it was public."""
        model = version.content_type.model_class()
        return self._may_decide(request, version) and has_permission(request.user, "add", model)

    def _may_erase(self, request: HttpRequest, version: Version) -> bool:
        model = version.content_type.model_class()
        return self._may_decide(request, version) and has_permission(request.user, "delete", model)

    def _may_decide(self, request: HttpRequest, version: Version) -> bool:
        """Return whether the row was a draft, or this person may publish such rows."""
        is_draft = not any(row["fields"].get("published_at") for row in version.rows)
        model = version.content_type.model_class()
        return is_draft or has_permission(request.user, "publish", model)

    def _check_row(self, request: HttpRequest, row: Model) -> None:
        """Refuse what whoever writes for some groups may no longer write; it stays in the bin."""
        if not has_permission(request.user, "add", row) or not (
            may_see(request.user, type(row)) or may_edit(request.user, row)
        ):
            raise PermissionDenied

    def _binned(self, request: HttpRequest, key: int) -> Version:
        version = self.get_queryset(request).filter(pk=key).first()
        if version is None:
            raise Http404
        return version

    def _tell(self, request: HttpRequest, restored: Restored) -> None:
        words = gettext("%(what)s is back, as it was when it was deleted.")
        self.message_user(request, words % {"what": restored.thing}, messages.SUCCESS)
        if restored.had_slug:
            words = gettext("Another page has its old address by now. Its new one: {address}")
            address = restored.thing.get_absolute_url()  # type: ignore[attr-defined] # it has a slug
            self.message_user(request, format_html(words, address=address), messages.WARNING)
        if restored.lost:
            words = gettext("This could not come back: %(what)s")
            self.message_user(request, words % {"what": ", ".join(restored.lost)}, messages.WARNING)
