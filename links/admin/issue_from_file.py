"""Add an issue of a newsletter by its file: what it is, is read out of it and can be corrected."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from content.admin.library.added_by_form import add_by_form, errors_in_words
from content.admin.library.document import DocumentAdmin
from content.admin.library.same_files import rows_with
from content.admin.related_links import change_link
from content.forms.publishing import PUBLISH
from content.forms.staged_files import RefusedFile, StagedFile, staged_name
from content.models import Document, StagedUpload
from content.models.kinds.document_kind import DocumentKind
from content.opened_forms.form_stamp import FormStamp
from content.opened_forms.kept_form import take_up
from content.permissions import may_publish
from links.forms import IssueFromFileForm
from links.issue_reading import read_issue
from links.models import Newsletter


class IssueFromFileAdmin(admin.ModelAdmin):
    """Adds the address to which the form of a group sends the PDF of an issue."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.file_view)
        return [path("from-file/", view, name="links_newsletter_from_file"), *super().get_urls()]

    def file_view(self, request: HttpRequest) -> HttpResponse:
        """Take a file, show what it says of itself, and save the issue with its document."""
        documents: Any = self.admin_site.get_model_admin(Document)
        if not (self.has_add_permission(request) and documents.has_add_permission(request)):
            raise PermissionDenied
        is_shown_again = take_up(request)
        problems: list[str] = []
        form = IssueFromFileForm(groups=self._offered_groups(request), initial=request.GET.dict())
        if request.method == "POST":
            documents.stage(request, is_new=False)
            file = request.FILES.get("file")
            if isinstance(file, RefusedFile):
                problems = list(file.error.messages)
            elif "title" not in request.POST and isinstance(file, StagedFile):
                form = self._read_out(request, file.upload)
            else:
                form = IssueFromFileForm(request.POST, groups=self._offered_groups(request))
                if form.is_valid() and not is_shown_again:
                    problems = self._save(request, documents, form)
                    if not problems:
                        return self.response_add(request, form.issue)
        return self._shown(request, form, problems)

    def _offered_groups(self, request: HttpRequest) -> Any:
        """Return the groups for which this person may add an issue."""
        field: Any = self.get_form(request)().fields["group"]
        return field.queryset

    def _read_out(self, request: HttpRequest, upload: StagedUpload) -> IssueFromFileForm:
        group = request.POST.get("group", "")
        known = {"group": group} | read_issue(upload, int(group) if group.isdecimal() else None)
        return IssueFromFileForm(groups=self._offered_groups(request), initial=known)

    def _save(
        self, request: HttpRequest, documents: DocumentAdmin, form: IssueFromFileForm
    ) -> list[str]:
        """Save both through their own forms; return what they object to."""
        if PUBLISH in request.POST and not all(
            may_publish(request.user, model) for model in (Newsletter, Document)
        ):
            raise PermissionDenied
        with transaction.atomic():
            kind = {"kind": DocumentKind.of_issues(), "language": form.cleaned_data["language"]}
            document = add_by_form(documents, request, form.title_in_its_language | kind)
            if not document.is_valid():
                return errors_in_words(document)
            issue = add_by_form(self, request, form.of_issue(document.instance))
            if not issue.is_valid():
                transaction.set_rollback(True)
                return errors_in_words(issue)
        form.issue = issue.instance
        return []

    def _same(self, request: HttpRequest, file: object) -> list[SafeString]:
        """Return links to the documents that have the same file already."""
        if not isinstance(file, StagedFile):
            return []
        documents = self.admin_site.get_model_admin(Document)
        rows = rows_with(documents, request, file.upload.facts["sha256"])
        return [change_link(row, self.admin_site) for row in rows]

    def _shown(
        self, request: HttpRequest, form: IssueFromFileForm, problems: list[str]
    ) -> TemplateResponse:
        file = request.FILES.get("file")
        group = self._offered_groups(request).filter(pk=form["group"].value() or 0).first()
        stamp = FormStamp.now(request.user.pk, request.get_full_path(), "", {})
        context = self.admin_site.each_context(request) | {
            "title": gettext("New issue from a file"),
            "opts": self.opts,
            "form": form,
            "group": group,
            "problems": problems,
            "upload": file.upload if isinstance(file, StagedFile) else None,
            "same": self._same(request, file),
            "staged_name": staged_name("file"),
            "may_publish": all(may_publish(request.user, one) for one in (Newsletter, Document)),
            "form_stamp": stamp.signed(),
        }
        return TemplateResponse(request, "admin/links/issue_from_file.html", context)
