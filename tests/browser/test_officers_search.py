"""The search in the head of the admin, by keys alone."""

import pytest
from playwright.sync_api import expect

from tests.browser.officers_window import sign_in
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory


@pytest.fixture
def searching(new_page, council):
    CityFactory(name="Bonn", slug="bonn")
    EventFactory(title="Bonn Week", draft=True)
    page = new_page(width=1280, colours="light")
    sign_in(page)
    return page


def test_suggestions_are_moved_through_and_taken_by_keys(searching, axe):
    page = searching

    page.keyboard.press("Control+k")
    line = page.get_by_role("combobox", name="Search in everything")
    expect(line).to_be_focused()
    page.keyboard.type("bonn")
    options = page.get_by_role("option")
    expect(options).to_have_text(["Bonn City, live", "Bonn Week Event, draft"])
    expect(line).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#officers-search [role=status]")).to_have_text("Results: 2")
    axe(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(line).to_be_focused()
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    assert line.get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id")
    page.keyboard.press("ArrowDown")
    assert line.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")

    page.get_by_role("heading", name="Bonn Week").wait_for()
    assert "/admin/events/event/" in page.url


def test_escape_closes_and_enter_shows_all_results(searching):
    page = searching

    page.keyboard.press("Control+k")
    page.keyboard.type("bonn")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    page.keyboard.press("Enter")

    page.get_by_text("2 results for “bonn”.").wait_for()
    expect(page.get_by_role("combobox")).to_have_value("bonn")


def test_single_letters_lead_nowhere(searching):
    searching.keyboard.press("k")
    searching.keyboard.press("/")

    expect(searching.get_by_role("combobox")).not_to_be_focused()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_results_are_accessible(new_page, axe, council, width, colours):
    EventFactory.create_batch(30, title="Bonn Week")
    page = new_page(width=width, colours=colours)
    sign_in(page)

    page.goto("/admin/search/?q=bonn")
    axe(page)

    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
