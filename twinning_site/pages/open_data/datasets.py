"""The datasets: cities, milestones and upcoming events.

Their columns define both the files and the page that explains them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cities.models import City, Milestone
from content.models import published_now
from content.web.linked_data import absolute
from events.models import Event, EventOccurrence
from links.models import LinkGroup

MAX_EVENTS = 1000
MADE_UP = _("true: made up to show what could stand there")


@dataclass(frozen=True)
class Column:
    """One property of a row: its name in the files, its meaning, and how to read its value."""

    name: str
    meaning: Promise
    value: Callable[[Any], Any]


@dataclass(frozen=True)
class Dataset:
    """A set of rows with their columns and the formats that are offered."""

    name: str
    title: Promise
    description: Promise
    rows: Callable[[], Iterable[Any]]
    columns: tuple[Column, ...]
    formats: tuple[str, ...] = ("json", "csv")

    def records(self) -> list[dict[str, Any]]:
        """Return the rows as dicts of column name and value."""
        return [{column.name: column.value(row) for column in self.columns} for row in self.rows()]


def _url(row: City | LinkGroup | Event) -> str:
    return absolute(row.get_absolute_url())


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def _slugs(rows: Iterable[Any]) -> list[str]:
    return sorted(row.slug for row in rows)


def _milestones() -> Iterable[Milestone]:
    return Milestone.objects.published().select_related("city").defer("city__body").in_order()


def _upcoming_events() -> list[EventOccurrence]:
    occurrences = list(Event.objects.published().agenda(limit=MAX_EVENTS))
    # Requests share these events, so that the clock has no part in what is added to them.
    cities = City.objects.dated().only("slug", "published_at", "expires_at")
    groups = LinkGroup.objects.dated().only("slug", "published_at", "expires_at")
    prefetch_related_objects(
        [one.event for one in occurrences],
        Prefetch("cities", cities, to_attr="dated_cities"),
        Prefetch("groups", groups, to_attr="dated_groups"),
        "themes",
    )
    return occurrences


def _event_start(one: EventOccurrence) -> str:
    return one.first_day.isoformat() if one.event.is_all_day else _moment(one.local_starts_at)


def _event_end(one: EventOccurrence) -> str:
    return one.last_day.isoformat() if one.event.is_all_day else _moment(one.local_ends_at)


CITIES = Dataset(
    name="cities",
    title=_("Partner cities"),
    description=_("Every city that there is or was a link with."),
    rows=lambda: City.objects.published().defer("body").in_order(),
    columns=(
        Column("id", _("short name, as in the address of its page"), lambda city: city.slug),
        Column("name", _("name"), lambda city: str(city.name)),
        Column("country", _("country, two letters (ISO 3166)"), lambda city: city.country.code),
        Column("kind", _("kind of link, such as twin_city"), lambda city: city.kind_id),
        Column("status", _("active, suspended or ended"), lambda city: city.status),
        Column("status_reason", _("why"), lambda city: str(city.status_reason)),
        Column("since_year", _("year of the beginning, if known"), lambda city: city.since_year),
        Column("since_words", _("the beginning in words"), lambda city: str(city.since_words)),
        Column("latitude", _("degrees north (WGS 84)"), lambda city: float(city.latitude)),
        Column("longitude", _("degrees east (WGS 84)"), lambda city: float(city.longitude)),
        Column("time_zone", _("name in the IANA database"), lambda city: city.time_zone),
        Column("summary", _("one or two sentences"), lambda city: str(city.summary)),
        Column("example", MADE_UP, lambda city: city.example),
        Column("url", _("page"), _url),
        Column("updated_at", _("last change"), lambda city: _moment(city.updated_at)),
    ),
    formats=("json", "geojson", "csv"),
)

MILESTONES = Dataset(
    name="milestones",
    title=_("Milestones"),
    description=_("What happened between the cities. What is not known is left empty."),
    rows=_milestones,
    columns=(
        Column("city", _("id of the city"), lambda milestone: milestone.city.slug),
        Column(
            "year", _("year; with words, the year to sort by"), lambda milestone: milestone.year
        ),
        Column("month", _("month, if known"), lambda milestone: milestone.month),
        Column("day", _("day, if known"), lambda milestone: milestone.day),
        Column("date_words", _("the date in words"), lambda milestone: str(milestone.date_words)),
        Column("kind", _("kind of step, such as signing"), lambda milestone: milestone.kind_id),
        Column("title", _("what happened"), lambda milestone: str(milestone.title)),
        Column("text", _("more about it"), lambda milestone: str(milestone.text)),
        Column("example", MADE_UP, lambda milestone: milestone.city.example),
        Column("url", _("page of the city"), lambda milestone: _url(milestone.city)),
    ),
)

EVENTS = Dataset(
    name="events",
    title=_("Coming events"),
    description=_("What is on now and what comes next; of a recurring event the next date."),
    rows=_upcoming_events,
    columns=(
        Column("id", _("number that stays the same"), lambda one: str(one.event.uid)),
        Column("title", _("title"), lambda one: str(one.event.title)),
        Column("starts", _("start (ISO 8601); a day if it takes whole days"), _event_start),
        Column("ends", _("end; for whole days the last day"), _event_end),
        Column("time_zone", _("name in the IANA database"), lambda one: one.event.time_zone),
        Column("repeats", _("recurrence rule (RFC 5545)"), lambda one: one.event.recurrence),
        Column(
            "status",
            _("scheduled, cancelled, postponed, rescheduled or moved_online"),
            lambda one: str(one.status),
        ),
        Column("place", _("place"), lambda one: str(one.event.place)),
        Column("address", _("address"), lambda one: str(one.event.address)),
        Column(
            "town",
            _("partner city where it takes place; empty: the home city"),
            lambda one: str(one.event.host.name) if one.event.host else "",
        ),
        Column("online_url", _("online address"), lambda one: one.event.online_url),
        Column("summary", _("one or two sentences"), lambda one: str(one.event.summary)),
        Column(
            "cities",
            _("ids of the cities it is about"),
            lambda one: _slugs(published_now(one.event.dated_cities)),
        ),
        Column(
            "groups",
            _("ids of the groups"),
            lambda one: _slugs(published_now(one.event.dated_groups)),
        ),
        Column("themes", _("ids of the themes"), lambda one: _slugs(one.event.themes.all())),
        Column("example", MADE_UP, lambda one: one.event.example),
        Column("url", _("page"), lambda one: _url(one.event)),
        Column("updated_at", _("last change"), lambda one: _moment(one.event.updated_at)),
    ),
)

DATASETS = {dataset.name: dataset for dataset in (CITIES, MILESTONES, EVENTS)}
