"""The worker's looks at addresses of other sites: a minute each, until nothing is due."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from content.link_check.checking import MAX_PAUSE
from content.link_check.looking import check_due_addresses
from content.models import ExternalAddress

# Its tasks wait most of the time: the worker does them beside all others.
QUEUE = "links"


def order_looking() -> bool:
    """Have a worker begin with what is due; return whether that was needed and is wanted."""
    unfinished = [TaskResultStatus.READY, TaskResultStatus.RUNNING]
    under_way = DBTaskResult.objects.filter(queue_name=QUEUE, status__in=unfinished)
    if not settings.LINK_CHECK or under_way.exists() or not ExternalAddress.objects.due().exists():
        return False
    look_at_some.enqueue()
    return True


@task(backend="background", queue_name=QUEUE)
def look_at_some() -> None:
    """Look at some addresses, and order the next step while more are due.

    If our own connection fails, the rest has to wait for the next night. The pause before the next
    step is the longest that a host may ask for, as another worker may do that one.
    """
    if check_due_addresses() and ExternalAddress.objects.due().exists():
        later = timezone.now() + timedelta(seconds=MAX_PAUSE)
        look_at_some.using(run_after=later).enqueue()
