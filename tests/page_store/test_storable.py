"""Which requests the page store answers, and what of an address it reads."""

from datetime import UTC, datetime

import pytest
import time_machine
from i18nfield.strings import LazyI18nString

from cities.sitemaps import CitySitemap
from content.forms.filters import FilterForm
from links.filters import NewsletterFeedForm
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.page_store.wsgi_client import ask
from twinning_site.page_store.storable import QUERY_NAMES
from twinning_site.pages.styleguide import samples
from twinning_site.wsgi import with_readable_content_type

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    "environ",
    [
        {"HTTP_COOKIE": "sessionid=abc"},
        {"HTTP_AUTHORIZATION": "Basic abc"},
        {"HTTP_HOST": "127.0.0.1:1337"},
        {"method": "POST"},
    ],
    ids=["signed in", "authorization", "other host", "POST"],
)
def test_requests_of_others_pass_by(site, environ):
    ask(site, "/cities/")

    assert ask(site, "/cities/", **environ).state == ""


@pytest.mark.parametrize(
    "condition",
    [
        {"HTTP_IF_MATCH": '"other"'},
        {"HTTP_IF_UNMODIFIED_SINCE": "Thu, 01 Jan 2004 00:00:00 GMT"},
        {"HTTP_RANGE": "bytes=0-9"},
    ],
    ids=lambda condition: next(iter(condition)),
)
def test_condition_of_one_reader_changes_no_kept_answer(site, condition):
    first = ask(site, "/events/feed/", **condition)
    second = ask(site, "/events/feed/", **condition)

    assert (first.status, first.state, second.state) == (200, "miss", "hit")
    assert first.body == second.body


def test_words_of_campaigns_make_no_pages_of_their_own(site):
    ask(site, "/cities/")

    assert ask(site, "/cities/?utm_source=mail&x=1").state == "hit"


def test_every_name_that_a_page_reads_from_its_address_is_shown_to_it():
    waiting, read = [FilterForm, NewsletterFeedForm], {"p", "page", "year"}
    while waiting:
        form = waiting.pop()
        waiting += form.__subclasses__()
        is_public = not form.__module__.startswith(("tests.", samples.__name__))
        read |= form.base_fields.keys() if is_public else set()

    assert read == QUERY_NAMES


def test_second_page_of_a_sitemap_is_not_the_first(site, monkeypatch):
    monkeypatch.setattr(CitySitemap, "limit", 2)
    for name in ("bonn", "leiden"):
        CityFactory(slug=name, name=LazyI18nString({"en": name, "de": name}))

    pages = [ask(site, f"/sitemap-cities.xml?p={number}").body.decode() for number in (1, 2)]

    assert ["/bonn/" in page for page in pages] == [True, False]
    assert ["/leiden/" in page for page in pages] == [False, True]


def test_of_a_name_that_is_there_twice_the_last_one_counts(site):
    for name in ("bonn", "leiden"):
        EventFactory(title=f"Concert in {name}", cities=[CityFactory(slug=name)])

    shown = [
        ask(site, f"/events/?{query}").body.decode()
        for query in ("city=bonn&city=leiden", "city=leiden&city=bonn")
    ]

    assert ["Concert in bonn" in page for page in shown] == [False, True]


@pytest.mark.parametrize(
    "query", ["q=Z\u00c3\u00bcrich", "q=Z%C3%BCrich"], ids=["bytes", "percent"]
)
def test_word_of_a_search_is_read_as_it_was_sent(site, query):
    """Each character of a WSGI query stands for a byte (PEP 3333)."""
    assert 'value="Zürich"' in ask(site, f"/search/?{query}").body.decode()


def test_empty_value_behind_another_one_counts(site):
    EventFactory(title="Concert in Bonn", cities=[CityFactory(slug="bonn")])
    EventFactory(title="Concert in Leiden", cities=[CityFactory(slug="leiden")])

    page = ask(site, "/events/?city=bonn&city=").body.decode()

    assert "Concert in Leiden" in page


@pytest.mark.parametrize("path", ["/caf\u00c3\u00a9/", "/caf\u00e9/", "/\u00e6\u009d\u00b1/"])
def test_path_reaches_the_site_as_it_was_sent(site, path):
    seen = []
    site.application = with_readable_content_type(
        lambda environ, start_response: (
            seen.append(environ["PATH_INFO"]) or start_response("404 Not Found", []) or [b""]
        )
    )

    ask(site, path)

    assert seen == [path]


@pytest.mark.parametrize(
    "address",
    [
        "/events/calendar/02026/11/",
        "/events/calendar/2026/011/",
        "/events/concert/2026-011-27.ics",
        "/brand/8a1538-f2a81d.css",
    ],
)
def test_nobody_can_multiply_what_is_kept_by_addresses_without_end(site, address):
    with time_machine.travel(datetime(2026, 11, 26, tzinfo=UTC)):
        starts_at = datetime(2026, 11, 27, 10, tzinfo=UTC)
        EventFactory(slug="concert", starts_at=starts_at, recurrence="FREQ=DAILY")
        ask(site, address)

    assert not site.pages.answers


def test_what_a_search_server_found_is_not_kept(site, settings):
    """It finds a change a second later, when nothing tells the store of it."""
    settings.SEARCH_LAGS = True

    assert [ask(site, "/search/?q=bonn").state for _ in range(2)] == ["", ""]


def test_strangers_query_is_not_in_the_kept_page(site):
    reply = ask(site, "/cities/?evil=1")

    assert "evil" not in reply.body.decode()


@pytest.mark.parametrize("cookie", ["", "sessionid=abc"], ids=["kept", "Django's own"])
def test_prefix_that_a_request_brings_along_is_in_no_page_of_others(site, cookie):
    """gunicorn takes it from a header that some proxies pass on; cards are remembered, too."""
    CityFactory(slug="bonn")
    more = {"HTTP_COOKIE": cookie} if cookie else {}
    ask(site, "/cities/", SCRIPT_NAME="/evil", **more)

    page = ask(site, "/cities/").body.decode()

    assert "/evil/" not in page
    assert 'href="/cities/bonn/"' in page
