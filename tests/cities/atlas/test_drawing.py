"""The finished map: nothing hides anything else, nothing is missing, nothing leaves the picture."""

import math
import re
from itertools import combinations

import pytest

from cities.atlas.drawing import MAX_NAMED, _draw, draw_map
from cities.atlas.geometry.boxes import Box
from cities.atlas.layout.dimensions import NARROW, WIDE
from tests.cities.atlas.places import (
    CROWDED,
    DORTMUND,
    HANNOVER,
    NEAR,
    OXFORD,
    PACIFIC,
    SIXTY,
    WHERE,
    home,
    partner,
    places,
)

DIMENSIONS = {"wide": WIDE, "narrow": NARROW}
SETS = {
    "oxford": OXFORD, "dortmund": DORTMUND, "hannover": HANNOVER, "pacific": PACIFIC,
    "near": NEAR, "pair": ["Oxford", "Leiden"], "far": ["Oxford", "León"], "sixty": SIXTY,
    "crowded": CROWDED, "poles": ["Wellington", "Umeå", "Apia"],
}  # fmt: skip


@pytest.fixture(params=SETS)
def drawing(request, monkeypatch):
    monkeypatch.setattr("cities.atlas.drawing.MAX_NAMED", 60)  # harder than what is shown
    return draw_map(*places(SETS[request.param]))


def pictures(drawing):
    return [(layout, picture) for layout in drawing.layouts for picture in layout.pictures]


def test_names_never_cover_each_other(drawing):
    for layout, picture in pictures(drawing):
        labels = [mark for mark in picture.marks if mark.label]
        for one, two in combinations(labels, 2):
            assert not one.label.box.overlaps(two.label.box), (layout.name, one, two)


def test_names_never_cover_a_dot(drawing):
    for layout, picture in pictures(drawing):
        radius = DIMENSIONS[layout.name].dot_radius
        for mark in picture.marks:
            dot = Box(mark.x - radius, mark.y - radius, mark.x + radius, mark.y + radius)
            for other in picture.marks:
                assert not (other.label and other.label.box.overlaps(dot)), (layout.name, other)


def test_everything_is_inside_its_picture_and_every_picture_inside_the_layout(drawing):
    for layout, picture in pictures(drawing):
        bounds = Box(0, 0, picture.width, picture.height)
        whole = Box(0, 0, layout.width + 0.1, layout.height + 0.1)
        assert whole.contains(
            Box(picture.x, picture.y, picture.x + picture.width, picture.y + picture.height)
        )
        for mark in picture.marks:
            assert bounds.contains(Box(mark.x - 5, mark.y - 5, mark.x + 5, mark.y + 5)), mark
            assert not mark.label or bounds.contains(mark.label.box), mark


def test_dots_never_cover_each_other(drawing):
    for layout, picture in pictures(drawing):
        for one, two in combinations(picture.marks, 2):
            distance = math.dist((one.x, one.y), (two.x, two.y))
            assert distance > DIMENSIONS[layout.name].min_dot_distance - 1, (layout.name, one, two)


def test_every_place_is_named_in_both_layouts(drawing):
    for layout in drawing.layouts:
        named = {
            mark.place.key for picture in layout.pictures for mark in picture.marks if mark.label
        }
        assert named == {drawing.home.key, *(entry.place.key for entry in drawing.entries)}


def test_every_place_is_linked_once_by_name_or_number(drawing):
    for layout in drawing.layouts:
        keys = [mark.place.key for picture in layout.pictures for mark in picture.marks]
        assert sorted(key for key in keys if key != drawing.home.key) == sorted(
            entry.place.key for entry in drawing.entries
        )


def test_arcs_and_land_are_drawn(drawing):
    for _, picture in pictures(drawing):
        assert len(picture.arcs) == len([mark for mark in picture.marks if not mark.place.is_home])
        assert all(arc.d.startswith("M") for arc in picture.arcs)


def test_as_many_cities_as_are_named_keep_their_names():
    """Numbers stand for names only where there is really no room."""
    drawing = draw_map(*places(SIXTY[: MAX_NAMED + 1]))
    for layout in drawing.layouts:
        numbers = [
            mark.place.name
            for picture in layout.pictures
            for mark in picture.marks
            if mark.label.is_number
        ]
        assert len(numbers) <= {"wide": 1, "narrow": 5}[layout.name], (layout.name, numbers)
    assert {entry.place.name for entry in drawing.entries if entry.is_numbered} >= set(numbers)


def test_letters_are_large_enough_where_they_are_read():
    """At 1280 px the wide layout is 1216 px wide or less, at 360 px the narrow one 328."""
    assert min(WIDE.name_size, WIDE.detail_size) * 1100 / WIDE.main_limits.width >= 13
    assert min(NARROW.name_size, NARROW.detail_size) * 328 / NARROW.main_limits.width >= 12


def test_targets_are_large_enough_where_they_are_touched():
    """WCAG 2.2, criterion 2.5.8: at least 24 px, at the least width of the wide layout too."""
    for names in SETS.values():
        for layout, picture in pictures(draw_map(*places(names))):
            for mark in picture.marks:
                if mark.label and not mark.place.is_home:
                    assert mark.label.box.height >= 27.9, (layout.name, mark)
                    assert mark.label.box.width >= 27.9, (layout.name, mark)


