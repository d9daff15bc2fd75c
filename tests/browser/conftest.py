"""A real browser on a real server.

`page` is a page in a wide, light window; `new_page(width=320, colours="dark",
javascript=False)` gives another. Addresses start at the site: `page.goto("/cities/")`.
Two servers stand behind them:

- `live_server` (pytest-django): for journeys over rows that the test made with factories;
- `demo_server`: gunicorn as in production over the Oxford demo, one for the whole run and
  for reading only. A test that asks for it gets pages of it.

A test fails when the browser logged an error, asked another host, or got a 5xx. Say
`page.errors.clear()` after an error that belongs to the test. `axe(page)` fails on
whatever axe-core finds wrong, best practices included.
"""

import sys

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from pytest_django.live_server_helper import LiveServer

from tests.browser.demo_server import DemoServer
from tests.browser.officers_window import sign_in
from tests.browser.task_costs import BEFORE, Officer
from tests.chromium import check_with_axe, installed_chromium, launched_chromium
from tests.collected_static import copy_fonts


@pytest.hookimpl(tryfirst=True)  # before pytest-django sorts by the kind of database
def pytest_collection_modifyitems(items):
    for item in items:
        if "chromium_path" in item.fixturenames or "demo_server" in item.fixturenames:
            item.add_marker(pytest.mark.browser)
        if "demo_server" in item.fixturenames:
            # All on one worker, so that the demo is loaded once.
            item.add_marker(pytest.mark.xdist_group("demo_server"))
            # Its start is counted to the first test.
            item.add_marker(pytest.mark.timeout(900))
        elif "chromium_path" in item.fixturenames:
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def chromium_path() -> str:
    return installed_chromium()


@pytest.fixture(scope="session")
def chromium(chromium_path, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop in this thread, which Django takes for async code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with launched_chromium(chromium_path, tmp_path_factory.mktemp("home")) as browser:
            yield browser


@pytest.fixture(scope="session")
def demo_server(tmp_path_factory):
    """The site as `make run` shows it: `url` is its address, `paths()` all of its sitemap."""
    with DemoServer(tmp_path_factory.mktemp("demo")) as server:
        yield server


@pytest.fixture(scope="session")
def live_server():
    """pytest-django's own serves static files only if their app goes by its usual name."""
    copy_fonts(settings.VAR_DIR / "fonts")
    server = LiveServer("localhost", start=False)
    server.thread.static_handler = StaticFilesHandler
    server.start()
    yield server
    server.stop()


@pytest.fixture
def base_url(request) -> str:
    if "demo_server" in request.fixturenames:
        return request.getfixturevalue("demo_server").url
    return request.getfixturevalue("live_server").url


@pytest.fixture
def new_page(base_url, chromium):
    """Call it for a page: `width` in CSS pixels, `colours` "light" or "dark", `javascript`
    off or on; further arguments go to Playwright's `new_context`."""
    contexts, pages = [], []

    def make(*, width=1280, height=900, colours="light", javascript=True, **options):
        context = chromium.new_context(
            base_url=base_url,
            color_scheme=colours,
            java_script_enabled=javascript,
            locale=options.pop("locale", "en-GB"),
            viewport={"width": width, "height": height},
            **options,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.errors = _watch(page, base_url)
        pages.append(page)
        return page

    yield make
    errors = [error for page in pages for error in page.errors]
    for context in contexts:
        context.close()
    assert not errors, "The browser complained: " + "; ".join(errors)


def _watch(page, base_url) -> list[str]:
    errors = []

    def console(message):
        if message.type == "error":
            errors.append(f"{message.text} ({message.location.get('url')})")

    def request(sent):
        if not sent.url.startswith((base_url, "data:", "blob:", "about:")):
            errors.append(f"asked another host: {sent.url}")

    def response(got):
        if got.status >= 500:
            errors.append(f"{got.status} from {got.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", request)
    page.on("response", response)
    return errors


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture
def officer_page(page, council):
    sign_in(page)
    return page


@pytest.fixture
def axe():
    """`axe(page)` fails with each finding's rule, elements and advice; `axe(page, disable=
    ["rule"])` leaves rules out, for which a comment must give the reason."""
    return check_with_axe


@pytest.fixture
def counted(new_page, council):
    """An officer who is signed in, and whose clicks, fields and pages are counted."""
    page = new_page()
    sign_in(page)
    return Officer(page)


@pytest.fixture
def compare_cost(capsys):
    """Print what a task costs, and compare it with what it cost before and elsewhere."""

    def compare_with(task, cost):
        before, wagtail = BEFORE[task]
        with capsys.disabled():
            figures = f"0.1.0: {before or 'impossible'}; Wagtail: {wagtail or '–'}"
            sys.stdout.write(f"\n{task}: {cost} ({figures})\n")
        for other in filter(None, (before, wagtail)):
            assert cost.clicks + cost.fields <= other.clicks + other.fields
            assert cost.pages <= other.pages

    return compare_with
