"""Take down what was saved, by whom."""

from django.contrib.auth.models import AnonymousUser, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Max, Model

from content.models import Version
from content.models.writing.version import MAX_HEADING
from content.versions.kept_draft import kept_drafts
from content.versions.snapshot import parts_of, snapshot


def keep_version(
    thing: Model, user: User | AnonymousUser | None, change_message: str = ""
) -> Version:
    """Keep the stored state of `thing` as a version, after it and its parts were saved."""
    stored = type(thing)._base_manager.get(pk=thing.pk)
    return _keep(thing, user, snapshot([stored, *parts_of(stored)]), change_message)


def keep_draft_version(
    thing: Model, user: User | AnonymousUser | None, state: str, change_message: str
) -> Version:
    """Keep the state of a draft of `thing`, which readers do not see."""
    return _keep(thing, user, state, change_message, is_draft=True)


def add_words(version: Version, change_message: str) -> None:
    """Say what else was done in the same request, and keep the state after that."""
    stored = version.content_type.get_object_for_this_type(pk=version.object_id)
    version.state = snapshot([stored, *parts_of(stored)])
    version.change_message = "\n".join(filter(None, [version.change_message, change_message]))
    version.save(update_fields=["state", "change_message"])


def keep_first_version(thing: Model) -> None:
    """Keep the stored state before the first change, of what is older than its versions."""
    if thing.pk is None or Version.objects.of(thing).exists():
        return
    stored = type(thing)._base_manager.filter(pk=thing.pk).first()
    if stored is not None:
        _keep(stored, None, snapshot([stored, *parts_of(stored)]), "")


def keep_deletion(
    thing: Model,
    rows: list[Model],
    links: list[dict],
    references: list[dict],
    user: User | AnonymousUser | None,
) -> Version:
    """Keep what is about to be deleted with `thing`, as `Deletion` returns it, and its draft."""
    drafts = kept_drafts(thing)
    state = snapshot(rows, links=links, references=references, drafts=drafts)
    return _keep(thing, user, state, "", is_deletion=True)


@transaction.atomic
def _keep(
    thing: Model,
    user: User | AnonymousUser | None,
    state: str,
    change_message: str,
    *,
    is_deletion: bool = False,
    is_draft: bool = False,
) -> Version:
    versions = Version.objects.of(thing)
    # Who keeps one of the same row at the same moment waits, and gets the next number. On SQLite
    # the transaction itself holds the lock.
    list(type(thing)._base_manager.select_for_update().filter(pk=thing.pk).values_list("pk"))
    last = versions.aggregate(last=Max("number"))["last"] or 0
    return Version.objects.create(
        content_type=ContentType.objects.get_for_model(thing),
        object_id=str(thing.pk),
        number=last + 1,
        user=user if isinstance(user, User) else None,
        heading=str(thing).strip()[:MAX_HEADING] or str(thing._meta.verbose_name),
        change_message=change_message,
        is_deletion=is_deletion,
        is_draft=is_draft,
        state=state,
    )
