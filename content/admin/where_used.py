"""Find the rows that show, offer or link to something, by a column or in a rich text."""

import json
from collections.abc import Iterator

from django.apps import apps
from django.db.models import ForeignKey, ManyToOneRel, Max, Model

from content.models import Draft, Picture, Publishable, Version
from content.text.fields import RichTextField
from content.web.link_targets import stable_address

# More are not listed; one is enough to keep a picture from being deleted.
MAX_ROWS = 50
# The database reads each of these to its end.
MAX_VERSIONS = 2000


def where_used(row: Model) -> list[Model]:
    """Return the rows that refer to `row`, parts of a page before the page itself."""
    return list(dict.fromkeys([*_by_columns(row), *by_rich_texts(row)]))[:MAX_ROWS]


def by_rich_texts(row: Model) -> Iterator[Model]:
    """Yield the rows that show or link to `row` in a rich text, where no foreign key tells."""
    if not (mark := _mark(row)):
        return
    # The column holds JSON, in which a quotation mark has a backslash.
    written = mark.replace('"', '\\"')
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, RichTextField):
                rows = model._default_manager.filter(**{f"{field.name}__contains": written})
                yield from rows[:MAX_ROWS]


def in_drafts(row: Model) -> list[Model]:
    """Return the rows whose drafts show or link to `row` in a rich text."""
    if not (mark := _mark(row)):
        return []
    drafts = Draft.objects.filter(state__contains=_in_state(mark)).select_related("content_type")
    things = (
        draft.content_type.get_object_for_this_type(pk=draft.object_id)
        for draft in drafts[:MAX_ROWS]
    )
    return [thing for thing in things if thing != row]


def versions_with(row: Model) -> int:
    """Return how many of the newest kept versions show or link to `row` in a rich text."""
    if not (mark := _mark(row)):
        return 0
    last = Version.objects.aggregate(last=Max("pk"))["last"] or 0
    newest = Version.objects.filter(pk__gt=last - MAX_VERSIONS)
    return newest.filter(state__contains=_in_state(mark)).count()


def _mark(row: Model) -> str:
    """Return what stands in a rich text that shows or links to `row`."""
    if isinstance(row, Picture):
        return f'data-picture="{row.pk}"'
    return stable_address(row) if isinstance(row, Publishable) else ""


def _in_state(mark: str) -> str:
    """Return a mark as it stands in a snapshot: JSON within JSON."""
    return json.dumps(json.dumps(mark)[1:-1])[1:-1]


def _by_columns(row: Model) -> Iterator[Model]:
    """Yield the rows that point at `row`; of a join table, the row at its other end."""
    for relation in row._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ManyToOneRel):
            continue
        rows = relation.related_model._default_manager.filter(**{relation.field.name: row})[
            :MAX_ROWS
        ]
        if relation.related_model._meta.auto_created:
            other = next(
                field
                for field in relation.related_model._meta.get_fields()
                if isinstance(field, ForeignKey) and field.name != relation.field.name
            )
            yield from (getattr(join, other.name) for join in rows.select_related(other.name))
        else:
            yield from rows
