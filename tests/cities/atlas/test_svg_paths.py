"""Lines as SVG paths: short, and where they should be."""

import math
import re

import pytest

from cities.atlas.geometry.svg_paths import closed_path, dots_path, open_path, tapered_path

BOW = [(x, 100 - 60 * math.sin(x / 200 * math.pi)) for x in range(0, 201, 5)]


def numbers(path):
    return [float(number) for number in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", path)]


def points_on(path):
    """Points along a path of one start, straight pieces and quadratic curves."""
    here, points = None, []
    for command, text in re.findall(r"([Mlq])([^Mlqz]*)", path):
        steps = numbers(text)
        if command == "M":
            here = tuple(steps)
            points.append(here)
            continue
        *control, across, down = steps if command == "q" else [0.5 * n for n in steps] + steps
        for part in (0.25, 0.5, 0.75, 1):
            one, two = 2 * part * (1 - part), part**2
            points.append(
                (
                    here[0] + one * control[0] + two * across,
                    here[1] + one * control[1] + two * down,
                )
            )
        here = points[-1]
    return points


def test_straight_line_is_one_step():
    assert open_path([[(x, x / 2) for x in range(0, 101, 10)]]) == "M0 0l100 50"


def test_bow_is_a_few_curves_that_stay_on_it():
    path = open_path([BOW])
    assert len(path) < 80
    for x, y in points_on(path):
        assert y == pytest.approx(100 - 60 * math.sin(x / 200 * math.pi), abs=0.6)


def test_tapered_line_is_closed_and_as_wide_as_it_should_be():
    path = tapered_path([[(0, 0), (100, 0)]], 4, 1)
    assert path == "M0 2l100-1.5l0-1l-100-1.5z"


def test_numbers_have_no_zero_before_the_point_and_no_space_before_a_minus():
    assert closed_path([(0.5, 0.5), (0.1, 1.2), (10.3, -4)]) == "M.5 .5l-.4 .7 10.2-5.2z"


def test_dots_on_one_pixel_are_one():
    assert dots_path([(10, 10), (10.2, 9.8), (4, 20)]) == "M4 20h0m6-10h0"


def test_no_dots_are_no_path():
    assert dots_path([]) == ""
