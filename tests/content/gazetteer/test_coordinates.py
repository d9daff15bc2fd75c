"""Coordinates as people, maps and encyclopedias write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.gazetteer.coordinates import read_point
from content.gazetteer.point import CoordinatesError, Point

OXFORD = Point(51.75194, -1.25778)
GRENOBLE = Point(45.18849, 5.72454)
latitudes = st.floats(-90, 90).map(lambda number: round(number, 5) + 0.0)
longitudes = st.floats(-180, 180).map(lambda number: round(number, 5) + 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "51°45′7″N 1°15′28″W",
        "51° 45' 7'' N, 1° 15' 28'' W",
        "51º45’7”N, 1º15’28”W",
        "1°15′28″W 51°45′7″N",
        "N 51 45.1164 W 1 15.4668",
        "N51°45.1164 W001°15.4668",
        "51d45m7sN 1d15m28sW",
        "51:45:07N 1:15:28W",
        "51 45 7 N 1 15 28 W",
        "51°45′7″ Nord, 1°15′28″ West",
        "51°45′7″ nord, 1°15′28″ ouest",
        "51.75194, -1.25778",
        "51.75194,-1.25778",
        "51.75194;−1.25778",
        "(51.75194, -1.25778)",
        "51,75194 -1,25778",
        "51,75194; -1,25778",
        "51,75194, -1,25778",
        "+51.75194-001.25778",
        "51.75194° N, 1.25778° W",
        "lat: 51.75194 lon: -1.25778",
        "Longitude 1.25778 W, Latitude 51.75194 N",
        "Breite 51,75194 Länge -1,25778",
        "\u200e51.75194,\u00a0-1.25778\u200f",
        "٥١٫٧٥١٩٤ -١٫٢٥٧٧٨",
        "POINT(-1.25778 51.75194)",
    ],
)
def test_usual_forms_name_the_same_point(text):
    assert read_point(text) == OXFORD


@pytest.mark.parametrize(
    "address",
    [
        "geo:45.18849,5.72454",
        "geo:45.18849,5.72454,214;crs=wgs84;u=40",
        "geo:0,0?q=45.18849,5.72454(Grenoble)",
        "https://www.google.com/maps/place/Grenoble/@45.1842215,5.6804356,12z/data=!3m1!4b1!4m6"
        "!3m5!1s0x478af48bd689be85!8m2!3d45.18849!4d5.72454!16zL20",
        "https://www.google.de/maps/@45.18849,5.72454,12z",
        "https://www.google.com/maps?q=45.18849,5.72454",
        "https://www.google.com/maps/search/?api=1&query=45.18849%2C5.72454",
        "google.com/maps/@45.18849,5.72454,12z",
        "https://www.openstreetmap.org/#map=12/45.18849/5.72454",
        "https://www.openstreetmap.org/relation/80348#map=12/45.18849/5.72454&layers=N",
        "https://www.openstreetmap.org/?mlat=45.18849&mlon=5.72454#map=12/1/2",
        "https://maps.apple.com/?ll=45.18849,5.72454&q=Grenoble",
        "https://maps.apple.com/place?coordinate=45.18849,5.72454&name=Grenoble",
        "https://www.bing.com/maps?cp=45.18849~5.72454&lvl=12",
        "https://geohack.toolforge.org/geohack.php?params=45.18849_N_5.72454_E_region:FR",
    ],
)
def test_addresses_of_maps_name_the_point(address):
    assert read_point(address) == GRENOBLE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("151.2, -33.87", "The latitude comes first, and 151.2 is none"),
        ("100, 190", "Latitudes go from −90 to 90"),
        ("45,5", "Two numbers are needed"),
        ("45", "Two numbers are needed"),
        ("1 2 3", "Two numbers are needed"),
        ("45.1 5.7 3.2", "Two numbers are needed"),
        ("45,18849,5,72454", "where one number ends"),
        ("51,45,7", "where one number ends"),
        ("[5.72, 45.18]", "In brackets some write the longitude first"),
        ("51°75′N 1°15′W", "is not understood"),
        ("51.5°20′N 1°15′W", "is not understood"),
        ("-51.5 N 1.2 W", "Write either a sign before 51.5 or a letter"),
        ("51 N 5 N", "Both numbers name the same direction"),
        ("51°45′N 1°15′O", "west in some languages and east in others"),
        ("12 monkeys 5", "“monkeys” is not understood"),
        ("geo:1,2;crs=moon", "Only coordinates of WGS 84"),
        ("https://maps.app.goo.gl/abcdef12", "This address holds no coordinates"),
        ("https://[", "This address holds no coordinates"),
        ("9" * 5000, "too long"),
    ],
)
def test_what_has_no_meaning_or_two_is_refused_and_says_why(text, said):
    with pytest.raises(CoordinatesError, match=said):
        read_point(text)


def test_a_pole_and_the_date_line_are_points():
    assert read_point("90 N 180 W") == Point(90, -180)
    assert str(read_point("-0.000001, 0")) == "Point(latitude=0.0, longitude=0.0)"


@given(latitudes, longitudes)
def test_decimals_are_read_back_however_they_are_parted(north, east):
    point, decimals = Point(north, east), f"{north:.5f} {east:.5f}"

    for text in (decimals, decimals.replace(" ", ", "), decimals.replace(".", ",")):
        assert read_point(text) == point
    assert read_point(f"geo:{north:.5f},{east:.5f}") == point


@given(latitudes, longitudes, st.booleans())
def test_minutes_and_seconds_are_read_back_in_any_order(north, east, is_reversed):
    first = f"{_sexagesimal(north)}{'N' if north >= 0 else 'S'}"
    second = f"{_sexagesimal(east)}{'E' if east >= 0 else 'W'}"
    written = f"{second} {first}" if is_reversed else f"{first} {second}"

    assert read_point(written) == Point(north, east)


@given(st.text(alphabet="0123456789.,;°'\"NSEWO+-/ :=[]()latongeo\u2032", max_size=40))
def test_any_text_is_a_point_or_refused(text):
    try:
        point = read_point(text)
    except CoordinatesError:
        return
    assert -90 <= point.latitude <= 90
    assert -180 <= point.longitude <= 180


def _sexagesimal(number: float) -> str:
    # In units of which a degree has a whole number
    units = round(abs(number) * 100_000)
    minutes, rest = divmod(units * 60, 100_000)
    return f"{minutes // 60}°{minutes % 60}′{rest * 60 / 100_000:.4f}″"
