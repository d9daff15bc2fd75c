"""Every page of the sitemap, seen wide and narrow, light and dark, with scripts and without."""

import pytest

WIDE, NARROW = 1280, 320
EVERY_VIEW = [(width, colours) for width in (WIDE, NARROW) for colours in ("light", "dark")]
# Without scripts: both widths and both colours once
TWO_VIEWS = [(WIDE, "light"), (NARROW, "dark")]


@pytest.fixture(scope="session")
def paths(demo_server) -> list[str]:
    return demo_server.paths()


def findings(page, axe, views) -> list[str]:
    found = []
    for width, colours in views:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=colours)
        try:
            axe(page)
        except AssertionError as error:
            found.append(f"{width} px, {colours}: {error}")
    return found


def test_sitemap_names_the_pages(paths):
    assert len(paths) > 60


def test_axe_finds_nothing(demo_server, new_page, axe, paths):
    page, found = new_page(), []
    for path in paths:
        page.goto(path)
        found += findings(page, axe, EVERY_VIEW)

    assert not found, "\n".join(found)


def test_axe_finds_nothing_without_scripts(demo_server, new_page, axe, paths):
    page, found = new_page(javascript=False), []
    for path in paths:
        page.goto(path)
        found += findings(page, axe, TWO_VIEWS)

    assert not found, "\n".join(found)


def test_no_page_scrolls_sideways_at_400_percent(demo_server, new_page, paths):
    """320 CSS pixels are 1280 at 400 % zoom (WCAG 2.2, 1.4.10)."""
    page = new_page(width=NARROW, height=640)
    wide = []
    for path in paths:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)

    assert not wide
