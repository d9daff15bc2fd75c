"""The main menu with what stands below its entries, and how a council puts it in order."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from content.models import Council
from tests.browser.officers_window import save, sign_in
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.page import PageFactory

FORM = reverse("admin:content_council_change", args=[1])


@pytest.fixture
def nested():
    CityFactory()
    LinkGroupFactory()
    for slug, title in (("schools", "Schools"), ("funding", "Money for your project")):
        PageFactory(slug=slug, title=title, place="menu")
    return CouncilFactory(
        main_menu="cities\ngroups\ngroups/page:schools\ngroups/page:funding",
        website="https://a.example",
    )


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("language", "colours"), [("", "light"), ("/de", "dark")])
def test_part_of_the_menu_opens_by_keyboard_without_script(
    new_page, axe, nested, width, colours, language
):
    page = new_page(width=width, colours=colours, javascript=False)
    page.goto(f"{language}/schools/")
    menu = page.locator(".site-nav")
    button = menu.locator("summary")
    expect(menu.get_by_role("link", name="Money for your project")).to_be_hidden()

    button.focus()
    page.keyboard.press("Enter")
    expect(menu.locator("[aria-current=page]")).to_have_text("Schools")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Money for your project")).to_be_focused()
    axe(page)
    box = menu.locator("details ul").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    target = button.bounding_box()
    assert min(target["width"], target["height"]) >= 24


@pytest.mark.parametrize("width", [360, 1280])
def test_open_part_stays_on_the_page_from_right_to_left(new_page, nested, width):
    page = new_page(width=width)
    page.goto("/schools/")
    page.evaluate("document.documentElement.dir = 'rtl'")
    page.locator(".site-nav summary").click()
    box = page.locator(".site-nav details ul").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_open_part_closes_by_escape_and_by_going_on(page, nested):
    page.goto("/")
    part = page.locator(".site-nav details")
    part.locator("summary").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(part).not_to_have_attribute("open", "")
    expect(part.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(part).to_have_attribute("open", "")
    page.locator("h1").click()
    expect(part).not_to_have_attribute("open", "")


def test_council_orders_by_buttons(page, nested):
    sign_in(page)
    page.goto(FORM)
    page.get_by_role("button", name="Move to the top: Groups").first.click()
    expect(page.get_by_text("Groups is now number 1 of 7.")).to_be_attached()
    page.get_by_label("Shown: Newest newsletters").uncheck()
    menu = page.locator("#id_main_menu")
    menu.get_by_label("Below: Schools").select_option("cities")
    menu.get_by_label("Shown: About").uncheck()
    save(page)

    council = Council.objects.get()
    assert council.home_sections.splitlines() == [
        "groups", "introduction", "cities", "picture", "events", "anniversaries", "-newsletters",
    ]  # fmt: skip
    assert council.main_menu.splitlines() == [
        *("cities", "cities/page:schools", "groups", "groups/page:funding"),
        *("events", "newsletters", "-about"),
    ]


def test_council_orders_without_script(new_page, nested):
    page = new_page(javascript=False)
    sign_in(page)
    page.goto(FORM)
    page.get_by_role("spinbutton", name="Place in order: Groups").last.fill("5")
    save(page)
    assert Council.objects.get().main_menu.splitlines()[:2] == ["groups", "groups/page:schools"]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_what_puts_in_order_is_accessible(new_page, axe, nested, width, colours):
    page = new_page(width=width, colours=colours)
    sign_in(page)
    page.goto("/admin/")
    axe(page)
    page.goto(FORM)
    axe(page)
    for name in ("home_sections", "main_menu"):
        box = page.locator(f"#id_{name}").bounding_box()
        assert box["x"] + box["width"] <= width
