"""The address to which the dialog of `static/js/admin/picture_upload.js` sends pictures."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from content.admin.library.added_by_form import add_by_form, errors_in_words
from content.admin.library.picture_library import PictureLibrary
from content.admin.library.versioned_upload import VersionedUploadAdmin
from content.forms.staged_files import StagedFile, staged_name
from content.models import Picture

CENTRE = "50"


class PictureUpload(PictureLibrary, VersionedUploadAdmin):
    """Adds pictures one by one, from any page of the admin, with the checks of their form."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_http_methods(["GET", "POST"])(self.upload))
        return [path("upload/", view, name="content_picture_upload"), *super().get_urls()]

    def upload(self, request: HttpRequest) -> JsonResponse:
        """Add a picture from the fields of its form; tell with GET how its credit begins.

        Shape: `{"picture": {…}}` as in `library()`, with status 201; or
        `{"errors": [sentence, …], "kept": {name: value}, "same": [picture, …]}`: `kept` is to be
        sent again in place of the file, `same` are those that have the same file already.
        """
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method == "GET":
            return JsonResponse(self.get_changeform_initial_data(request))
        self.stage(request, is_new=True)
        data = request.POST.copy()
        for name in ("focus_x", "focus_y"):
            data.setdefault(name, CENTRE)
        with transaction.atomic():
            form = add_by_form(self, request, data)
        if form.is_valid():
            return JsonResponse({"picture": self.as_json(form.instance)}, status=201)
        return JsonResponse({"errors": errors_in_words(form), **self._kept(request)})

    def _kept(self, request: HttpRequest) -> dict[str, Any]:
        file = request.FILES.get("file")
        if not isinstance(file, StagedFile):
            return {"kept": {}, "same": []}
        same = [self.as_json(row) for row in file.same if isinstance(row, Picture)]
        return {"kept": {staged_name("file"): file.upload.token}, "same": same}
