"""What a draft changes, in the words that Django's history has for it."""

from typing import Any

from django.apps import apps
from django.utils.translation import override

from content.versions.readable import heading_of

Row = dict[str, Any]


def change_message(before: list[Row], after: list[Row]) -> list[dict[str, dict]]:
    """Return what differs as `LogEntry` keeps it, which is said in the language of the reader."""
    # Names are kept in English and translated when they are read.
    with override(None):
        old = {(row["model"], row["pk"]): row for row in before}
        message: list[dict[str, dict]] = []
        for number, row in enumerate(after):
            known = old.pop((row["model"], row["pk"]), None)
            if known is None:
                message.append({"added": _part(row)})
            elif fields := _changed_fields(known, row):
                part = _part(row) if number else {}
                message.append({"changed": {"fields": fields, **part}})
        message += [{"deleted": _part(row)} for row in old.values()]
    return message


def _part(row: Row) -> dict[str, str]:
    kind = str(apps.get_model(row["model"])._meta.verbose_name)
    return {"name": kind, "object": heading_of(row)}


def _changed_fields(before: Row, after: Row) -> list[str]:
    model = apps.get_model(after["model"])
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return [
        str(field.verbose_name)
        for field in fields
        if field.editable and before["fields"].get(field.name) != after["fields"].get(field.name)
    ]
