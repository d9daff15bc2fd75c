"""The worker for background tasks, while its database or another worker is in trouble."""

import subprocess
from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from content.models import GeneratedPdf
from content.pdf.jobs import generate_pdf
from tests.serving.locked_database import database_away, locked_for_writing
from twinning_site.serving import task_worker
from twinning_site.serving.task_worker import TaskWorker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def order() -> DBTaskResult:
    """A task that is done at once: its PDF is there already."""
    GeneratedPdf.objects.create(pk="done", html="", pdf=b"%PDF-1.7")
    return DBTaskResult.objects.get(pk=generate_pdf.enqueue("done").id)


def id_of_a_dead_worker() -> str:
    with subprocess.Popen(["true"]) as process:
        process.wait()
    return f"{TaskWorker().worker_id.partition(':')[0]}:{process.pid}:dead"


def status_of(task: DBTaskResult) -> str:
    task.refresh_from_db()
    return task.status


@pytest.mark.parametrize("trouble", [locked_for_writing, database_away])
def test_worker_goes_on_after_trouble_of_the_database(order, trouble, monkeypatch, caplog):
    worker, pauses = TaskWorker(), []
    with ExitStack() as during:
        during.enter_context(trouble())

        def wait(seconds):
            pauses.append(seconds)
            during.close()
            if len(pauses) > 1:
                worker.stop.set()

        monkeypatch.setattr(worker.stop, "wait", wait)
        worker.run()

    assert status_of(order) == "SUCCESSFUL"
    assert pauses == [2 * task_worker.INTERVAL, task_worker.INTERVAL]
    assert "The database did not answer: OperationalError" in caplog.text


def test_worker_without_work_does_not_write():
    with CaptureQueriesContext(connection) as queries:
        assert TaskWorker().work() is False

    assert {query["sql"].split()[0] for query in queries} == {"SELECT"}


def test_task_of_a_killed_worker_is_done_again(order):
    order.claim(id_of_a_dead_worker())

    assert TaskWorker().work() is True

    assert status_of(order) == "SUCCESSFUL"
    assert len(order.worker_ids) == 2


def test_task_over_which_three_workers_died_is_given_up(order):
    for _ in range(3):
        order.claim(id_of_a_dead_worker())

    assert TaskWorker().work() is False

    assert status_of(order) == "FAILED"


def test_task_of_a_living_worker_is_left_to_it(order):
    order.claim(TaskWorker().worker_id)

    assert TaskWorker().work() is False

    assert status_of(order) == "RUNNING"


def test_task_of_another_machine_is_done_again_after_a_while(order):
    order.claim("elsewhere:7:x")
    assert TaskWorker().work() is False

    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(minutes=16))
    assert TaskWorker().work() is True


def test_what_the_worker_could_not_note_is_done_again(order):
    worker = TaskWorker()
    order.claim(worker.worker_id)

    assert worker.work() is True

    assert status_of(order) == "SUCCESSFUL"
