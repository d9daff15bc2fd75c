"""Delete old PDFs, versions, results of tasks and uploads whose form was given up.

Personal data has its own dates; see `twinning_site/privacy/retention.py`.
"""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from content.models import (
    AuditEntry,
    Document,
    GeneratedPdf,
    PreviewLink,
    ReleaseRequest,
    StagedUpload,
    UnsavedForm,
    Version,
    Video,
)
from content.versions.kept_documents import delete_left_over
from content.versions.kept_files import put_in_order
from content.versions.purging import erase_outdated, forms_of_gone_rows
from links.models import DropBox
from twinning_site.workbench.models import Invitation, ReviewTold
from twinning_site.workbench.sheet_letters.owners import LATEST

# A PDF that is asked for after that is made again.
PDF_RETENTION = timedelta(days=90)
TASK_RESULT_RETENTION = timedelta(days=14)


def outdated_rows() -> dict[str, QuerySet]:
    """Return the rows to delete, by their kind."""
    now = timezone.now()
    before = now - TASK_RESULT_RETENTION
    tasks = DBTaskResult.objects
    # A task that has been running for so long lost its worker; no other worker takes it over.
    task_results = tasks.finished().filter(finished_at__lt=before)
    task_results |= tasks.running().filter(started_at__lt=before)
    return {
        "PDFs": GeneratedPdf.objects.filter(ordered_at__lt=now - PDF_RETENTION),
        "task results": task_results,
        "audit entries": AuditEntry.objects.outdated(),
        "unsaved forms": UnsavedForm.objects.outdated() | forms_of_gone_rows(),
        "invitations": Invitation.objects.outdated(),
        "preview links": PreviewLink.objects.outdated(),
        "drop box links": DropBox.objects.outdated(),
        "requests for release": ReleaseRequest.objects.outdated(),
        "uploads": StagedUpload.objects.outdated(),
        "pages told to their owners": ReviewTold.objects.filter(
            review_on__lt=timezone.localdate() - 2 * LATEST
        ),
        "things in the bin": Version.objects.in_bin().outdated(),
        "old versions": Version.objects.superseded(),
    }


def delete_outdated() -> dict[str, int]:
    """Delete the outdated rows; return how many of each kind."""
    outdated = outdated_rows()
    uploads = list(outdated.pop("uploads"))
    for upload in uploads:
        upload.delete_with_file()
    # Nothing else may delete these.
    for kind in ("audit entries", "things in the bin", "old versions"):
        del outdated[kind]
    counts = {kind: rows.delete()[0] for kind, rows in outdated.items()}
    counts["uploads"] = len(uploads)
    counts["versions"] = erase_outdated()
    counts["documents' files"] = delete_left_over(Document)
    counts["videos' files"] = delete_left_over(Video)
    counts["pictures' files"] = put_in_order()
    counts["audit entries"] = AuditEntry.objects.delete_outdated()
    return {kind: count for kind, count in counts.items() if count}
