"""The map as a browser sets it: real letters in the room that was reckoned for them."""

import pytest

from cities.atlas.drawing import MAX_NAMED
from tests.cities.atlas.places import OXFORD, SIXTY, WHERE
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory

# Each name with the box that was kept for it, and the names' own boxes, in CSS pixels.
BOXES = """() => {
  const map = [...document.querySelectorAll(".atlas__map")].find((svg) => svg.checkVisibility());
  const box = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  return {
    map: box(map),
    places: [...map.querySelectorAll("a")].map((link) => ({
      name: link.querySelector("text").textContent,
      size: parseFloat(getComputedStyle(link.querySelector("text")).fontSize)
        * map.getScreenCTM().a,
      kept: box(link.querySelector("rect")),
      words: [...link.querySelectorAll("text")].map(box),
    })),
  };
}"""


def fill(names):
    home, *partners = names
    latitude, longitude = WHERE[home]
    CouncilFactory(home_city_name=home, latitude=latitude, longitude=longitude)
    for name in partners:
        latitude, longitude = WHERE[name]
        CityFactory(name=name, latitude=latitude, longitude=longitude)


def overlap(one, two):
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def wait_for_fonts(page):
    """Have the page set in the site's fonts, which a slow machine would do without."""

    def insist(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("optional", "block"))

    page.route("**/css/base/fonts.css", insist)


@pytest.mark.timeout(180)
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("names", [OXFORD, SIXTY[: MAX_NAMED + 1]], ids=["few", "most"])
def test_letters_stay_in_their_room_and_apart(new_page, axe, width, names):
    fill(names)
    page = new_page(width=width)
    wait_for_fonts(page)
    page.goto("/cities/", timeout=60_000)
    page.evaluate("document.fonts.ready")

    seen = page.evaluate(BOXES)

    assert len(seen["places"]) == len(names) - 1
    for place in seen["places"]:
        left, top, right, bottom = place["kept"]
        for word in place["words"]:
            assert left - 1 <= word[0], place
            assert word[2] <= right + 1, place
            assert top - 3 <= word[1], place
            assert word[3] <= bottom + 3, place
        assert place["size"] >= (15 if width == 1280 else 13), place
    for index, one in enumerate(seen["places"]):
        for two in seen["places"][index + 1 :]:
            assert not overlap(one["kept"], two["kept"]), (one, two)
    axe(page)


def test_keyboard_reaches_a_city_and_sees_where_it_is(new_page):
    fill(OXFORD)
    page = new_page()
    page.goto("/cities/")
    link = page.locator(".atlas__map--wide a").filter(has_text="León")
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert link.evaluate("element => element.matches(':focus-visible')")
    arc = page.locator(".atlas__map--wide use:has(+ a:focus)")
    assert arc.evaluate("element => getComputedStyle(element).visibility") == "visible"
    page.keyboard.press("Enter")
    page.wait_for_url("**/cities/city-*/")
    assert page.locator("h1").inner_text() == "León"


def test_years_and_distance_show_under_the_pointer_where_it_is_crowded(new_page):
    fill(SIXTY[: MAX_NAMED + 1])
    page = new_page()
    page.goto("/cities/", timeout=60_000)
    link = page.locator(".atlas__map--wide a").filter(has_text="Kolkata")
    detail = link.locator("text + text")
    assert detail.evaluate("element => getComputedStyle(element).visibility") == "hidden"
    link.locator("text").first.hover()
    assert detail.evaluate("element => getComputedStyle(element).visibility") == "visible"
    assert detail.inner_html() == "1947 · 5,000 mi"
