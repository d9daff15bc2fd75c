from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from content import leftovers
from content.models import PrintedSheet
from content.tasks import print_sheet
from tests.worker import work_off

pytestmark = pytest.mark.django_db


def test_sheets_are_thrown_away_after_three_months():
    for key, days in (("old", 91), ("new", 89)):
        sheet = PrintedSheet.objects.create(pk=key, html="<p>Words</p>", pdf=b"%PDF-1.7")
        PrintedSheet.objects.filter(pk=sheet.pk).update(ordered_at=before(days))

    assert leftovers.throw_away()["sheets"] == 1

    assert PrintedSheet.objects.get().pk == "new"


def test_results_of_tasks_are_thrown_away_after_two_weeks():
    PrintedSheet.objects.create(pk="done", html="", pdf=b"%PDF-1.7")
    old, new = print_sheet.enqueue("done"), print_sheet.enqueue("done")
    work_off()
    DBTaskResult.objects.filter(pk=old.id).update(finished_at=before(15))
    DBTaskResult.objects.filter(pk=new.id).update(finished_at=before(13))

    assert leftovers.throw_away()["results of tasks"] == 1

    assert str(DBTaskResult.objects.get().pk) == new.id


def test_task_of_a_dead_worker_goes_and_one_that_waits_stays():
    dead, waiting = print_sheet.enqueue("key"), print_sheet.enqueue("key")
    DBTaskResult.objects.get(pk=dead.id).claim("dead worker")
    DBTaskResult.objects.update(enqueued_at=before(15))
    DBTaskResult.objects.filter(pk=dead.id).update(started_at=before(15))

    assert leftovers.throw_away() == {"results of tasks": 1}

    assert str(DBTaskResult.objects.get().pk) == waiting.id


def before(days: int):
    return timezone.now() - timedelta(days=days)