def test_crowd_gets_a_larger_map_and_says_where_it_lies():
    wide, narrow = draw_map(*places(OXFORD)).layouts
    assert len(wide.pictures) == 1
    main, inset = narrow.pictures
    assert len(main.inset_outlines) == 1
    assert {mark.place.name for mark in inset.marks} == {"Oxford", "Leiden", "Bonn", "Grenoble"}
    assert len(main.points) == 3


def test_several_larger_maps_have_letters():
    _, narrow = draw_map(*places(SIXTY[: MAX_NAMED + 1])).layouts
    main, *insets = narrow.pictures
    assert len(insets) > 2
    assert [picture.letter for picture in insets] == list("ABCDEFGH")[: len(insets)]
    assert [outline.letter for outline in main.inset_outlines] == [
        picture.letter for picture in insets
    ]


def test_more_places_are_dots_on_the_ground_of_an_overview():
    drawing = draw_map(*places(SIXTY))
    assert (drawing.is_overview, drawing.entries) == (True, ())
    assert drawing.ground.dots.count("h0") == len(SIXTY) - 1
    for layout in drawing.layouts:
        (picture,) = layout.pictures
        assert [mark.place.name for mark in picture.marks] == [SIXTY[0]]


def test_main_pictures_share_one_ground_that_lies_under_their_dots():
    """Each place is on both pictures where the transform puts the dot of the shared ground."""
    wide, narrow = (layout.pictures[0] for layout in draw_map(*places(OXFORD)).layouts)
    assert wide.ground.land == narrow.ground.land
    spots = {}
    for picture in (wide, narrow):
        x, y, scale = map(float, re.findall(r"-?[\d.]+", picture.ground.transform))
        mark = next(mark for mark in picture.marks if mark.place.name == "León")
        spots[picture.id] = ((mark.x - x) / scale, (mark.y - y) / scale)
    assert spots["wide0"] == pytest.approx(spots["narrow0"], abs=3)


def test_cities_at_one_spot_part():
    twins = [partner(name) for name in ("Leiden", "Bonn", "Grenoble")]
    twins = [type(one)(**(vars(one) | {"latitude": 52.0, "longitude": 5.0})) for one in twins]
    drawing = draw_map(home("Oxford"), twins)
    for _, picture in pictures(drawing):
        assert all(mark.label for mark in picture.marks)


def test_home_alone_has_a_map():
    drawing = draw_map(home("Oxford"), [])
    assert [mark.place.name for mark in drawing.layouts[0].pictures[0].marks] == ["Oxford"]


def test_partner_at_home_is_drawn():
    same = partner("Leiden")
    same = type(same)(**(vars(same) | {"latitude": 51.752, "longitude": -1.258}))
    drawing = draw_map(home("Oxford"), [same])
    assert len(drawing.layouts[0].pictures[0].marks) == 2


@pytest.mark.parametrize("spot", [(90, 0), (-90, 0), (0, 180), (0, -180), (-51.752, 178.742)])
def test_partner_may_be_anywhere(spot):
    far = partner("Leiden")
    far = type(far)(**(vars(far) | {"latitude": spot[0], "longitude": spot[1]}))
    drawing = draw_map(home("Oxford"), [far, partner("Bonn")])
    for layout in drawing.layouts:
        assert {mark.place.name for picture in layout.pictures for mark in picture.marks} == {
            "Oxford", "Leiden", "Bonn",
        }  # fmt: skip


def test_same_places_give_the_same_picture():
    _draw.cache_clear()
    first = draw_map(*places(HANNOVER))
    _draw.cache_clear()
    assert draw_map(*places(HANNOVER)) == first


def test_links_that_do_not_live_are_drawn_otherwise():
    suspended = partner("Perm", status="suspended", status_words="suspended")
    drawing = draw_map(home("Oxford"), [partner("León"), suspended])
    arcs = {arc.key: arc for arc in drawing.layouts[0].pictures[0].arcs}
    lives = arcs[partner("León").key]
    assert lives.d.endswith("z")
    assert (arcs[suspended.key].status, arcs[suspended.key].d[-1]) != ("active", "z")
    mark = next(m for m in drawing.layouts[0].pictures[0].marks if m.place == suspended)
    assert mark.detail == "1986 · 3,600 km · suspended"


def test_sentences_say_it_all():
    leiden = partner("Leiden", since="1946", country="Netherlands")
    drawing = draw_map(home("Oxford"), [leiden, partner("Bonn", since="")])
    mark = next(m for m in drawing.layouts[0].pictures[0].marks if m.place == leiden)
    assert mark.sentence == (
        "Leiden, Netherlands: twin city since 1946, 400 kilometres from Oxford"
    )
    assert [entry.facts for entry in drawing.entries] == [
        "twin city since 1946, 400 kilometres",
        "twin city, 590 kilometres",
    ]


def test_all_sixty_have_coordinates():
    assert set(SIXTY) <= set(WHERE)
    assert len(SIXTY) == 61
