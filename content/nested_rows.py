"""A few related rows read inside the main query, where a prefetch would be one query more."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import JSONField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject


def linked(model: type[Model], relation: str) -> QuerySet:
    """The rows on the other side of a relation of `model`, tied to the row of the outer query.

    It reaches models of apps above without an import, as a reverse manager does.
    """
    field = model._meta.get_field(relation)
    return field.related_model._default_manager.filter(**{field.remote_field.name: OuterRef("pk")})


class NestedRows(Subquery):
    """The rows of `queryset`, which refers to the outer query, as a list of model instances.

    They keep the queryset's order. Only `fields` and the key are read, the rest is deferred.
    Use it as an annotation:

        City.objects.annotate(
            group_list=NestedRows(linked(City, "groups").published(), "name", "slug")
        )
    """

    def __init__(self, queryset: QuerySet, *fields: str) -> None:
        names = {queryset.model._meta.pk.attname, *fields}
        rows = queryset.values(nested_row=JSONObject(**{name: name for name in names}))
        super().__init__(rows, output_field=_RowsField(queryset.model))

    def as_sqlite(self, compiler, connection, **context):
        template = "(SELECT JSON_GROUP_ARRAY(JSON(nested_row)) FROM (%(subquery)s))"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler, connection, **context):
        template = (
            "(SELECT COALESCE(JSONB_AGG(nested_row), '[]'::jsonb) FROM (%(subquery)s) nested)"
        )
        return self.as_sql(compiler, connection, template=template, **context)


class _RowsField(JSONField):
    """Turns what the database wrote as JSON back into instances of `model`."""

    def __init__(self, model: type[Model], **kwargs) -> None:
        super().__init__(**kwargs)
        self.nested_model = model

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, [self.nested_model, *args], kwargs

    def from_db_value(self, value, expression, connection) -> list[Model]:
        rows = super().from_db_value(value, expression, connection)
        return [self._instance(row, connection.alias) for row in rows]

    def _instance(self, row: dict[str, Any], alias: str) -> Model:
        # `from_db` wants the values in the order in which the model declares its fields.
        read = [field for field in self.nested_model._meta.concrete_fields if field.attname in row]
        values = [_aware(field.to_python(row[field.attname])) for field in read]
        return self.nested_model.from_db(alias, [field.attname for field in read], values)


def _aware(value: Any) -> Any:
    """SQLite keeps moments in UTC and does not say so."""
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    return value
