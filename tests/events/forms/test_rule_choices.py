from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.dates.recurrence import WEEKDAYS, check_recurrence, wall_clock_starts
from events.forms.rule_choices import KINDS, NEVER, OTHER, RuleChoices, choices_from, rule_from

SECOND_SATURDAY = date(2026, 5, 9)

kinds = [kind for kind, _label in KINDS if kind not in {NEVER, OTHER}]
ends = st.one_of(
    st.just({}),
    st.dates(date(2030, 1, 1), date(2040, 1, 1)).map(lambda day: {"last_day": day}),
    st.integers(1, 50).map(lambda number: {"times": number}),
)


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("", ""),
        ("daily", "FREQ=DAILY"),
        ("weekly", "FREQ=WEEKLY;BYDAY=SA"),
        ("monthly_day", "FREQ=MONTHLY;BYMONTHDAY=9"),
        ("monthly_last_day", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("monthly_weekday", "FREQ=MONTHLY;BYDAY=2SA"),
        ("monthly_last_weekday", "FREQ=MONTHLY;BYDAY=-1SA"),
        ("yearly_day", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=9"),
        ("yearly_weekday", "FREQ=YEARLY;BYMONTH=5;BYDAY=2SA"),
        ("yearly_last_weekday", "FREQ=YEARLY;BYMONTH=5;BYDAY=-1SA"),
    ],
)
def test_a_choice_and_the_first_date_make_a_rule(kind, rule):
    assert rule_from(RuleChoices(kind=kind), SECOND_SATURDAY) == rule


@given(
    kind=st.sampled_from(kinds),
    every=st.integers(1, 12),
    days=st.sets(st.sampled_from(WEEKDAYS), min_size=1),
    end=ends,
    first=st.dates(date(2020, 1, 1), date(2029, 12, 31)),
)
def test_what_was_chosen_is_shown_again(kind, every, days, end, first):
    chosen = tuple(day for day in WEEKDAYS if day in days) if kind == "weekly" else ()
    choices = RuleChoices(kind=kind, every=every, days=chosen, **end)
    rule = rule_from(choices, first)

    check_recurrence(rule)
    # Two choices may mean the same: the 30th of April is also its last day.
    assert rule_from(choices_from(rule, first), first) == rule
    if not kind.endswith("weekday"):
        assert choices_from(rule, first) == choices


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ("FREQ=YEARLY", "yearly_day"),
        ("FREQ=MONTHLY", "monthly_day"),
        ("FREQ=WEEKLY", "weekly"),
        ("freq=monthly;byday=+2sa", "monthly_weekday"),
        ("FREQ=YEARLY;UNTIL=20301231T235959", "yearly_day"),
        ("FREQ=YEARLY;INTERVAL=1", "yearly_day"),
    ],
)
def test_other_ways_to_write_the_same_rule_are_understood(rule, kind):
    assert choices_from(rule, SECOND_SATURDAY).kind == kind


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=1SA,3SA",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=YEARLY;UNTIL=20301231T120000Z",
        "FREQ=MONTHLY;BYDAY=SA;BYSETPOS=2",
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=9",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        "nonsense",
        "FREQ=WEEKLY;UNTIL=nonsense",
    ],
)
def test_a_rule_that_no_choice_expresses_is_kept_as_it_is(rule):
    choices = choices_from(rule, SECOND_SATURDAY)

    assert choices.kind == OTHER
    assert rule_from(choices, SECOND_SATURDAY) == rule.upper()


@given(
    kind=st.sampled_from([kind for kind in kinds if "last" not in kind]),
    first=st.dates(date(2020, 1, 1), date(2029, 12, 31)),
)
def test_the_first_date_is_the_first_by_its_rule(kind, first):
    start = datetime(first.year, first.month, first.day, 19)
    rule = rule_from(RuleChoices(kind=kind), first)

    starts = wall_clock_starts(start, rule, ZoneInfo("Europe/London"))
    assert next(starts) == start
    assert next(starts) >= start + timedelta(days=1)
