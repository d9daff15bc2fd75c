"""What goes with a thing that is deleted, as officers know it."""

from django.apps import apps
from django.http import HttpRequest
from django.utils.text import capfirst


class KnownDeletions:
    """Leaves out of the page before deleting the rows that only tie two things."""

    def get_deleted_objects(self, objs, request: HttpRequest) -> tuple:
        """Drop the ties by their kinds, for Django gives its list in words."""
        to_delete, counts, *rest = super().get_deleted_objects(objs, request)
        models = apps.get_models(include_auto_created=True)
        ties = [model._meta for model in models if model._meta.auto_created]
        kinds = tuple(f"{capfirst(options.verbose_name)}: " for options in ties)
        plurals = {options.verbose_name_plural for options in ties}
        counts = {kind: number for kind, number in counts.items() if kind not in plurals}
        return without_kinds(to_delete, kinds), counts, *rest


def without_kinds(entries: list, kinds: tuple[str, ...]) -> list:
    """Drop from a nested list what begins with one of `kinds`, and lists that are then empty."""
    pruned = [
        without_kinds(entry, kinds) if isinstance(entry, list) else entry for entry in entries
    ]
    return [entry for entry in pruned if entry and not str(entry).startswith(kinds)]
