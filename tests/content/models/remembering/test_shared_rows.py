"""Shared rows are the same object for all who ask, until the clock changes them."""

from datetime import UTC, datetime
from typing import NamedTuple

import time_machine

from content.models import DatedRows, SharedRows


class Row(NamedTuple):
    slug: str
    published_at: datetime | None
    expires_at: datetime | None = None


def at(hour: int) -> datetime:
    return datetime(2026, 5, 1, hour, tzinfo=UTC)


def test_rows_are_public_from_their_moment_to_their_end():
    dated = DatedRows([Row("a", at(1)), Row("b", at(3)), Row("c", at(2), at(4)), Row("d", None)])
    seen = []
    for hour in (0, 1, 2, 3, 4, 2):
        with time_machine.travel(at(hour), tick=False):
            seen.append("".join(row.slug for row in dated.public()))

    assert seen == ["", "a", "ac", "abc", "ab", "ac"]


def test_rows_are_one_thing_until_one_of_them_changes():
    dated = DatedRows([Row("a", at(1)), Row("b", at(3))])
    with time_machine.travel(at(1), tick=False):
        first = dated.public()
    with time_machine.travel(at(2), tick=False):
        second = dated.public()
    with time_machine.travel(at(3), tick=False):
        third = dated.public()

    assert first is second
    assert len({first, second, third}) == 2


def test_slice_is_one_thing_as_well():
    rows = SharedRows("abcd")

    assert list(rows[1:3]) == ["b", "c"]
    assert rows[1:3] is rows[-3:3]
    assert rows[1:3] != rows[:3]
    assert rows[3] == "d"
