"""The part of an admin that adds pages of its own to those of its rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern, path, reverse


class RowPagesAdmin(admin.ModelAdmin):
    """Knows the names and addresses of pages of one row, such as the preview of a city."""

    def row_page(
        self, route: str, view: Callable[..., HttpResponseBase], name: str, key: str = "path"
    ) -> URLPattern:
        """Return the page at `<object_id>/<route>/`, for those who may enter the admin.

        Args:
            name: by which `row_url()` finds it.
            key: Django's converter of the key.
        """
        return path(
            f"<{key}:object_id>/{route}/", self.admin_site.admin_view(view), name=self._full(name)
        )

    def row_url(self, name: str, key: Any) -> str:
        """Return the address of a page of the row with this key."""
        return reverse(f"{self.admin_site.name}:{self._full(name)}", args=[quote(key)])

    def locked_row(self, request: HttpRequest, object_id: str) -> Any:
        """Return a row for change; whoever else saves it waits until the transaction is over.

        Raises:
            Http404: if there is none, or this person may not know of it.
            PermissionDenied: if they may not change it.
        """
        rows = self.get_queryset(request).select_for_update(of=("self",))
        row = rows.filter(pk=object_id).first() if object_id.isdecimal() else None
        if row is None:
            raise Http404
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        return row

    def _full(self, name: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"
