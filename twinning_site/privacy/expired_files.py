"""What is of no more use and is nobody's: the daily work throws it away.

What is personal has its own dates; see `twinning_site.privacy.erasure`.
"""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from content.models import GeneratedPdf

# A sheet that is still asked for is simply made again.
KEEP_SHEETS = timedelta(days=90)
KEEP_RESULTS = timedelta(days=14)


def useless() -> dict[str, QuerySet]:
    """What to throw away, by its kind."""
    now = timezone.now()
    before = now - KEEP_RESULTS
    tasks = DBTaskResult.objects
    # What runs for so long has lost its worker and is never taken back.
    results = tasks.finished().filter(finished_at__lt=before)
    results |= tasks.running().filter(started_at__lt=before)
    return {
        "sheets": GeneratedPdf.objects.filter(ordered_at__lt=now - KEEP_SHEETS),
        "results of tasks": results,
    }


def throw_away() -> dict[str, int]:
    """Delete it. Returns: how many rows of each kind."""
    counts = {kind: rows.delete()[0] for kind, rows in useless().items()}
    return {kind: count for kind, count in counts.items() if count}
