"""What becomes of a series when the day of its first date is changed."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import islice, takewhile

from django.utils.translation import gettext

from content.text.dates import full_date
from events.dates.recurrence import join_rule, split_rule
from events.dates.schedule import Schedule
from events.dates.wall_clock import to_utc, to_wall_clock

NEXT, FOLLOWING, ALL = "next", "following", "all"
SHOWN = 3


@dataclass(frozen=True)
class SeriesMove:
    """A series as it is stored and as the form has it, at the aware moment `now`."""

    before: Schedule
    after: Schedule
    now: datetime

    @cached_property
    def next_before(self) -> datetime | None:
        """Return the naive start of the next date as it is stored, None if all are over."""
        return self._next(self.before)

    @cached_property
    def next_after(self) -> datetime | None:
        """Return the naive start of the next date as the form has it, None if all are over."""
        return self._next(self.after)

    @property
    def matters(self) -> bool:
        """Return whether dates to come are moved to other days, by a rule that fits them."""
        first = self.after.first_start
        return (
            first.date() != self.before.first_start.date()
            and self.next_before is not None
            and self.next_after is not None
            and next(self.after.starts(), None) == first
        )

    def choices(self) -> list[tuple[str, str]]:
        """Return what an officer can mean, with the dates that would follow."""
        old, new = self.next_before, self.next_after
        if old is None or new is None:
            return []
        moved = gettext("only this date: %(old)s becomes %(new)s, the others stay as they are") % {
            "old": full_date(old),
            "new": full_date(self._moved_start(old)),
        }
        every = gettext("all dates: %(dates)s, and so on") % {"dates": self._dates(None)}
        if new == self.after.first_start:
            return [(NEXT, moved), (ALL, every)]
        following = gettext(
            "this date and those that follow: %(dates)s, and so on; the series begins then, and "
            "earlier dates leave the calendar"
        ) % {"dates": self._dates(new)}
        return [(NEXT, moved), (FOLLOWING, following), (ALL, every)]

    def moved_date(self) -> tuple[datetime, datetime, datetime]:
        """Return the next date as aware moments: start by the rule, new start, new end."""
        old = self.next_before or self.before.first_start
        new, zone = self._moved_start(old), self.after.zone
        return to_utc(old, self.before.zone), to_utc(new, zone), self.after.length.end(new, zone)

    def from_next(self) -> tuple[datetime, datetime, str]:
        """Return start and end (aware) and rule of the series that begins with the next date."""
        begin = self.next_after or self.after.first_start
        parts, zone = split_rule(self.after.rule), self.after.zone
        if "COUNT" in parts:
            passed = sum(1 for _ in takewhile(lambda start: start < begin, self.after.starts()))
            parts["COUNT"] = str(int(parts["COUNT"]) - passed)
        return to_utc(begin, zone), self.after.length.end(begin, zone), join_rule(parts)

    def _next(self, schedule: Schedule) -> datetime | None:
        now = to_wall_clock(self.now, schedule.zone)
        return next(schedule.starts(max(now, schedule.first_start)), None)

    def _moved_start(self, old: datetime) -> datetime:
        """Return the day that was typed if it is to come, else as many days later as were typed."""
        first = self.after.first_start
        if first >= to_wall_clock(self.now, self.after.zone):
            return first
        days = first.date() - self.before.first_start.date()
        return datetime.combine(old.date() + days, first.time())

    def _dates(self, since: datetime | None) -> str:
        return ", ".join(map(full_date, islice(self.after.starts(since), SHOWN)))
