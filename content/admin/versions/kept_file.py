"""Show the file that a version has, to whoever may see what it is a version of."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path

from content.models import Version
from content.permissions import may_see
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
        """Ask the admin of the row; in the bin there is no row, and the kind decides.

        Raises:
            PermissionDenied: if this person may not see it.
        """
        model = version.content_type.model_class()
        if model is None or not self.admin_site.is_registered(model):
            raise PermissionDenied
        its_admin = self.admin_site.get_model_admin(model)
        row = its_admin.get_object(request, version.object_id)
        may = (
            its_admin.has_view_or_change_permission(request, row)
            if row
            else may_see(request.user, model) and Version.objects.in_bin().filter(pk=version.pk)
        )
        if not may:
            raise PermissionDenied
