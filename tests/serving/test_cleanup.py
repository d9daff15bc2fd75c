from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from content.models import GeneratedPdf
from content.pdf.jobs import generate_pdf
from tests.worker import work_off
from twinning_site.serving import cleanup

pytestmark = pytest.mark.django_db


def test_pdfs_are_deleted_after_three_months():
    for key, days in (("old", 91), ("new", 89)):
        row = GeneratedPdf.objects.create(pk=key, html="<p>Words</p>", pdf=b"%PDF-1.7")
        GeneratedPdf.objects.filter(pk=row.pk).update(ordered_at=before(days))

    assert cleanup.delete_outdated()["PDFs"] == 1

    assert GeneratedPdf.objects.get().pk == "new"


def test_task_results_are_deleted_after_two_weeks():
    GeneratedPdf.objects.create(pk="done", html="", pdf=b"%PDF-1.7")
    old, new = generate_pdf.enqueue("done"), generate_pdf.enqueue("done")
    work_off()
    DBTaskResult.objects.filter(pk=old.id).update(finished_at=before(15))
    DBTaskResult.objects.filter(pk=new.id).update(finished_at=before(13))

    assert cleanup.delete_outdated()["task results"] == 1

    assert str(DBTaskResult.objects.get().pk) == new.id


def test_task_of_a_dead_worker_is_deleted_and_a_waiting_one_kept():
    dead, waiting = generate_pdf.enqueue("key"), generate_pdf.enqueue("key")
    DBTaskResult.objects.get(pk=dead.id).claim("dead worker")
    DBTaskResult.objects.update(enqueued_at=before(15))
    DBTaskResult.objects.filter(pk=dead.id).update(started_at=before(15))

    assert cleanup.delete_outdated() == {"task results": 1}

    assert str(DBTaskResult.objects.get().pk) == waiting.id


def before(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)
