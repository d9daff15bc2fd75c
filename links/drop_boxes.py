"""Links by which a group without an account hands in issues of its newsletter.

What is handed in is a draft that waits for release: the key gives nothing but a place in the
office's queue.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from i18nfield.strings import LazyI18nString

from content.actions import order_reading
from content.audit import name_of, record
from content.documents.upload_checks import DocumentFacts
from content.drafts.releases import submit
from content.forms.staged_files import stored_file
from content.models import (
    Document,
    RateCount,
    ReleaseAnswer,
    ReleaseRequest,
    StagedUpload,
)
from content.models.kinds.document_kind import DocumentKind
from content.models.records.audit_entry import Deed
from content.permissions import may_edit
from content.versions.recording import keep_version
from links.forms import DroppedIssueForm, DroppedNewsletterForm
from links.models import DropBox, LinkGroup, Newsletter

# Each is looked into by a program of its own.
MAX_FILES_A_DAY = 20
# What the page of the link tells of
MAX_TOLD, TOLD_FOR = 20, timedelta(days=92)


@dataclass(frozen=True)
class HandedIn:
    """An issue that came by a drop box link; `reply` is what the office says to it."""

    title: str
    moment: datetime
    answer: ReleaseAnswer
    reply: str


def make_drop_box(group: LinkGroup, user: User, last_day: date) -> str:
    """Make a link that is open to the end of `last_day`; return its key."""
    box = DropBox(group=group, made_by=user)
    token = box.new_token(last_day)
    box.save()
    return token


def open_drop_box(token: str) -> DropBox | None:
    """Return the link with this key; None if it has ended, or its maker's right has."""
    box = DropBox.objects.of_token(token).select_related("group", "made_by").first()
    if box is None:
        return None
    maker = box.made_by
    return box if maker.is_active and maker.is_staff and may_edit(maker, box.group) else None


def note_use(box: DropBox) -> None:
    """Remember that the link was used just now."""
    DropBox.objects.filter(pk=box.pk).update(last_used_at=timezone.now())


def takes_no_more_today(box: DropBox) -> bool:
    """Count one more file today; return whether that is beyond MAX_FILES_A_DAY."""
    key = salted_hmac("links.drop_boxes", f"{timezone.localdate()} {box.pk}")
    until = timezone.now() + timedelta(days=1)
    return RateCount.objects.count_one(key.hexdigest(), until) > MAX_FILES_A_DAY


def name_of_upload(box: DropBox, upload: StagedUpload) -> str:
    """Return by what the page names a file that it has taken; another link cannot use it."""
    return _signer(box).sign(upload.token)


def named_upload(box: DropBox, name: str) -> StagedUpload | None:
    """Return the file that `name_of_upload` named; None if it was used, or is too old."""
    try:
        token = _signer(box).unsign(name)
    except BadSignature:
        return None
    return StagedUpload.objects.filter(token=token, officer=None).first()


def same_issues(box: DropBox, upload: StagedUpload) -> list[str]:
    """Return the titles of the group's issues that have the same file already."""
    issues = Newsletter.objects.filter(
        group=box.group_id, document__sha256=upload.facts["sha256"]
    ).only("title")
    return [str(issue.title) for issue in issues]


@transaction.atomic
def hand_in(
    request: HttpRequest, box: DropBox, upload: StagedUpload, form: DroppedIssueForm
) -> bool:
    """Make a draft of the file, and ask the office to release it.

    The audit trail names the link: who has it is not known.

    Returns:
        Whether that was possible; if not, `form` has the errors, and nothing was changed.
    """
    if not StagedUpload.objects.select_for_update().filter(pk=upload.pk):
        # Somebody has pressed the button twice.
        return True
    told = form.cleaned_data
    document = _stored_document(upload, form)
    facts = {"group": box.group_id, "year": told["year"], "month": told["month"] or ""}
    issue_form = DroppedNewsletterForm(
        form.title_in_its_language | facts | {"document": document.pk}
    )
    if not issue_form.is_valid():
        transaction.set_rollback(True)
        for errors in issue_form.errors.values():
            form.add_error("title", errors)
        return False
    issue = issue_form.save()
    upload.delete()
    for row in (document, issue):
        keep_version(row, None, gettext("Handed in by a drop box link."))
    submit(issue, None, None, told["word"])
    order_reading(document)
    note_use(box)
    record(
        request,
        Deed.HANDED_IN,
        who=name_of(box),
        row=name_of(issue),
        detail=f"drop box of {name_of(box.group)}",
    )
    return True


def handed_in(group: LinkGroup) -> list[HandedIn]:
    """Return what came lately by links of this group, the newest first."""
    rows = Newsletter.objects.filter(group=group).only("title")
    issues = {str(issue.pk): issue for issue in rows}
    requests = ReleaseRequest.objects.filter(
        content_type=ContentType.objects.get_for_model(Newsletter),
        object_id__in=issues,
        submitted_by=None,
        submitted_at__gt=timezone.now() - TOLD_FOR,
    )
    return [
        HandedIn(
            str(issues[one.object_id].title),
            one.submitted_at,
            ReleaseAnswer(one.answer),
            one.reply,
        )
        for one in requests[:MAX_TOLD]
    ]


def _stored_document(upload: StagedUpload, form: DroppedIssueForm) -> Document:
    facts = dict(upload.facts)
    document = Document(
        title=LazyI18nString({form.title_language: form.cleaned_data["title"]}),
        kind_id=DocumentKind.of_issues(),
        language=form.cleaned_data["language"],
        sha256=facts.pop("sha256"),
    )
    field: Any = Document._meta.get_field("file")
    document.file = stored_file(field, upload)
    document.set_facts(DocumentFacts(**facts))
    document.save()
    return document


def _signer(box: DropBox) -> Signer:
    return Signer(salt=f"links.drop_boxes.{box.pk}")
