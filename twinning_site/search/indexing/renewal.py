"""Make the index anew in small steps when what it was made by has changed.

Nobody has to know: a worker that starts looks whether the index is that of this version of the site
and of its languages. Searches find what is there meanwhile.
"""

from django.conf import settings
from django.db import transaction
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from twinning_site.search.indexing.entries import refresh
from twinning_site.search.indexing.sources import SEARCH_SOURCES
from twinning_site.search.models import IndexState

# Raise it with every change of what is indexed, such as a text more or another spelling.
FORMAT = 5
# Rows at a time, during which others wait for the lock
STEP = 10
KINDS = [source.kind for source in SEARCH_SOURCES]


def made_by() -> str:
    """Return what the entries of this version of the site depend on, besides the rows."""
    backend = settings.MODELSEARCH_BACKENDS["default"]["BACKEND"]
    addresses = " translated" if settings.TRANSLATE_ADDRESSES else ""
    return f"{FORMAT} {backend} {','.join(settings.SITE_LANGUAGES)}{addresses}"


def is_current() -> bool:
    """Return whether the index was made by this version of the site, in 1 query."""
    return IndexState.objects.filter(made_by=made_by()).exists()


def note_renewal() -> None:
    """Note that all entries are made by this version of the site."""
    IndexState.objects.update_or_create(pk=1, defaults={"made_by": made_by()})


def begin_renewal() -> None:
    """Have workers make the index anew if it is not current; not twice at a time."""
    if not is_current() and not _is_underway():
        renew_index.enqueue(made_by(), KINDS[0], 0)


@task(backend="background", queue_name="search")
def renew_index(new: str, kind: str, after: int) -> None:
    """Make the entries of some rows anew, those with keys above `after`, and order the rest."""
    if new != made_by():
        return  # Ordered by a version that is gone
    source = SEARCH_SOURCES[KINDS.index(kind)]
    rows = source.rows().filter(pk__gt=after).order_by("pk")
    keys = list(rows.values_list("pk", flat=True)[:STEP])
    with transaction.atomic():
        refresh(source, keys, is_anew=True)
    if keys:
        renew_index.enqueue(new, kind, keys[-1])
    elif kind != KINDS[-1]:
        renew_index.enqueue(new, KINDS[KINDS.index(kind) + 1], 0)
    else:
        note_renewal()


def _is_underway() -> bool:
    return DBTaskResult.objects.filter(
        task_path=renew_index.module_path,
        status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING],
    ).exists()
