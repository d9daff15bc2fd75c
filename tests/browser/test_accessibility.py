"""Every page of the sitemap, seen wide and narrow, light and dark, with scripts and without.

Pages of one kind share a template and differ in what they tell. The first of a kind is seen in
every view; the others take turns, so that all of a kind together are seen in every view again.
"""

from collections import Counter

import pytest
from django.conf import settings
from django.urls import resolve
from django.utils import translation

WIDE = (1280, 900)
# 1280 CSS pixels at 400 % zoom (WCAG 2.2, 1.4.10)
NARROW = (320, 640)
# Each pair has both widths and both colours.
PAIRS = [[(NARROW, "dark"), (WIDE, "light")], [(NARROW, "light"), (WIDE, "dark")]]
EVERY_VIEW = PAIRS[0] + PAIRS[1]


@pytest.fixture(scope="session")
def paths(demo_server) -> list[str]:
    return demo_server.paths()


def kind(path: str) -> str:
    """The name of an address, which it has in common with those in other languages."""
    language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    with translation.override(language):
        return resolve(path).view_name


def with_numbers(paths):
    """Each path and how many of its kind came before."""
    seen = Counter()
    for path in paths:
        yield path, seen[kind(path)]
        seen[kind(path)] += 1


def findings(page, axe, path, views) -> list[str]:
    found = []
    for number, ((width, height), colours) in enumerate(views):
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=colours)
        if number == 0:
            page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{path} scrolls sideways at {width} px")
        try:
            axe(page)
        except AssertionError as error:
            found.append(f"{width} px, {colours}: {error}")
    return found


def test_sitemap_names_the_pages(paths):
    assert len(paths) > 60
    assert len(set(map(kind, paths))) > 12


def test_axe_finds_nothing_and_nothing_scrolls_sideways(demo_server, new_page, axe, paths):
    page, found = new_page(), []
    for path, number in with_numbers(paths):
        views = [EVERY_VIEW[number % len(EVERY_VIEW)]] if number else EVERY_VIEW
        found += findings(page, axe, path, views)

    assert not found, "\n".join(found)


def test_axe_finds_nothing_without_scripts(demo_server, new_page, axe, paths):
    """Scripts add nothing but a button here and there, so two of a kind are enough."""
    page, found = new_page(javascript=False), []
    for path, number in with_numbers(paths):
        if number < len(PAIRS):
            found += findings(page, axe, path, PAIRS[number])

    assert not found, "\n".join(found)
