from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from events.dates.schedule import Schedule
from events.recurrence_text import rule_text

LONDON = ZoneInfo("Europe/London")


def from_9_may(rule: str) -> Schedule:
    """Something that first takes place on Saturday 9 May 2026."""
    start = datetime(2026, 5, 9, 15, tzinfo=LONDON)
    return Schedule(start, start + timedelta(hours=1), LONDON, rule=rule)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("", ""),
        ("FREQ=DAILY", "every day"),
        ("FREQ=DAILY;INTERVAL=3", "every 3 days"),
        ("FREQ=WEEKLY", "every Saturday"),
        ("FREQ=WEEKLY;BYDAY=WE,MO", "every Monday and Wednesday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every day from Monday to Friday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "every 2 weeks on Saturday"),
        ("FREQ=MONTHLY", "every month on day 9"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        ("FREQ=MONTHLY;BYDAY=2SA", "every month on the second Saturday"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=+1MO", "every 3 months on the first Monday"),
        ("FREQ=YEARLY", "every year on 9 May"),
        ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=3", "every year on 3 October"),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=2SA", "every year on the second Saturday in May"),
        ("FREQ=YEARLY;INTERVAL=2", "every 2 years on 9 May"),
        ("FREQ=YEARLY;UNTIL=20301231", "every year on 9 May, until 31 December 2030"),
        ("FREQ=YEARLY;COUNT=1", "every year on 9 May, 1 time"),
        ("FREQ=YEARLY;COUNT=4", "every year on 9 May, 4 times"),
        ("FREQ=YEARLY;BYWEEKNO=20", "on irregular dates"),
        ("FREQ=MONTHLY;BYDAY=1SA,3SA", "on irregular dates"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "on irregular dates"),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=SA", "on irregular dates"),
    ],
)
def test_a_rule_is_said_in_plain_words(rule, words):
    assert rule_text(from_9_may(rule)) == words


def test_names_of_days_and_months_are_those_of_the_language():
    with override("de"):
        words = rule_text(from_9_may("FREQ=YEARLY;BYMONTH=5;BYDAY=2SA"))

    assert "Samstag" in words
    assert "Mai" in words
