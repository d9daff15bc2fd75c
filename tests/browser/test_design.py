"""What the design promises and only a browser can show: search, viewer, printing, no shift."""

import pytest

from tests.factories.picture import PictureFactory

SHIFT = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def signed_in(admin_client):
    """The session cookie of an officer, as Playwright wants it."""
    return {"name": "sessionid", "value": admin_client.cookies["sessionid"].value}


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no-scripts"])
def test_search_of_a_phone_opens_and_closes_by_keyboard(council, new_page, javascript):
    page = new_page(width=360, javascript=javascript)
    page.goto("/about/")
    field = page.get_by_label("Search this site")
    assert not field.is_visible()

    page.locator(".search-toggle").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert field.evaluate("element => element === document.activeElement")

    page.keyboard.press("Escape")
    assert not field.is_visible()


def test_search_stands_open_on_a_wide_screen(council, new_page):
    page = new_page(width=1280)
    page.goto("/about/")

    assert page.get_by_label("Search this site").is_visible()
    assert not page.locator(".search-toggle").is_visible()


def test_viewer_goes_through_the_pictures_and_gives_the_focus_back(
    council, new_page, live_server, signed_in
):
    PictureFactory()
    page = new_page()
    page.context.add_cookies([signed_in | {"url": live_server.url}])
    page.goto("/styleguide/")
    link = page.locator("[data-gallery] a").first

    link.focus()
    page.keyboard.press("Enter")
    page.locator("dialog[open] img").wait_for()
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("button", name="Next picture").is_visible()

    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    assert link.evaluate("element => element === document.activeElement")


def test_gallery_links_lead_to_the_pictures_without_script(
    council, new_page, live_server, signed_in
):
    picture = PictureFactory()
    page = new_page(javascript=False)
    page.context.add_cookies([signed_in | {"url": live_server.url}])
    page.goto("/styleguide/")

    page.locator("[data-gallery] a").first.click()

    assert page.url == live_server.url + picture.file.url


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_loads(council, new_page, width):
    page = new_page(width=width)
    page.add_init_script(SHIFT)

    page.goto("/about/", wait_until="networkidle")

    assert page.evaluate("window.shift") == 0


def test_paper_shows_text_and_office_but_no_controls(council, new_page):
    page = new_page()
    page.goto("/about/")
    page.emulate_media(media="print")

    assert page.locator("h1").is_visible()
    assert page.get_by_text("Talk to the").is_visible()
    for control in (".site-nav", ".site-search", ".feedback", ".breadcrumbs"):
        assert not page.locator(control).is_visible()


def test_focus_is_seen_in_high_contrast(council, new_page):
    page = new_page()
    page.emulate_media(forced_colors="active")
    page.goto("/about/")

    page.keyboard.press("Tab")

    style, width = page.evaluate(
        "(({ outlineStyle, outlineWidth }) => [outlineStyle, outlineWidth])"
        "(getComputedStyle(document.activeElement))"
    )
    assert (style, width) == ("solid", "3px")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_component_is_accessible(council, signed_in, new_page, base_url, axe, width):
    PictureFactory()
    page = new_page(width=width)
    page.context.add_cookies([signed_in | {"url": base_url}])
    page.goto("/styleguide/")

    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours)
        # The notice of a preview, of which a page has one, is here in each of its three states.
        axe(page, disable=["landmark-unique"])
