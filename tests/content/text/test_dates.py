from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from content.text import dates

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "1 day ago"),
        (13, "in 13 days"),
        (21, "in 3 weeks"),
        (60, "in 2 months"),
        (-800, "2 years ago"),
    ],
)
def test_days_from_uses_the_unit_that_people_use(days, words):
    assert dates.days_from(TODAY, TODAY + timedelta(days=days)) == words


def test_dates_follow_the_language():
    day = date(2015, 11, 7)
    assert dates.long_date(day) == "7 November 2015"
    assert dates.full_date(day) == "Saturday 7 November 2015"
    with translation.override("de"):
        assert dates.long_date(day) == "7. November 2015"
        assert dates.full_date(day) == "Samstag, 7. November 2015"
        assert dates.days_from(TODAY, TODAY + timedelta(days=21)) == "in 3 Wochen"


def test_clock_time_is_that_of_the_moment_itself():
    moment = datetime(2015, 11, 7, 15, 0, tzinfo=ZoneInfo("America/Managua"))
    assert dates.clock_time(moment) == "15:00"


def test_filters_count_on_the_sites_own_clock(settings):
    settings.TIME_ZONE = "Europe/London"
    late_in_winter = datetime(2015, 6, 30, 23, 30, tzinfo=ZoneInfo("UTC"))
    template = Template("{% load dates %}{{ at|long_date }}; {{ at|full_date }}")
    text = template.render(Context({"at": late_in_winter}))
    assert text == "1 July 2015; Wednesday 1 July 2015"


def test_filter_says_how_far_away_a_day_is():
    template = Template("{% load dates %}{{ day|from_today }}")
    day = timezone.localdate() + timedelta(days=1)
    assert template.render(Context({"day": day})) == "tomorrow"
    assert template.render(Context({"day": timezone.now()})) == "today"
