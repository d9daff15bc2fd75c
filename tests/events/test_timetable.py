"""What is on in a city, and with groups, as time passes over the rows that were read once."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from events.models import Event
from events.models.timetable import Timetable
from tests.events.examples import IN_MAY, cancel_date, london, running_in_may, weekly
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.picture import PictureFactory

DAY = timedelta(days=1)

pytestmark = pytest.mark.usefixtures("in_may")


def titles(occurrences) -> list[str]:
    return [str(occurrence.event.title) for occurrence in occurrences]


def on_day(title: str, day: int, **values) -> Event:
    """An event of one evening in May."""
    return EventFactory(
        title=title,
        starts_at=london(2026, 5, day, 19),
        ends_at=london(2026, 5, day, 21),
        **values,
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_agenda_of_a_city_costs_the_same_whatever_the_rows(rows, django_assert_num_queries):
    city = CityFactory()
    for _number in range(rows):
        EventFactory(cities=[city], city=city, picture=PictureFactory())
        cancel_date(weekly(cities=[city]), london(2026, 5, 18, 19))
    EventFactory(cities=[city], draft=True)

    with django_assert_num_queries(3):
        agenda = Event.objects.city_agenda(city, limit=100, past=4)
        assert {str(one.event.city) for one in agenda} == {str(city), "None"}

    assert len(list(agenda)) == 2 * rows


def test_agenda_of_a_city_says_what_the_one_by_sql_says():
    city = CityFactory()
    for event in (
        running_in_may(title="on"),
        on_day("soon", 13),
        on_day("later", 30),
        on_day("over", 2),
        weekly(title="series"),
        weekly(title="series that is over", recurrence="FREQ=WEEKLY;COUNT=1"),
        weekly(title="all day", is_all_day=True),
    ):
        event.cities.add(city)

    for limit in (1, 2, 3, 100):
        agenda = Event.objects.city_agenda(city, limit)

        assert agenda == Event.objects.published().of_city(city).agenda(limit=limit)
    assert titles(agenda) == ["on", "soon", "all day", "series", "later"]


def test_agenda_has_what_is_over_latest_first():
    group = LinkGroupFactory()
    for day in (2, 8, 5):
        on_day(str(day), day, groups=[group])
    on_day("to come", 20, groups=[group])

    agenda = Event.objects.groups_agenda([group], limit=3, past=2)

    assert (titles(agenda), titles(agenda.past)) == (["to come"], ["8", "5"])


def test_agenda_leaves_one_event_out_and_fills_its_place():
    group = LinkGroupFactory()
    event, *_others = [on_day(str(day), day, groups=[group]) for day in (13, 14, 15)]

    agenda = Event.objects.groups_agenda([group], limit=2, but=event)

    assert titles(agenda) == ["14", "15"]


def test_event_of_two_groups_is_in_their_agenda_once():
    groups = LinkGroupFactory.create_batch(2)
    on_day("joint", 13, groups=groups)

    assert titles(Event.objects.groups_agenda(groups, limit=3)) == ["joint"]


def test_timetable_that_was_read_once_goes_with_the_clock(django_assert_num_queries):
    upcoming = on_day("upcoming", 13)
    scheduled = on_day("scheduled", 20, published_at=IN_MAY + DAY / 2)
    expiring = on_day("expiring", 30, expires_at=IN_MAY + 3 * DAY)
    on_day("draft", 13, draft=True)
    timetable = Timetable(Event.objects.all())

    with django_assert_num_queries(0):
        for days, coming, over in (
            (0, [upcoming, expiring], []),
            (1, [upcoming, scheduled, expiring], []),
            (2, [scheduled, expiring], [upcoming]),
            (4, [scheduled], [upcoming]),
            (9, [], [scheduled, upcoming]),
        ):
            with time_machine.travel(IN_MAY + days * DAY, tick=False):
                keys = timetable.keys(timezone.now(), limit=5, past=5)
                assert keys == ([one.pk for one in coming], [one.pk for one in over])


def test_series_whose_stored_date_is_over_is_kept_beyond_the_limit():
    before, after = on_day("before", 13), on_day("after", 19)
    series = weekly()
    timetable = Timetable(Event.objects.all())

    assert timetable.keys(IN_MAY, limit=1, past=0) == ([before.pk], [])
    assert timetable.keys(series.next_ends_at, limit=1, past=0) == ([after.pk, series.pk], [])
