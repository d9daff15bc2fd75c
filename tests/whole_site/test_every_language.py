"""In each language the site says everything in it: pages, forms, faults, mails, PDFs, calendars.

Its pages are valid and accessible in the languages that differ most from English.
"""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import quote, unquote, urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import transaction
from django.test import override_settings
from playwright.sync_api import Route

from content.pdf import jobs
from tests.chromium import check_with_axe, installed_chromium, launched_chromium
from tests.nu_checker import complaints
from tests.whole_site import one_language
from tests.whole_site.everything_said import Answers, addresses, everything_said, in_language
from tests.whole_site.foreign_texts import complete_languages, foreign_in, latin_in

ColorScheme = Literal["light", "dark"]
LANGUAGES = complete_languages()
# From right to left, with long words, with French punctuation, with many forms of a plural
LOOKED_AT: dict[str, tuple[int, ColorScheme]] = {
    "ar": (320, "light"),
    "cy": (1280, "dark"),
    "fr": (1280, "light"),
    "pl": (320, "dark"),
}
Ask = Callable[[str], Answers]
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("languages"),
    pytest.mark.timeout(600),
]


@pytest.fixture(scope="module")
def everything(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Ask]:
    """Ask what a site whose officers wrote in every language says in one; they print in turns."""
    stage = {"MEDIA_ROOT": tmp_path_factory.mktemp("media"), "MESSAGE_MIN_SECONDS": 0}
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(jobs, "MAX_WAIT_SECONDS", 0)
        with override_settings(**stage), in_language("en"):
            one_language.fill(LANGUAGES)
            pages, sheets = addresses()

        @cache
        def ask(language: str) -> Answers:
            sheet = sheets[LANGUAGES.index(language) % len(sheets)]
            with override_settings(**stage), transaction.atomic():
                found = everything_said(language, pages, sheet)
                transaction.set_rollback(True)
            return found

        yield ask
        transaction.set_rollback(True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_in_another_language(everything, language):
    wrong = {
        where: found
        for where, texts in everything(language).said.items()
        if (found := foreign_in(texts, language))
    }

    assert not wrong


def test_in_arabic_only_names_and_marks_have_latin_letters(everything):
    """Finds what is in no catalogue, such as words in a template that nobody translates."""
    wrong = {
        where: found
        for where, texts in everything("ar").said.items()
        # Of fields, formats and standards; what a PDF has from both directions is in no order.
        if not {"/open-data/", "PDF"} & {*where.split()} and (found := latin_in(texts))
    }

    assert not wrong


def test_pages_are_valid_html(everything, tmp_path):
    """By the Nu HTML checker, which starts once for all of them."""
    files = {}
    for language in LOOKED_AT:
        for where, body in everything(language).pages.items():
            file = tmp_path / f"{len(files)}.html"
            file.write_bytes(body)
            files[file.name] = f"{language}: {where}"

    found = complaints(tmp_path)

    assert not {text: [files[name] for name in names[:3]] for text, names in found.items()}


@pytest.mark.browser
@pytest.mark.parametrize("language", LOOKED_AT)
def test_axe_finds_nothing(everything, tmp_path, language):
    """On one page of each kind, in the views of `LOOKED_AT`."""
    pages = one_of_a_kind(everything(language).pages)
    # Playwright keeps an event loop in its thread, in which Django would begin a new connection.
    with ThreadPoolExecutor(1) as thread:
        found = thread.submit(findings, pages, tmp_path, language, *LOOKED_AT[language]).result()

    assert not found, "\n".join(found)


def findings(
    pages: dict[str, bytes], home: Path, language: str, width: int, colours: ColorScheme
) -> list[str]:
    found = []
    with launched_chromium(installed_chromium(), home) as browser:
        page = browser.new_page(
            color_scheme=colours, locale=language, viewport={"width": width, "height": 800}
        )
        page.route("**/*", lambda route: answer(route, pages))
        for where in pages:
            page.goto(f"{settings.SITE_URL}/{quote(where)}")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{where} scrolls sideways")
            try:
                check_with_axe(page)
            except AssertionError as error:
                found.append(f"{where}: {error}")
    return found


def one_of_a_kind(pages: dict[str, bytes]) -> dict[str, bytes]:
    """Return one page of each title but for its names, and of each form that was sent."""
    by_kind = {}
    for where, body in pages.items():
        # In the walk's site a page is at /kind/name/.
        kind = re.sub(r"(?<=\w)/[^/ ?]+/(?=$|\?)|\?.*", "/", where)
        by_kind.setdefault(kind, (where, body))
    return dict(by_kind.values())


def answer(route: Route, pages: dict[str, bytes]) -> None:
    """Answer with a page, or with a file of ours, from memory and disk."""
    path = unquote(urlsplit(route.request.url).path).removeprefix("/")
    name = path.removeprefix(settings.STATIC_URL.removeprefix("/"))
    if path in pages:
        route.fulfill(body=pages[path], content_type="text/html; charset=utf-8")
    elif name != path and (file := finders.find(name)):
        route.fulfill(path=file)
    else:
        route.fulfill(status=404)
