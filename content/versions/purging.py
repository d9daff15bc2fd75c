"""Erase versions for good: when their time is over, or because somebody says so."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Model, QuerySet
from django.utils import timezone

from content.models import Picture, UnsavedForm, Version, VersionQuerySet
from content.versions.kept_documents import STORAGES, delete_unnamed
from content.versions.kept_files import file_names, forget


def erase_from_bin(version: Version) -> int:
    """Erase what was deleted with all of its versions, and what was typed into its form.

    Returns:
        The number of versions.
    """
    UnsavedForm.objects.of_key(version.content_type, version.object_id).delete()
    return _erase(Version.objects.of_key(version.content_type, version.object_id))


def erase_outdated() -> int:
    """Erase what has been deleted for BIN_DAYS, and versions that nobody will ask for.

    Returns:
        The number of versions.
    """
    number = 0
    for version in (
        Version.objects.in_bin().outdated().without_state().select_related("content_type")
    ):
        number += erase_from_bin(version)
    for kind, keys in _keys_of_gone_rows():
        number += _erase(Version.objects.filter(content_type=kind, object_id__in=keys))
    return number + _erase(Version.objects.superseded())


def forms_of_gone_rows() -> QuerySet[UnsavedForm]:
    """Return what was typed into forms of rows that are neither stored nor in the bin."""
    forms = UnsavedForm.objects.exclude(object_id="")  # Of rows that are not stored yet
    gone: list[int] = []
    for kind in ContentType.objects.filter(pk__in=forms.values("content_type")):
        model = kind.model_class()
        stored = model._base_manager.values_list("pk", flat=True) if model else ()
        binned = Version.objects.in_bin().filter(content_type=kind)
        kept = {str(key) for key in stored} | set(binned.values_list("object_id", flat=True))
        of_kind = forms.filter(content_type=kind).values_list("pk", "object_id")
        gone += [pk for pk, key in of_kind if key not in kept]
    return UnsavedForm.objects.filter(pk__in=gone)


def _keys_of_gone_rows() -> Iterator[tuple[ContentType, set[str]]]:
    """Yield the keys of rows that a program has deleted past the bin, BIN_DAYS after their last."""
    versions = Version.objects.order_by()
    before = timezone.now() - timedelta(days=settings.BIN_DAYS)
    for kind in ContentType.objects.filter(pk__in=versions.values("content_type")):
        model = kind.model_class()
        stored = set(model._base_manager.values_list("pk", flat=True)) if model else set()
        of_kind = versions.filter(content_type=kind)
        last_ones = of_kind.values_list("object_id").annotate(last=Max("saved_at"))
        outdated = last_ones.filter(last__lt=before).values_list("object_id", flat=True)
        yield kind, set(outdated) - {str(key) for key in stored}


def _erase(versions: VersionQuerySet) -> int:
    """Delete versions, and the files of documents, videos and pictures that nothing else names."""
    # Read before: others wait for what deletes.
    pictures = _files_of(versions, Picture)
    files = {model: _files_of(versions, model) for model in STORAGES}
    number, _kinds = versions.delete()
    for model, names in files.items():
        delete_unnamed(model, names)
    forget(pictures)
    return number


def _files_of(versions: VersionQuerySet, model: type[Model]) -> set[str]:
    of_model = versions.filter(content_type=ContentType.objects.get_for_model(model))
    # One by one: a state may be long.
    return {name for one in of_model.iterator() for name in file_names(one.rows, model)}
