from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult


def work_off() -> None:
    """Do everything that is queued, as the worker beside the web server does all the time.

    Only its loop is left out: that closes the connection, and with it the test's transaction.
    """
    worker = Worker(
        queue_names=["*"], excluded_queue_names=[], interval=0, batch=True,
        backend_name="background", startup_delay=False, max_tasks=None, worker_id="test",
    )  # fmt: skip
    while (order := DBTaskResult.objects.ready().first()) is not None:
        order.claim(worker.worker_id)
        worker.run_task(order)
        order.refresh_from_db()
        assert not order.traceback, order.traceback
