import pytest

from cities.atlas.geometry.frames import Frame
from cities.atlas.geometry.projections import WORLD_CENTRES, RoundMap, WorldMap
from cities.atlas.land.coast_data import DATA, rings
from cities.atlas.land.land_outlines import land_outlines, land_path

# Far enough from every coast that no simplification moves them across.
LAND = [
    (25, 10), (-100, 45), (-60, -10), (135, -25), (80, 55), (-42, 72), (0, -85), (100, 62),
    (25, -10), (-150, 66), (2.3, 47), (78, 22),
]  # fmt: skip
SEA = [
    (-30, 30), (-140, 0), (80, -30), (-20, -30), (170, 30), (-170, -40), (0, 85), (3, 56),
    (-160, 72), (-120, -60), (90, -50),
]  # fmt: skip
CENTRES = [
    (0, 0), (0, 90), (0, -90), (180, 0), (-44, 32), (10, 52), (175, -20), (-100, -33), (130, 10),
]  # fmt: skip


def is_inside(spot, outlines):
    x, y = spot
    inside = False
    for outline in outlines:
        for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                inside = not inside
    return inside


@pytest.mark.parametrize("centre", CENTRES)
@pytest.mark.parametrize("km_per_px", [14, 18])
def test_land_is_land_and_sea_is_sea_wherever_the_map_is_centred(centre, km_per_px):
    frame = Frame(RoundMap(*centre), 1120, 600, km_per_px, (300, -200))
    outlines = land_outlines(frame, 800)
    shown = [point for point in (*LAND, *SEA) if is_shown(frame, point)]
    assert len(shown) > 1
    for point in shown:
        assert is_inside(frame.pixel_of(point), outlines) == (point in LAND), point


def is_shown(frame, point):
    x, y = frame.pixel_of(point)
    return 0 <= x <= frame.width and 0 <= y <= frame.height


@pytest.mark.parametrize("centre", WORLD_CENTRES)
def test_land_is_land_on_every_map_of_the_world(centre):
    frame = Frame(WorldMap(centre), 1120, 600, 36, (0, 0))
    outlines = land_outlines(frame, 800)
    assert [point for point in LAND if not is_inside(frame.pixel_of(point), outlines)] == []
    assert [point for point in SEA if is_inside(frame.pixel_of(point), outlines)] == []


def test_a_map_of_the_world_stays_within_a_few_kilobytes():
    path = land_path(Frame(WorldMap(11), 1120, 600, 36, (0, 0)), 800)
    assert 3_000 < len(path) < 8_000


def test_coarser_drawing_has_fewer_points():
    frame = Frame(RoundMap(10, 50), 1120, 600, 4, (0, 0))
    assert len(land_path(frame, 200)) < len(land_path(frame, 800))


def test_open_sea_has_no_land():
    assert land_path(Frame(RoundMap(-140, -40), 300, 300, 2, (0, 0)), 400) == ""


def test_coasts_say_how_they_are_made_and_are_small():
    text = DATA.read_text()
    assert "manage.py build_land" in text[:200]
    assert len(text) < 100_000
    assert len(rings()) > 900
