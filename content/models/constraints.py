"""Constraints that several models share, with their names."""

import calendar
from collections.abc import Iterable

from django.db.models import CheckConstraint, F, Q
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

LONG_MONTHS = [month for month in range(1, 13) if calendar.monthrange(2000, month)[1] == 31]
# The calendar of every year that can be stored (ISO 8601); a date before 1582 is kept by it, too.
LEAP_YEAR = Q(Exact(F("year") % 4, 0)) & (
    ~Q(Exact(F("year") % 100, 0)) | Q(Exact(F("year") % 400, 0))
)


def has_its_texts(*names: str) -> CheckConstraint:
    """Return a constraint that forbids rows in which one of these fields is empty.

    The fields of `content.text.fields` store a text of spaces alone as "" or "{}".
    """
    filled = Q()
    for name in names:
        filled &= ~Q(**{f"{name}__in": ["", "{}"]})
    return CheckConstraint(
        name="%(app_label)s_%(class)s_has_its_texts",
        condition=filled,
        violation_error_message=_("A text that is needed is empty."),
    )


def is_one_of(name: str, choices: Iterable[str]) -> CheckConstraint:
    """Return a constraint that forbids other values than `choices` in the field `name`.

    `choices` is a `TextChoices` class, or another iterable of what may be stored.
    """
    return CheckConstraint(
        name=f"%(app_label)s_%(class)s_{name}_is_known",
        condition=Q(**{f"{name}__in": [str(value) for value in choices]}),
    )


def day_is_in_its_month() -> CheckConstraint:
    """Return a constraint that forbids 31 April and the like in the fields of `VagueDated`."""
    return CheckConstraint(
        name="%(app_label)s_%(class)s_day_in_month",
        condition=Q(day=None)
        | Q(day__lte=28)
        | (Q(month=2, day=29) & LEAP_YEAR)
        | (~Q(month=2) & Q(day__lte=30))
        | Q(month__in=LONG_MONTHS),
        violation_error_message=_("That month has no such day."),
    )
