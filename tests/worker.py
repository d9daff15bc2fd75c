from django_tasks_db.models import DBTaskResult

from twinning_site.serving.task_worker import TaskWorker


def work_off() -> None:
    """Do everything that is queued, as the worker beside the web server does all the time.

    Only its loop is left out: that closes the connection, and with it the test's transaction.
    """
    worker = TaskWorker()
    while (order := DBTaskResult.objects.ready().first()) is not None:
        order.claim(worker.worker_id)
        worker.run_task(order)
        order.refresh_from_db()
        assert not order.traceback, order.traceback
