"""Recurrence rules (RFC 5545, 3.3.10): local times stay the same across clock changes."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# An officer's slip must not make a page compute for ever.
MOST_OCCURRENCES = 2000
FREQUENCIES = ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY")


def check_recurrence(rule: str) -> None:
    """Refuse what is not the value of an RRULE, and anything more often than daily.

    Raises:
        ValidationError: always with the same sentence.
    """
    try:
        parsed = rrulestr(rule, dtstart=datetime(2000, 1, 1))
        if not isinstance(parsed, rrule) or not rule.upper().startswith(FREQUENCIES):
            raise ValueError(rule)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValidationError(_("This is not a rule by which an event can repeat.")) from error


def starts(first: datetime, rule: str, zone: ZoneInfo) -> Iterator[datetime]:
    """Yield the aware starts of all occurrences from `first` on, at most 2000.

    The rule works on the wall clock of `zone`: 19:00 stays 19:00 when the clocks change.
    """
    local = first.astimezone(zone).replace(tzinfo=None)
    if not rule:
        yield first
        return
    for start in islice(rrulestr(rule, dtstart=local), MOST_OCCURRENCES):
        yield start.replace(tzinfo=zone)


def last_end(
    first: datetime, first_ends: datetime, rule: str, zone: ZoneInfo
) -> datetime | None:
    """Tell when the last occurrence ends; None if it repeats for ever."""
    if not rule:
        return first_ends
    upper = rule.upper()
    if "UNTIL=" not in upper and "COUNT=" not in upper:
        return None
    last = first
    for last in starts(first, rule, zone):
        pass
    return last + (first_ends - first)
