"""The server dies while an officer writes, and is started again."""

import os
import re
import shutil
import signal
from contextlib import suppress

import pytest

from tests.collected_static import copy_static_files
from tests.failures.site import Site, is_running, wait_until
from tests.post_box import PostBox

CHANGE = "/admin/cities/city/1/change/"
# One word a second, and seconds of writing that may be lost
MAX_LOST = 5
# The script waits for no other answer than that of the autosave.
COUNT_QUESTIONS = """
    window.waiting = 0;
    const ask = window.fetch;
    window.fetch = async (...asked) => {
        window.waiting += 1;
        try {
            const answer = await ask(...asked);
            await answer.clone().text();
            return answer;
        } finally { window.waiting -= 1; }
    };
"""


@pytest.fixture(scope="module")
def filled_database(tmp_path_factory):
    folder = tmp_path_factory.mktemp("filled") / "site"
    file = folder / "site.sqlite3"
    Site(folder, f"sqlite:///{file}").fill_database()
    return file


@pytest.fixture
def site(tmp_path, filled_database):
    """A site as in production, with a public city."""
    file = tmp_path / "site.sqlite3"
    shutil.copy(filled_database, file)
    with PostBox() as post_box:
        site = Site(tmp_path / "site", f"sqlite:///{file}", post_box)
        copy_static_files(site.folder)
        site.start()
        yield site
        site.stop()


@pytest.fixture
def base_url(site):
    return f"http://127.0.0.1:{site.port}"


@pytest.fixture
def context(new_page, site, base_url):
    """The window of an officer who is signed in."""
    [(key,)] = site.rows("SELECT session_key FROM django_session")
    page = new_page()
    page.context.add_cookies([{"name": "sessionid", "value": key, "url": base_url}])
    yield page.context
    page.errors.clear()


def open_form(context):
    """Open the form with a clock that the test moves."""
    page = context.new_page()
    page.add_init_script(COUNT_QUESTIONS)
    page.clock.install(time=0)
    page.goto(CHANGE)
    page.clock.pause_at(60_000)
    page.locator("#id_summary_0").fill("")
    return page


def write(page, words: range) -> None:
    """Type one word a second."""
    page.locator("#id_summary_0").focus()
    for number in words:
        wait_until(lambda: page.evaluate("window.waiting") == 0, "autosave has its answer")
        page.keyboard.type(f"word{number} ")
        page.clock.run_for(1000)


def kill(site: Site) -> None:
    """End every process of the site so that none has a chance to tidy up."""
    left = site.processes()
    site.kill(site.supervisor.pid)
    for process in left:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    site.supervisor.wait()
    wait_until(lambda: not any(map(is_running, left)), "all end")


def kept_words(context) -> int:
    """Return up to which word the form offers what was typed."""
    page = context.new_page()
    page.goto(CHANGE)
    page.get_by_role("button", name="Go on with it").click()
    page.get_by_text("It has not been saved yet.").wait_for()
    text = page.locator("#id_summary_0").input_value()
    kept = [int(number) for number in re.findall(r"word(\d+)\b", text)]
    assert kept == list(range(1, len(kept) + 1))
    return len(kept)


# At each of the seconds between two autosaves
@pytest.mark.parametrize("typed", [7, 8, 9])
def test_at_most_five_seconds_are_lost_with_server_and_browser(site, context, typed):
    page = open_form(context)
    write(page, range(1, typed + 1))

    kill(site)
    page.close()
    site.start()

    assert typed - kept_words(context) <= MAX_LOST


def test_window_that_stays_open_loses_nothing(site, context):
    page = open_form(context)
    write(page, range(1, 6))
    kill(site)
    write(page, range(6, 12))
    page.get_by_text("What you type cannot be kept at the moment.").wait_for()
    site.start()
    write(page, range(12, 16))

    page.get_by_text("What you type is kept").wait_for()
    page.get_by_role("button", name="Save draft", exact=True).click()
    page.locator(".messagelist .success").wait_for()
    assert page.locator("#id_summary_0").input_value().split()[-1] == "word15"


def test_saving_while_the_server_is_dead_loses_at_most_five_seconds(site, context):
    page = open_form(context)
    write(page, range(1, 9))
    kill(site)
    page.get_by_role("button", name="Save draft", exact=True).click()
    page.wait_for_url("chrome-error://**")
    page.close()
    site.start()

    assert 8 - kept_words(context) <= MAX_LOST
