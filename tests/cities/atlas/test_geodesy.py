import math

import pytest

from cities.atlas.geometry.geodesy import (
    angular_distance,
    distance_km,
    enclosing_circle,
    great_circle,
    split_at_meridian,
    unwrap_longitudes,
    wrap_longitude,
)
from tests.cities.atlas.places import degrees


@pytest.mark.parametrize(
    ("start", "end", "km"),
    [
        ("Oxford", "Leiden", 398),
        ("Oxford", "León", 8632),
        ("Wellington", "Honolulu", 7484),
    ],
)
def test_distance_is_that_of_the_ellipsoid(start, end, km):
    assert distance_km(degrees(start), degrees(end)) == pytest.approx(km, abs=1)


def test_a_degree_of_the_equator_is_known():
    assert distance_km((0, 0), (1, 0)) == pytest.approx(111.3195, abs=0.001)


def test_distance_to_the_same_place_is_nothing():
    assert distance_km(degrees("Bonn"), degrees("Bonn")) == 0


def test_opposite_places_are_half_way_round():
    assert distance_km((0, 0), (180, 0)) == pytest.approx(20_004, abs=1)


def test_great_circle_keeps_its_ends_and_its_steps():
    line = great_circle(degrees("Oxford"), degrees("León"), step_km=100)
    steps = [distance_km(*pair) for pair in zip(line, line[1:], strict=False)]
    assert (line[0], line[-1]) == (degrees("Oxford"), degrees("León"))
    assert max(steps) <= 100
    assert sum(steps) == pytest.approx(distance_km(line[0], line[-1]), abs=0.01)


def test_great_circle_bends_towards_the_pole():
    line = great_circle((-100, 50), (100, 50), step_km=500)
    assert max(latitude for _, latitude in line) > 80


def test_great_circle_of_one_place_is_a_line_without_length():
    assert great_circle((7, 50), (7, 50)) == [(7, 50), (7, 50)]


def test_meridians_wrap_round_a_centre():
    assert (wrap_longitude(190), wrap_longitude(-190), wrap_longitude(170, -160)) == (
        -170,
        170,
        -190,
    )


def test_unrolled_line_goes_on_beyond_the_date_line():
    assert unwrap_longitudes([(170, 0), (-170, 5), (-160, 9)]) == [(170, 0), (190, 5), (200, 9)]


def test_line_over_the_date_line_is_cut_in_two():
    assert split_at_meridian([(170, 0), (-170, 10)], 0) == [
        [(170, 0), (180, 5)],
        [(-180, 5), (-170, 10)],
    ]


def test_line_over_the_date_line_stays_whole_on_a_map_of_the_pacific():
    assert len(split_at_meridian([(170, 0), (-170, 10)], 180)) == 1


def test_westward_line_is_cut_where_the_map_ends():
    first, second = split_at_meridian([(-170, 0), (170, 10)], 0)
    assert (first[-1], second[0]) == ((-180, 5), (180, 5))


@pytest.mark.parametrize("longitude", [0, 90, 179.9, -180])
def test_middle_holds_all_points_on_either_side_of_the_date_line(longitude):
    points = [(wrap_longitude(longitude + step), step / 2) for step in (-20, 0, 20)]
    centre, radius = enclosing_circle(points)
    assert all(angular_distance(centre, point) <= radius + 1e-9 for point in points)
    assert radius == pytest.approx(22.3, abs=1)


def test_middle_of_opposite_points_is_somewhere():
    _, radius = enclosing_circle([(0, 0), (180, 0)])
    assert math.isfinite(radius)


def test_middle_of_one_point_is_that_point():
    centre, radius = enclosing_circle([(7, 50)])
    assert centre == pytest.approx((7, 50))
    assert radius == pytest.approx(0, abs=1e-5)
