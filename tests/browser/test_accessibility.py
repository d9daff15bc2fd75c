"""Every page of the sitemap, seen wide and narrow, light and dark, with scripts and without."""

import pytest

WIDE, NARROW = 1280, 320


@pytest.fixture(scope="session")
def paths(demo_server) -> list[str]:
    return demo_server.paths()


def test_sitemap_names_the_pages(paths):
    assert len(paths) > 30


@pytest.mark.timeout(900)
@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no-scripts"])
def test_axe_finds_nothing(demo_server, new_page, axe, paths, javascript):
    page = new_page(javascript=javascript)
    found = []
    for path in paths:
        page.goto(path)
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": 900})
            for colours in ("light", "dark"):
                page.emulate_media(color_scheme=colours)
                try:
                    axe(page)
                except AssertionError as error:
                    found.append(f"{width} px, {colours}: {error}")

    assert not found, "\n".join(found)


@pytest.mark.timeout(300)
def test_no_page_scrolls_sideways_at_400_percent(demo_server, new_page, paths):
    """320 CSS pixels are 1280 at 400 % zoom (WCAG 2.2, 1.4.10)."""
    page = new_page(width=NARROW, height=640)
    wide = []
    for path in paths:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)

    assert not wide


@pytest.mark.timeout(300)
def test_every_target_is_24_pixels_or_stands_in_a_sentence(demo_server, new_page, paths):
    """WCAG 2.2, 2.5.8; links within running text are excepted there."""
    page = new_page(width=NARROW, height=640)
    small = set()
    for path in paths:
        page.goto(path)
        small |= set(
            page.evaluate(
                """() => [...document.querySelectorAll("a, button, input, select, summary")]
                .filter(target => {
                    const box = target.getBoundingClientRect();
                    const inText = target.matches("p a, li a, dd a, td a, figcaption a")
                        && getComputedStyle(target).display === "inline";
                    return !inText && box.width && box.height
                        && target.type !== "hidden" && !target.closest(".visually-hidden")
                        && getComputedStyle(target).clipPath === "none"
                        && Math.min(box.width, box.height) < 24;
                }).map(target => target.outerHTML.slice(0, 120))"""
            )
        )

    assert not small
