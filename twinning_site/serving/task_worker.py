"""The worker for background tasks and scheduled changes.

It outlives a locked or restarted database.

That of django-tasks-db takes SQLite's write lock every second though nothing is to be done, ends
at the first error of the database, and leaves a task of a killed worker running for ever.
"""

import logging
import os
import signal
import socket
import threading
from contextlib import suppress
from datetime import timedelta
from types import FrameType
from typing import Any

from django.db import DatabaseError, InterfaceError, close_old_connections, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from content.drafts.keeping import publish_due
from content.heartbeat import beat
from content.link_check.tasks import QUEUE as LINKS
from twinning_site.search.indexing.renewal import begin_renewal

logger = logging.getLogger(__name__)

BACKEND = "background"
# Seconds between looks for a task, and at most between tries of a database that does not answer
INTERVAL, MAX_PAUSE = 1.0, 30.0
# No task takes so long; one that does has lost its worker on another machine.
LOST_AFTER = timedelta(minutes=15)
# So many workers may die over a task, which may be the reason.
MAX_TRIES = 3


class TaskWorker(Worker):
    """Runs the tasks of all queues until it is told to stop, and finishes the one in hand.

    All tasks of ours may run twice: a task of a dead worker is done again.
    """

    queues, queues_of_others = ["*"], [LINKS]

    def __init__(self) -> None:
        host = socket.gethostname()[:30]
        super().__init__(
            queue_names=self.queues, excluded_queue_names=self.queues_of_others,
            interval=INTERVAL, batch=False,
            backend_name=BACKEND, startup_delay=False, max_tasks=None,
            worker_id=f"{host}:{os.getpid()}:{get_random_string(8)}",
        )  # fmt: skip
        self.stop = threading.Event()
        self.has_looked_at_index = False

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """Finish the task in hand; a second signal ends it."""
        if self.stop.is_set():
            signal.default_int_handler(signum, frame)
        self.stop.set()

    def run(self) -> None:
        """Work until `stop` is set, however the database fares."""
        pause = INTERVAL
        while not self.stop.is_set():
            try:
                close_old_connections()
                self.look_around()
                worked, pause = self.work(), INTERVAL
            except (DatabaseError, InterfaceError) as error:
                logger.error("The database did not answer: %s", type(error).__name__)
                with suppress(DatabaseError, InterfaceError):
                    connection.close()
                worked, pause = False, min(pause * 2, MAX_PAUSE)
            if not worked:
                self.stop.wait(pause)

    def look_around(self) -> None:
        """Do what is no task."""
        beat()
        self.look_at_index()
        publish_due()

    def look_at_index(self) -> None:
        """Order once that an index of an earlier version of the site is made anew."""
        if not self.has_looked_at_index:
            begin_renewal()
            self.has_looked_at_index = True

    def work(self) -> bool:
        """Run the next task; return whether there was one. Without one it only reads."""
        self.free_lost()
        ready = self.own(DBTaskResult.objects.ready())
        if not ready.exists():
            return False
        with transaction.atomic():
            task = ready.get_locked()
            if task is not None:
                task.claim(self.worker_id)
        if task is not None:
            self.run_task(task)
        return task is not None

    def own(self, tasks: QuerySet[DBTaskResult]) -> Any:
        """Keep the tasks of the queues of this worker."""
        tasks = tasks.filter(backend_name=BACKEND).exclude(queue_name__in=self.excluded_queue_names)
        return tasks if self.process_all_queues else tasks.filter(queue_name__in=self.queue_names)

    def free_lost(self) -> None:
        """Have tasks done again whose worker is dead; not those over which several died."""
        for task in self.own(DBTaskResult.objects.running()):
            if not self._is_lost(task):
                continue
            is_hopeless = len(task.worker_ids) >= MAX_TRIES
            status = TaskResultStatus.FAILED if is_hopeless else TaskResultStatus.READY
            # Another worker may have been faster.
            same = DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at)
            same.update(status=status, finished_at=timezone.now() if is_hopeless else None)
            logger.warning("The worker of task %s died; it is now %s.", task.pk, status.value)

    def _is_lost(self, task: DBTaskResult) -> bool:
        """Return whether nobody works on a task that counts as running."""
        last = task.worker_ids[-1]
        if last == self.worker_id:
            return True  # It could not be noted what became of it.
        host, _, rest = last.partition(":")
        number = rest.partition(":")[0]
        if host == self.worker_id.partition(":")[0] and number.isdigit() and not _runs(int(number)):
            return True
        return timezone.now() - task.started_at > LOST_AFTER


class LinkWorker(TaskWorker):
    """Looks at addresses of other sites, in a thread beside the worker of everything else.

    Most of it is waiting for strangers, and no PDF is to wait for them. It ends with its process;
    what it has in hand is done again.
    """

    queues, queues_of_others = [LINKS], []

    def look_around(self) -> None:
        """Leave it to the other one."""

    def start(self) -> None:
        threading.Thread(target=self.run, name=LINKS, daemon=True).start()


def _runs(process: int) -> bool:
    """Return whether there is a process of this number on this machine."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
