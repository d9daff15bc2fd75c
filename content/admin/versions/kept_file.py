"""Show the file that a version has, to whoever may see what it is a version of."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path

from content.models import Version
from content.versions.kept_files import place_of
from content.views import FILE_POLICY


class KeptFileView(admin.ModelAdmin):
    """Adds the address at which the admin shows the file of a version of a picture or document."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.file_view)
        return [path("<int:key>/file/", view, name="content_version_file"), *super().get_urls()]

    def file_view(self, request: HttpRequest, key: int) -> FileResponse:
        """Return the file as it was then; a document as a download."""
        version = get_object_or_404(Version.objects.select_related("content_type"), pk=key)
        self._require_sight(request, version)
        place = place_of(version)
        if place is None:
            raise Http404
        storage, name = place
        response = FileResponse(storage.open(name), filename=name.rpartition("/")[2])
        response["Content-Security-Policy"] = FILE_POLICY
        response["Cache-Control"] = "private, no-store"
        return response

    def _require_sight(self, request: HttpRequest, version: Version) -> None:
        """Ask the admin of the row; if there is none any more, whether the bin shows it.

        Raises:
            PermissionDenied: if this person may not see it.
        """
        its_admin: Any = self.admin_site._registry.get(version.content_type.model_class())  # type: ignore[arg-type] # None finds none
        if its_admin is None:
            raise PermissionDenied
        row = its_admin.get_object(request, version.object_id)
        may = (
            its_admin.has_view_or_change_permission(request, row)
            if row
            else self.get_queryset(request).filter(pk=version.pk).exists()
        )
        if not (may and its_admin.may_see_version(request, version)):
            raise PermissionDenied
