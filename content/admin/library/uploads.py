"""Admin forms with a file: it is checked, prepared and stored before their transaction begins."""

from abc import abstractmethod
from functools import partial
from typing import Any

from django.contrib import admin
from django.core.files.base import File
from django.db.models import Field, FileField
from django.forms import Field as FormField
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse

from content.admin.library.same_files import answer_with_chosen_row, rows_with
from content.forms.staged_files import (
    RefusedFile,
    StagedFile,
    StagedFileField,
    StagedFileWidget,
    staged_name,
)
from content.forms.staging import stage
from content.models import StagedUpload


class UploadAdmin(admin.ModelAdmin):
    """An admin of rows with one file, in the field `file`.

    Django's view holds a transaction from the validation on, and with it SQLite's only write
    lock. Decoding a photograph takes seconds.
    """

    # A key of the setting STORAGES
    storage_alias: str

    @abstractmethod
    def prepare(self, file: File) -> tuple[File, dict[str, Any]]:
        """Return the file to store, and what was read from it, by the names of fields.

        Raises:
            ValidationError: with a sentence that says what is wrong.
        """

    @abstractmethod
    def take_over(self, obj: Any, facts: dict[str, Any]) -> None:
        """Set what is known of a new file on `obj`, which is then saved."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        """Stage the file of the request first."""
        if request.method == "POST" and self._may_upload(request):
            if not object_id and (answer := answer_with_chosen_row(self, request)):
                return answer
            self.stage(request, is_new=not object_id)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> FormField | None:
        if isinstance(db_field, FileField):
            kwargs |= {"form_class": StagedFileField, "widget": StagedFileWidget}
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(formfield, StagedFileField):
            formfield.model_field = db_field
        return formfield

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        file = request.FILES.get("file")
        if isinstance(file, StagedFile):
            facts = dict(file.upload.facts)
            obj.sha256 = facts.pop("sha256", "")
            self.take_over(obj, facts)
            file.upload.delete()
        super().save_model(request, obj, form, change)

    def _may_upload(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) or self.has_change_permission(request)

    def stage(self, request: HttpRequest, *, is_new: bool) -> None:
        """Replace the uploaded file by a stored one, or fetch the one that the form kept."""
        uploaded = request.FILES.get("file")
        token = request.POST.get(staged_name("file"), "")
        staged: StagedUpload | RefusedFile | StagedFile | None
        if uploaded is not None:
            staged = self._staged(request, uploaded)
        else:
            staged = StagedUpload.objects.of(request.user).filter(token=token).first()
        if isinstance(staged, StagedUpload):
            digest = staged.facts.get("sha256", "") if is_new else ""
            staged = StagedFile(staged, partial(rows_with, self, request, digest))
        if staged is not None:
            request.FILES["file"] = staged  # type: ignore[assignment] # seen by ours

    def _staged(self, request: HttpRequest, uploaded: File) -> StagedUpload | RefusedFile:
        field: Any = self.opts.get_field("file")
        return stage(uploaded, field, self.storage_alias, self.prepare, request.user.pk)
