"""The part of an admin that keeps every save as a version, and what is deleted in the bin."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.core.serializers.base import DeserializationError
from django.db.models import Model, QuerySet
from django.forms import FileField, ModelForm
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from content.admin.row_pages import RowPagesAdmin
from content.admin.versions.filled_form import filled_form
from content.models import Version
from content.opened_forms.kept_form import fill_in
from content.permissions import may_see_part
from content.versions.bin import put_into_bin
from content.versions.comparison import changes
from content.versions.recording import add_words, keep_first_version, keep_version

VERSIONS_PER_PAGE = 50
# A key of `request.META`; no header of a visitor can get such a name.
_KEPT = "KEPT_VERSIONS"


class VersionedAdmin(RowPagesAdmin):
    """Keeps each save with who, when and what; its history compares any two of them.

    Attributes:
        takes_from_users: whether deleting one row takes it from the rows that show it.
    """

    takes_from_users = False
    delete_confirmation_template = "admin/delete_used.html"

    def get_urls(self) -> list[URLPattern]:
        views = {"compare": self.compare_view, "restore": require_POST(self.restore_view)}
        return [
            self.row_page(f"history/{name}", view, name) for name, view in views.items()
        ] + super().get_urls()

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm, change: bool) -> None:
        if change:
            keep_first_version(obj)
        super().save_model(request, obj, form, change)

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        entry = super().log_addition(request, obj, message)
        self._keep(request, obj, entry.change_message)
        return entry

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        """Keep a version of what is worth an entry in Django's own history."""
        entry = super().log_change(request, obj, message)
        self._keep(request, obj, entry.change_message)
        return entry

    def _keep(self, request: HttpRequest, obj: Model, change_message: str) -> None:
        """Keep one version a request, however many things are said of it."""
        kept = request.META.setdefault(_KEPT, {})
        if obj.pk in kept:
            add_words(kept[obj.pk], change_message)
        else:
            kept[obj.pk] = keep_version(obj, request.user, change_message)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict | None = None
    ) -> HttpResponse:
        """Ask, and say how long it stays in the bin."""
        context = {"bin_days": settings.BIN_DAYS} | (extra_context or {})
        return super().delete_view(request, object_id, context)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        version = put_into_bin(obj, request.user, from_users=self.takes_from_users)
        words = gettext(
            'It stays in the bin for {days} days. <a href="{address}">Look at it there</a>'
        )
        address = reverse(f"{self.admin_site.name}:content_version_change", args=[version.pk])
        self.message_user(
            request, format_html(words, days=settings.BIN_DAYS, address=address), messages.INFO
        )

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        for obj in queryset:
            put_into_bin(obj, request.user)
        words = gettext('They stay in the bin for {days} days. <a href="{address}">See the bin</a>')
        address = reverse(f"{self.admin_site.name}:content_version_changelist")
        self.message_user(
            request, format_html(words, days=settings.BIN_DAYS, address=address), messages.INFO
        )

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict | None = None
    ) -> HttpResponse:
        """List the versions of one row, the newest first."""
        obj = self._viewable(request, object_id)
        versions = Version.objects.of(obj).without_state().select_related("user")
        page = Paginator(versions.order_by("-number"), VERSIONS_PER_PAGE).get_page(
            request.GET.get("p")
        )
        context = {
            "title": gettext("Versions: %(what)s") % {"what": obj},
            "page": page,
            "page_range": page.paginator.get_elided_page_range(page.number),
            "ellipsis": page.paginator.ELLIPSIS,
        }
        return self._respond(request, "admin/versions/list.html", obj, context)

    def compare_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show side by side what differs between two versions of one row."""
        obj = self._viewable(request, object_id)
        versions = Version.objects.of(obj).select_related("user")
        numbers = sorted(self._number(request.GET, name) for name in ("older", "newer"))
        older, newer = (get_object_or_404(versions, number=number) for number in numbers)
        if not all(self.may_see_version(request, one) for one in (older, newer)):
            raise PermissionDenied
        context = {
            "title": gettext("What has changed: %(what)s") % {"what": obj},
            "versions": [older, newer],
            "names": [gettext("Older"), gettext("Newer")],
            "changes": changes(older, newer, partial(may_see_part, request.user, self.model)),
            "may_restore": self.has_change_permission(request, obj),
            "restorable": self.restorable(request, obj),
        }
        return self._respond(request, "admin/versions/compare.html", obj, context)

    def restore_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show the form with what an older version had in the chosen fields; save nothing.

        What is saved then goes the way of every form, with its checks and its rights.
        """
        obj = self._viewable(request, object_id)
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        number = self._number(request.POST, "version")
        version = get_object_or_404(Version.objects.of(obj), number=number)
        if not self.may_see_version(request, version):
            raise PermissionDenied
        form = self.get_form(request, obj, change=True)(instance=obj)
        formsets = [
            formset(
                instance=obj,
                prefix=formset.get_default_prefix(),
                queryset=inline.get_queryset(request),
            )
            for formset, inline in self.get_formsets_with_inlines(request, obj)
        ]
        try:
            data = filled_form(version, form, formsets, request.POST.getlist("name"))
        except DeserializationError:
            words = gettext("This version has something that the site does not take any more.")
            self.message_user(request, words, messages.ERROR)
            return redirect(self.row_url("history", obj.pk))
        self.fill_files(request, data, version, request.POST.getlist("name"))
        words = gettext("This is how it was on %(moment)s. It has not been saved yet.") % {
            "moment": date_format(localtime(version.saved_at), "DATETIME_FORMAT")
        }
        fill_in(request, data, words)
        address = self.row_url("change", obj.pk)
        return self.changeform_view(request, object_id, form_url=address)

    def may_see_version(self, request: HttpRequest, version: Version) -> bool:
        """Return whether this person may see a version of a row that they may see now."""
        return True

    def restorable(self, request: HttpRequest, obj: Model) -> set[str]:
        """Return the names of what a form can be filled in with: browsers send files themselves."""
        fields = self.get_form(request, obj, change=True).base_fields.items()
        names = {name for name, field in fields if not isinstance(field, FileField)}
        return names | set(getattr(obj, "parts", ()))

    def fill_files(
        self, request: HttpRequest, data: QueryDict, version: Version, chosen: list[str]
    ) -> None:
        """Put the chosen files of a version into the form; most things have none."""

    def _viewable(self, request: HttpRequest, object_id: str) -> Model:
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        return obj

    def _number(self, query: QueryDict, name: str) -> int:
        try:
            return int(query.get(name, ""))
        except ValueError as error:
            raise Http404 from error

    def _respond(
        self, request: HttpRequest, template: str, obj: Model, context: dict
    ) -> HttpResponse:
        context |= {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": obj,
            "change_url": self.row_url("change", obj.pk),
            "history_url": self.row_url("history", obj.pk),
            "compare_url": self.row_url("compare", obj.pk),
            "restore_url": self.row_url("restore", obj.pk),
        }
        return TemplateResponse(request, template, context)
