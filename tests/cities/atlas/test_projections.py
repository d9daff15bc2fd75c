import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cities.atlas.geometry.frames import PictureLimits, fit_frame
from cities.atlas.geometry.geodesy import EARTH_RADIUS_KM, great_circle
from cities.atlas.geometry.projections import RoundMap, WorldMap, choose_projection
from tests.cities.atlas.places import DORTMUND, HANNOVER, NEAR, OXFORD, PACIFIC, SIXTY, degrees

globe = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
PAPER = PictureLimits(1120, 460, 600, 110, 64, 2400)


def chosen(names):
    start, *ends = [degrees(name) for name in names]
    return choose_projection([start, *ends], [great_circle(start, end, 200) for end in ends])


def test_round_map_agrees_with_the_published_example():
    """Snyder 1987, page 332: sphere of radius 3, centre 100 W 40 N, point 100 E 20 S."""
    x, y = RoundMap(-100, 40).project((100, -20))
    scale = 3 / EARTH_RADIUS_KM
    assert (x * scale, y * scale) == pytest.approx((-4.2339303, 4.0257775), abs=1e-6)


def test_equal_earth_has_the_size_that_its_authors_give():
    """The equator is 1.340264⁻¹ · 2√3/3 · 2π · R long, the height 1.3173 · 2 R."""
    right, _ = WorldMap(0).project((180, 0))
    _, top = WorldMap(0).project((0, 90))
    assert right / EARTH_RADIUS_KM == pytest.approx(2.706630, abs=1e-5)
    assert top / EARTH_RADIUS_KM == pytest.approx(1.317363, abs=1e-5)


@pytest.mark.parametrize("projection", [RoundMap(10, 50), RoundMap(-170, -20), WorldMap(11)])
@pytest.mark.parametrize("place", [(12, 48), (-160, -30), (30, 0), (11, 70)])
def test_areas_are_true(projection, place):
    if isinstance(projection, WorldMap) and abs(place[0] - projection.longitude) > 170:
        pytest.skip("at the cut")
    step = 0.01
    corners = [(0, 0), (step, 0), (step, step), (0, step)]
    spots = [projection.project((place[0] + x, place[1] + y)) for x, y in corners]
    pairs = zip(spots, spots[1:] + spots[:1], strict=True)
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2
    height = math.sin(math.radians(place[1] + step)) - math.sin(math.radians(place[1]))
    assert area == pytest.approx(EARTH_RADIUS_KM**2 * math.radians(step) * height, rel=1e-3)


@given(globe, globe)
def test_every_place_lands_on_every_map(centre, place):
    for projection in (RoundMap(*centre), WorldMap(centre[0])):
        assert all(map(math.isfinite, projection.project(place)))


@pytest.mark.parametrize("names", [OXFORD, DORTMUND, HANNOVER, PACIFIC, NEAR])
def test_places_on_one_side_of_the_globe_get_a_round_map(names):
    assert isinstance(chosen(names), RoundMap)


def test_places_on_six_continents_get_a_map_of_the_world():
    assert isinstance(chosen(SIXTY), WorldMap)


def test_north_is_up_where_the_readers_live():
    projection = chosen(OXFORD)
    (x, y), (further_x, further_y) = map(projection.project, [(0, 50), (0, 51)])
    assert abs(math.degrees(math.atan2(further_x - x, further_y - y))) < 20


def test_pacific_map_is_not_cut_at_the_date_line():
    projection = chosen(PACIFIC)
    suva, apia = (projection.project(degrees(name)) for name in ("Suva", "Apia"))
    assert math.dist(suva, apia) == pytest.approx(1140, rel=0.1)


def test_world_map_is_cut_where_it_cuts_no_arc_if_it_can():
    arcs = [great_circle((150, 0), end, 200) for end in [(-120, 10), (80, -20), (-150, -50)]]
    points = [line[-1] for line in arcs] + [(150, 0), (-60, 0), (20, 20)]
    assert choose_projection(points, arcs).longitude == 150


@given(st.lists(globe, min_size=1, max_size=5))
def test_every_place_is_in_the_picture(points):
    projection = choose_projection(points, [])
    frame = fit_frame(projection, points, PAPER)
    for point in points:
        x, y = frame.pixel_of(point)
        assert -1 <= x <= frame.width + 1
        assert -1 <= y <= frame.height + 1
    assert 460 <= frame.height <= 600
