"""Find the rows that show a picture or offer a document, by a column or in a rich text."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import ForeignKey, ManyToOneRel, Model

from content.models import Picture
from content.text.fields import RichTextField

# More are not listed; one is enough to keep a picture from being deleted.
MAX_ROWS = 50


def where_used(row: Model) -> list[Model]:
    """Return the rows that refer to `row`, parts of a page before the page itself."""
    rows = [*_by_columns(row), *(_by_rich_texts(row) if isinstance(row, Picture) else [])]
    return list(dict.fromkeys(rows))[:MAX_ROWS]


def _by_rich_texts(picture: Picture) -> Iterator[Model]:
    """Yield the rows that show `picture` in a rich text, where no foreign key protects it."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, RichTextField):
                # The column holds JSON, in which a quotation mark has a backslash.
                mark = f'data-picture=\\"{picture.pk}\\"'
                yield from model._default_manager.filter(**{f"{field.name}__contains": mark})[
                    :MAX_ROWS
                ]


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
