"""The list of what is deleted together with a row, without the rows of join tables."""

from collections.abc import Sequence

from django.apps import apps
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst


class DeletionSummaryMixin(admin.ModelAdmin):
    """Leaves the rows of join tables out of the page that asks before deleting."""

    def get_deleted_objects(
        self, objs: Sequence[Model] | QuerySet, request: HttpRequest
    ) -> tuple[list, dict[str, int], set[str], list[str]]:
        """Drop them by the names of their models, since Django returns its list as text."""
        to_delete, counts, missing, protected = super().get_deleted_objects(objs, request)
        models = apps.get_models(include_auto_created=True)
        join_tables = [model._meta for model in models if model._meta.auto_created]
        prefixes = tuple(f"{capfirst(options.verbose_name)}: " for options in join_tables)
        plurals = {options.verbose_name_plural for options in join_tables}
        counts = {kind: number for kind, number in counts.items() if kind not in plurals}
        return without_prefixes(to_delete, prefixes), counts, missing, protected


def without_prefixes(entries: list, prefixes: tuple[str, ...]) -> list:
    """Drop from a nested list what begins with one of `prefixes`, and lists that are then empty."""
    pruned = [
        without_prefixes(entry, prefixes) if isinstance(entry, list) else entry for entry in entries
    ]
    return [entry for entry in pruned if entry and not str(entry).startswith(prefixes)]
