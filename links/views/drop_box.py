"""The page on which a group without an account hands in an issue of its newsletter."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from content.forms.staged_files import RefusedFile
from content.forms.staging import stage
from content.intake.csrf import csrf_problem, keep_input_on_csrf_failure
from content.models import Document, StagedUpload
from links.drop_boxes import (
    hand_in,
    handed_in,
    name_of_upload,
    named_upload,
    note_use,
    open_drop_box,
    same_issues,
    takes_no_more_today,
)
from links.forms import DroppedFileForm, DroppedIssueForm
from links.issue_reading import prepare_issue, read_issue
from links.models import DropBox


@keep_input_on_csrf_failure
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def drop_box(request: HttpRequest, token: str) -> HttpResponse:
    """Take a file, show what it says of itself, and hand the issue to the office.

    All keys that open nothing get the same answer.
    """
    box = open_drop_box(token)
    if box is None:
        response = render(request, "links/drop_box_gone.html", status=404)
    elif request.method != "POST":
        response = _page(request, box, DroppedFileForm())
    elif "upload" in request.POST:
        response = _hand_in(request, box, token)
    else:
        response = _read(request, box)
    # The address is a key.
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response


def _read(request: HttpRequest, box: DropBox) -> HttpResponse:
    """Check and store the file, and show what was read out of it."""
    if problem := csrf_problem(request):
        # Nothing is stored, so that the file has to be chosen again.
        form = DroppedFileForm(initial={"word": request.POST.get("word", "")})
        return _page(request, box, form, problem=problem, status=403)
    form = DroppedFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, box, form, status=422)
    if takes_no_more_today(box):
        words = _("Very many files came by this link today. Please try again tomorrow.")
        form.add_error("file", ValidationError(words))
        return _page(request, box, form, status=429)
    field = Document._meta.get_field("file")
    upload = stage(form.cleaned_data["file"], field, "documents", prepare_issue, None)
    if isinstance(upload, RefusedFile):
        form.add_error("file", upload.error)
        return _page(request, box, form, status=422)
    note_use(box)
    facts = read_issue(upload, box.group_id)
    issue_form = DroppedIssueForm(initial=facts | {"word": form.cleaned_data["word"]})
    return _page(request, box, issue_form, upload=upload)


def _hand_in(request: HttpRequest, box: DropBox, token: str) -> HttpResponse:
    """Make the draft, and tell so on the page of the link."""
    upload = named_upload(box, request.POST["upload"])
    form = DroppedIssueForm(request.POST)
    if upload is None:
        words = _("The file is not here any more: it was handed in already, or a day has passed.")
        again = DroppedFileForm(initial={"word": request.POST.get("word", "")})
        return _page(request, box, again, problem=words, status=409)
    if problem := csrf_problem(request):
        return _page(request, box, form, upload=upload, problem=problem, status=403)
    if form.is_valid() and hand_in(request, box, upload, form):
        return redirect("links:drop-box", token=token)
    return _page(request, box, form, upload=upload, status=422)


def _page(
    request: HttpRequest,
    box: DropBox,
    form: DroppedFileForm | DroppedIssueForm,
    *,
    upload: StagedUpload | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "group": box.group,
        "last_day": box.last_day,
        "form": form,
        "problem": problem,
        "upload": upload,
        "upload_name": name_of_upload(box, upload) if upload else "",
        "same": same_issues(box, upload) if upload else [],
        "handed_in": handed_in(box.group),
    }
    return render(request, "links/drop_box.html", context, status=status)
