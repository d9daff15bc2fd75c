"""The address to which the dialog of `static/js/admin/picture_upload.js` sends pictures."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from content.admin.picture_library import PictureLibrary
from content.admin.versioned_upload import VersionedUploadAdmin
from content.forms.staged_files import StagedFile, staged_name
from content.models import Picture

CENTRE = "50"


class PictureUpload(PictureLibrary, VersionedUploadAdmin):
    """Adds pictures one by one, from any page of the admin, with the checks of their form."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.upload))
        return [path("upload/", view, name="content_picture_upload"), *super().get_urls()]

    def upload(self, request: HttpRequest) -> JsonResponse:
        """Add a picture from the fields of its form.

        Shape: `{"picture": {…}}` as in `library()`, with status 201; or
        `{"errors": [sentence, …], "kept": {name: value}, "same": [picture, …]}`: `kept` is to be
        sent again in place of the file, `same` are those that have the same file already.
        """
        if not self.has_add_permission(request):
            raise PermissionDenied
        self.stage(request, is_new=True)
        data = request.POST.copy()
        for name in ("focus_x", "focus_y"):
            data.setdefault(name, CENTRE)
        with transaction.atomic():
            form = self.get_form(request)(data, request.FILES)
            if form.is_valid():
                picture = self.save_form(request, form, change=False)
                self.save_model(request, picture, form, change=False)
                self.save_related(request, form, [], change=False)
                words = self.construct_change_message(request, form, [], add=True)  # type: ignore[arg-type] # the stubs know no forms of models
                self.log_addition(request, picture, words)
                return JsonResponse({"picture": self.as_json(picture)}, status=201)
        errors = [f"{form.fields[name].label}: {error}" if name in form.fields else error
                  for name, found in form.errors.items() for error in found]  # fmt: skip
        return JsonResponse({"errors": errors, **self._kept(request)})

    def _kept(self, request: HttpRequest) -> dict[str, Any]:
        file = request.FILES.get("file")
        if not isinstance(file, StagedFile):
            return {"kept": {}, "same": []}
        same = [self.as_json(row) for row in file.same if isinstance(row, Picture)]
        return {"kept": {staged_name("file"): file.upload.token}, "same": same}
