"""Names beside dots: where they stand, and what they keep off."""

import pytest

from cities.atlas.geometry.boxes import Box
from cities.atlas.labels.candidates import Dot
from cities.atlas.labels.label_placement import place_labels

FIELD = Box(0, 0, 400, 300)
SIZES = ((80, 40), (60, 24), (24, 24))


def placed(*spots, lines=(), taken=(), field=FIELD):
    dots = [Dot(f"dot {index}", spot, 6, SIZES) for index, spot in enumerate(spots)]
    return place_labels(dots, field, lines, taken)


def test_lonely_name_stands_right_beside_its_dot():
    position = placed((200, 150))["dot 0"]
    assert (position.size, position.side, position.leader) == (0, "start", None)
    assert position.box.left == pytest.approx(211)


def test_name_turns_away_from_its_neighbour():
    positions = placed((190, 150), (215, 150))
    assert (positions["dot 0"].side, positions["dot 1"].side) == ("end", "start")


def test_name_turns_away_from_the_edge():
    assert placed((392, 150))["dot 0"].side == "end"


def test_name_avoids_lines():
    line = [(200, 150), (400, 150)]
    box = placed((200, 150), lines=[line])["dot 0"].box
    assert not (box.top < 150 < box.bottom and box.right > 206)


def test_name_keeps_off_taken_room():
    taken = Box(200, 0, 400, 300)
    assert not placed((190, 150), taken=[taken])["dot 0"].box.overlaps(taken)


def test_crowded_name_is_led_by_a_line():
    ring = [(200 + x, 150 + y) for x in (-24, 0, 24) for y in (-24, 0, 24)]
    positions = placed(*ring)
    assert len(positions) == 9
    assert positions["dot 4"].leader


def test_name_without_room_becomes_a_number():
    assert placed((30, 15), field=Box(0, 0, 70, 30))["dot 0"].size == 2


def test_name_without_any_room_is_left_out():
    assert placed((10, 10), field=Box(0, 0, 20, 20)) == {}
