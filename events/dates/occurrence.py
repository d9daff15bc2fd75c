"""One computed date, and the change that an officer may have made to it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from i18nfield.strings import LazyI18nString

from events.dates.wall_clock import last_day


@dataclass(frozen=True)
class DateChange:
    """A single date that is cancelled or takes place at another time.

    Attributes:
        day: the day on which the rule has it, on the event's own clock. A change counts for the
            day, so that it stays in force when the hour of the event is shifted.
        starts_at, ends_at: the new time, aware; both None if the date is cancelled.
        note: what visitors have to know about it.
    """

    day: date
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    note: LazyI18nString | str = field(default="", hash=False)

    @property
    def is_cancelled(self) -> bool:
        """Return whether nothing takes place instead."""
        return self.starts_at is None


@dataclass(frozen=True)
class Occurrence:
    """One date of a schedule; it covers [starts_at, ends_at).

    Attributes:
        starts_at, ends_at: aware, UTC; the end is the first moment after it.
        original_starts_at: the start by the rule; differs from `starts_at` only if it was moved.
        zone: the time zone on whose clock the date is told.
        change: what an officer changed about this very date.
    """

    starts_at: datetime
    ends_at: datetime
    original_starts_at: datetime
    zone: ZoneInfo
    change: DateChange | None = None

    @property
    def is_moved(self) -> bool:
        """Return whether this very date takes place at another time than by the rule."""
        return self.change is not None and not self.change.is_cancelled

    @property
    def day_by_rule(self) -> date:
        """Return the day on which the rule has it, on the event's own clock."""
        return self.original_starts_at.astimezone(self.zone).date()

    @property
    def note(self) -> LazyI18nString | str:
        """Return what visitors have to know about this very date."""
        return self.change.note if self.change else ""

    @property
    def local_starts_at(self) -> datetime:
        """Return the start on the event's own clock, aware."""
        return self.starts_at.astimezone(self.zone)

    @property
    def local_ends_at(self) -> datetime:
        """Return the end on the event's own clock, aware."""
        return self.ends_at.astimezone(self.zone)

    @property
    def first_day(self) -> date:
        """Return the day on which it starts, on the event's own clock."""
        return self.local_starts_at.date()

    @property
    def last_day(self) -> date:
        """Return the day on which it ends; midnight belongs to the day before."""
        return last_day(self.ends_at, self.zone)

    def has_begun(self, at: datetime) -> bool:
        """Return whether its first moment has come at the aware moment `at`."""
        return self.starts_at <= at

    def is_over(self, at: datetime) -> bool:
        """Return whether it has ended at the aware moment `at`."""
        return self.ends_at <= at
