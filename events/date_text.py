"""Dates of events in words, on the event's own clock and on those of the cities."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_day_names, get_timezone_location
from babel.lists import format_list
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from cities.models import City
from content.models import Council
from content.text.dates import active_locale, clock_time, full_date
from content.text.languages import localized, sentence
from events.dates.wall_clock import comes_twice
from events.models import Event, EventOccurrence
from events.place_text import is_only_online

# The year in CLDR's pattern of a full date, with what belongs to it ("de 2015", "2015 г.").
YEAR = re.compile(r"(?:\s?'de'|[,،])?\s?y+(?:\s?'[гр]'\.)?")
# Hour of the day; what ends before it still belongs to the evening before.
END_OF_NIGHT = 6


def date_text(occurrence: EventOccurrence[Event], *, names_city: bool = True) -> str:
    """Return `Saturday 7 November 2015, 15:00 to 16:00`, or from one day to another.

    Where clocks differ from those at home, `, Tokyo time (06:00, Oxford time)` follows. Without
    `names_city` the place is that of the time zone: for texts kept while a city becomes a draft.
    """
    if occurrence.event.is_all_day:
        return days_text(occurrence.first_day, occurrence.last_day)
    start, end = occurrence.local_starts_at, occurrence.local_ends_at
    if start.date() == end.date() or _is_same_night(start, end):
        text = gettext("%(day)s, %(start)s to %(end)s")
    else:
        text = gettext("%(day)s, %(start)s, to %(last_day)s, %(end)s")
    return _with_zone(
        text
        % {
            "day": full_date(start),
            "start": _time(start),
            "last_day": full_date(end),
            "end": _time(end),
        },
        occurrence,
        names_city=names_city,
    )


def start_time_text(occurrence: EventOccurrence[Event]) -> str:
    """Return `15:00`, and as in `date_text` where clocks differ from those at home."""
    return _with_zone(_time(occurrence.local_starts_at), occurrence)


def names_zone(occurrence: EventOccurrence[Event]) -> bool:
    """Return whether the time needs a place: it is abroad, or for people anywhere."""
    home = Council.current()
    if occurrence.event.is_all_day or home is None:
        return False
    here = occurrence.starts_at.astimezone(ZoneInfo(home.time_zone))
    differs = here.utcoffset() != occurrence.local_starts_at.utcoffset()
    return differs or is_only_online(occurrence.event)


def _with_zone(time: str, occurrence: EventOccurrence[Event], *, names_city: bool = True) -> str:
    home = Council.current()
    if home is None or not names_zone(occurrence):
        return time
    start = occurrence.local_starts_at
    here = occurrence.starts_at.astimezone(ZoneInfo(home.time_zone))
    home_name = str(home.home_city_name)
    if here.utcoffset() == start.utcoffset():
        return gettext("%(time)s, %(place)s time") % {"time": time, "place": home_name}
    return gettext("%(time)s, %(place)s time (%(home_time)s, %(home)s time)") % {
        "time": time,
        "place": _zone_name(occurrence, names_city=names_city),
        "home_time": _time_with_day(here, start.date()),
        "home": home_name,
    }


def _zone_name(occurrence: EventOccurrence[Event], *, names_city: bool) -> str:
    """Return the city where it is, or else the one that its time zone is named after."""
    host = occurrence.event.host if names_city else None
    if host and host.time_zone == occurrence.zone.key:
        return str(host.name)
    return str(get_timezone_location(occurrence.zone, active_locale(), return_city=True))


def _time(local: datetime) -> str:
    """Return `15:00`; the kind of time follows where clocks show it twice: `01:30 BST`."""
    zone = local.tzinfo
    if not isinstance(zone, ZoneInfo) or not comes_twice(local.replace(tzinfo=None, fold=0), zone):
        return clock_time(local)
    name = local.tzname() or ""
    return f"{clock_time(local)} {name if name.isalpha() else f'UTC{name}'}"


def days_text(first: date, last: date) -> str:
    """Return one day, or `Saturday 7 November to Sunday 22 November 2015`."""
    if first == last:
        return full_date(first)
    begin = _without_year(first) if first.year == last.year else full_date(first)
    return gettext("%(first)s to %(last)s") % {"first": begin, "last": full_date(last)}


def _is_same_night(start: datetime, end: datetime) -> bool:
    return start.date() + timedelta(days=1) == end.date() and end.hour < END_OF_NIGHT


def _without_year(day: date) -> str:
    locale = active_locale()
    pattern = YEAR.sub("", locale.date_formats["full"].pattern).strip()
    if locale.language == "en":
        pattern = pattern.replace(",", "")
    return format_date(day, pattern, locale=locale)


@dataclass(frozen=True)
class Clock:
    """The time in some places at the start of an event: `13:00 in León`."""

    time: datetime
    text: SafeString


def clocks(
    occurrence: EventOccurrence[Event], home: Council, cities: Iterable[City]
) -> list[Clock]:
    """Return the time of the start at home and in each city whose clocks differ.

    Empty if all the clocks agree, if the event takes whole days, or if `date_text` says it all.
    """
    if occurrence.event.is_all_day:
        return []
    here = occurrence.starts_at.astimezone(ZoneInfo(home.time_zone))
    elsewhere: dict[datetime, list[SafeString]] = {}
    host = occurrence.event.host
    for city in [*([host] if host else []), *(city for city in cities if city != host)]:
        there = occurrence.starts_at.astimezone(ZoneInfo(city.time_zone))
        if there.utcoffset() != here.utcoffset():
            elsewhere.setdefault(there.replace(tzinfo=None), []).append(localized(city.name))
    if elsewhere.keys() <= {occurrence.local_starts_at.replace(tzinfo=None, fold=0)}:
        return []
    return [Clock(here, sentence(gettext("%(time)s here"), {"time": clock_time(here)}))] + [
        Clock(
            time,
            sentence(
                gettext("%(time)s in %(places)s"),
                {
                    "time": _time_with_day(time, here.date()),
                    "places": SafeString(format_list(places, locale=active_locale())),
                },
            ),
        )
        for time, places in elsewhere.items()
    ]


def _time_with_day(time: datetime, day_here: date) -> str:
    if time.date() == day_here:
        return clock_time(time)
    weekday = get_day_names("wide", locale=active_locale())[time.weekday()]
    return pgettext("a time on another weekday", "%(weekday)s, %(time)s") % {
        "weekday": weekday,
        "time": clock_time(time),
    }
