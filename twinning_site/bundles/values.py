"""Values of fields as TOML has them, and back."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import (
    BooleanField,
    DateField,
    DateTimeField,
    DecimalField,
    Field,
    ForeignKey,
    IntegerField,
    ManyToManyField,
    Model,
)

from content.models import EditableKind
from content.models.arrangements import ArrangementField
from content.text.lines import lines_of
from content.text.social_addresses import SocialAddressesField
from twinning_site.bundles.declarations import KIND_BY_MODEL
from twinning_site.bundles.keys import key_of
from twinning_site.bundles.kinds import Kind
from twinning_site.bundles.relative_dates import resolved


class WrongTypeError(ValueError):
    """A value is none that the field can hold; the text says what is expected."""


class _Type(NamedTuple):
    words: str
    python: type | tuple[type, ...]
    never: tuple[type, ...] = ()


TEXT = _Type("a text in quotation marks", str)
# The first that a field is an instance of
TYPES: tuple[tuple[type[Field], _Type], ...] = (
    (SocialAddressesField, _Type("a list of addresses", list)),
    (ArrangementField, _Type("a list of names, in their order", list)),
    (BooleanField, _Type("true or false", bool)),
    (IntegerField, _Type("a whole number", int, (bool,))),
    (DecimalField, _Type("a number", (int, Decimal), (bool,))),
    (DateTimeField, _Type("a date with a time, such as 2026-05-01T18:30:00Z", datetime)),
    (DateField, _Type("a date, such as 2026-05-01", date, (datetime,))),
)

# By whether there is a clock: how a date is told from today
_RELATIVE = {False: "“+14 days”", True: "“+14 days 19:00”"}
# Numbers that say a part of a date, which may be told from today, too
_PARTS_OF_DATES = frozenset({"year", "month", "day"})


def field_of(model: type[Model], name: str) -> Any:
    """Return the field that a declaration names."""
    return model._meta.get_field(name)


def kind_referred_to(field: Field) -> Kind | None:
    """Return the kind whose keys a field holds, if it refers to other rows."""
    return KIND_BY_MODEL[field.related_model] if field.related_model else None


def type_in_words(field: Field) -> str:
    """Return what a file has to say for a field, such as `a whole number`."""
    if (kind := kind_referred_to(field)) is not None:
        is_list = isinstance(field, ManyToManyField)
        return f"a list of keys of {kind.name}" if is_list else f"a key of {kind.name}"
    return _type_of(field).words


def python_value(field: Field, value: object, zone: ZoneInfo) -> Any:
    """Return a value from a file as a row has it; one that refers to rows stays keys.

    Args:
        zone: of times without an offset.

    Raises:
        WrongTypeError: if it is of another type.
    """
    error = WrongTypeError(f"has to be {type_in_words(field)}")
    if isinstance(field, ManyToManyField):
        if not isinstance(value, list) or not all(isinstance(key, str) for key in value):
            raise error
        return sorted(set(value))
    if isinstance(field, DateField) and isinstance(value, str):
        error = WrongTypeError(f"{error}, or {_RELATIVE[isinstance(field, DateTimeField)]}")
        value = resolved(value, zone)
    if field.name in _PARTS_OF_DATES and isinstance(value, str):
        error = WrongTypeError(f"{error}, or {_RELATIVE[False]}")
        day = resolved(value, zone)
        value = getattr(day, field.name) if type(day) is date else value
    expected = TEXT if isinstance(field, ForeignKey) else _type_of(field)
    if not isinstance(value, expected.python) or isinstance(value, expected.never):
        raise error
    if isinstance(value, list):
        if not all(isinstance(it, str) for it in value):
            raise error
        return "\n".join(value)
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=zone)
    return value


def toml_value(field: Field, row: Model) -> Any:
    """Return the value of a field as TOML has it; None if the file need not name it."""
    if isinstance(field, ManyToManyField):
        kind = KIND_BY_MODEL[field.related_model]
        return sorted(key_of(kind, other) for other in getattr(row, field.name).all()) or None
    value = getattr(row, field.name)
    usual = row.usual_value(field) if isinstance(row, EditableKind) else field.get_default()
    if value is None or usual in (value, getattr(row, field.attname)):
        return None
    if (kind_or_none := kind_referred_to(field)) is not None:
        return key_of(kind_or_none, value)
    if isinstance(field, SocialAddressesField | ArrangementField):
        return lines_of(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    if isinstance(field, DecimalField):
        whole, _point, rest = f"{value:f}".partition(".")
        return Decimal(f"{whole}.{rest.rstrip('0') or '0'}")
    if isinstance(value, bool | int | date):
        return value
    return str(getattr(value, "code", value)) or None


def _type_of(field: Field) -> _Type:
    return next((found for kind, found in TYPES if isinstance(field, kind)), TEXT)
