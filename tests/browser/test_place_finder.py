"""A place that is looked up in the form of a city."""

import pytest
from playwright.sync_api import expect

from tests.browser.officers_window import sign_in

pytestmark = pytest.mark.usefixtures("gazetteer")
ADD = "/admin/cities/city/add/"


def test_a_place_is_found_by_name_and_fills_the_form(officer_page, axe):
    page = officer_page
    page.goto(ADD)

    page.get_by_label("Place:", exact=True).fill("Breslau")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Use: Wrocław, Poland").wait_for()
    axe(page)
    page.get_by_role("button", name="Use: Wrocław, Poland").click()

    expect(page.get_by_label("Latitude:")).to_have_value("51.10286")
    expect(page.get_by_label("Time zone:")).to_have_value("Europe/Warsaw")
    expect(page.get_by_label("Country:")).to_have_value("PL")
    expect(page.get_by_label("Place:", exact=True)).to_be_focused()

    page.get_by_label("Place:", exact=True).fill("51°45′7″N 1°15′28″W")
    page.get_by_role("button", name="Find", exact=True).click()
    page.get_by_role("button", name="Use: 51.75194,-1.25778").click()

    expect(page.get_by_text("Country: United Kingdom in place of Poland")).to_be_visible()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_without_javascript_the_form_comes_back_on_a_phone(new_page, axe, colours):
    page = new_page(width=360, colours=colours, javascript=False)
    sign_in(page)
    page.goto(ADD)

    page.locator("#id_name_0").fill("Padova")
    page.get_by_label("Place:", exact=True).fill("Padova")
    page.get_by_role("button", name="Find", exact=True).click()
    page.get_by_role("button", name="Use: Padua, Italy").click()

    expect(page.locator("#id_name_0")).to_have_value("Padova")
    expect(page.get_by_label("Latitude:")).to_have_value("45.40797")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
