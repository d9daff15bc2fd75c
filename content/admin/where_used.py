"""Which rows show a picture or offer a document: through a column, or within a rich text."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import ForeignKey, Model

from content.models import Picture
from content.text.fields import RichTextField

# More are not listed; one is enough to keep a picture from being deleted.
MAX_USERS = 50


def where_used(row: Model) -> list[Model]:
    """Give the rows that refer to `row`, parts of a page before the page itself."""
    users = [*_through_columns(row), *(shown_in_texts(row) if isinstance(row, Picture) else [])]
    return list(dict.fromkeys(users))[:MAX_USERS]


def shown_in_texts(picture: Picture) -> Iterator[Model]:
    """Yield the rows in whose rich texts the picture stands; no foreign key guards those."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, RichTextField):
                # The column holds JSON, in which a quotation mark has a backslash.
                mark = f'data-picture=\\"{picture.pk}\\"'
                yield from model._default_manager.filter(**{f"{field.name}__contains": mark})[
                    :MAX_USERS
                ]


def _through_columns(row: Model) -> Iterator[Model]:
    """Yield what points at `row`; a table that only ties two rows gives the other one."""
    for relation in row._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and (relation.one_to_many or relation.one_to_one)):
            continue
        rows = relation.related_model._default_manager.filter(**{relation.field.name: row})[
            :MAX_USERS
        ]
        if relation.related_model._meta.auto_created:
            other = next(
                field
                for field in relation.related_model._meta.get_fields()
                if isinstance(field, ForeignKey) and field.name != relation.field.name
            )
            yield from (getattr(tie, other.name) for tie in rows.select_related(other.name))
        else:
            yield from rows
