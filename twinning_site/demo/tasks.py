"""Loading a demo beside the web server, once."""

from __future__ import annotations

import logging

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django_tasks import TaskContext, task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from twinning_site.demo.load import load
from twinning_site.pages.site_content import has_content

logger = logging.getLogger(__name__)
_UNFINISHED = (TaskResultStatus.READY, TaskResultStatus.RUNNING)


@task(backend="background", queue_name="demo", takes_context=True)
def load_demo(context: TaskContext, council: str) -> None:
    """Load the demo of a council into an empty site.

    After the death of a worker it goes on with what is there.
    """
    if context.attempt == 1 and has_content():
        return
    load(council, logger.info)


def order_demo(council: str) -> bool:
    """Have a demo loaded; return False if the site has content or a demo is on its way."""
    with transaction.atomic():
        # A row that is always there: a second order waits for the first. On SQLite the transaction
        # itself holds the lock.
        kinds = ContentType.objects.select_for_update().filter(app_label="content")
        list(kinds.values_list("pk"))
        if last_order() in _UNFINISHED or has_content():
            return False
        load_demo.enqueue(council)
    return True


def is_loading() -> bool:
    """Return whether a demo is ordered and not yet there."""
    return last_order() in _UNFINISHED


def has_failed() -> bool:
    """Return whether the last demo that was ordered could not be loaded."""
    return last_order() == TaskResultStatus.FAILED


def last_order() -> str | None:
    """Return the state of the last demo that was ordered; None if none was."""
    orders = DBTaskResult.objects.filter(task_path=load_demo.module_path)
    return orders.order_by("-enqueued_at").values_list("status", flat=True).first()
