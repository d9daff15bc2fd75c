"""What the site itself has to offer is found, though no row stands for it."""

from datetime import UTC, date, datetime

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from tests.factories.city import CityFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.event import EventFactory
from tests.factories.page import PageFactory
from twinning_site.pages.sitemaps import LISTS, OTHER_ROUTES
from twinning_site.search.site_pages import SITE_PAGES

pytestmark = pytest.mark.usefixtures("council")


def addresses(client, q, language="en", **more) -> list[str]:
    with override(language):
        path = reverse("search:search")
    response = client.get(path, {"q": q, **more})
    if response.context["suggestion"]:
        return []  # What is shown has other words.
    return [result.entry.address for result in response.context["results"]]


@pytest.mark.parametrize(
    ("language", "query", "address"),
    [
        ("en", "volunteer", "/volunteer/"),
        ("en", "Volunteers", "/volunteer/"),
        ("en", "volunteer form", "/volunteer/"),
        ("en", "volunteer form pdf", "/volunteer/"),
        ("en", "apply", "/volunteer/"),
        ("en", "How to volunteer?", "/volunteer/"),
        ("en", "how can I help", "/volunteer/"),
        ("en", "membership", "/groups/"),
        ("en", "contact", "/contact/"),
        ("en", "contact us", "/contact/"),
        ("en", "e-mail", "/contact/"),
        ("en", "open data", "/open-data/"),
        ("en", "csv", "/open-data/"),
        ("en", "what’s on", "/events/"),
        ("en", "subscribe to events", "/events/"),
        ("en", "timeline", "/timeline/"),
        ("en", "partner cities", "/cities/"),
        ("de", "Freiwillig", "/de/volunteer/"),
        ("de", "Freiwillige", "/de/volunteer/"),
        ("de", "ehrenamtlich", "/de/volunteer/"),
        ("de", "Ehrenamt", "/de/volunteer/"),
        ("de", "Wie kann ich helfen?", "/de/volunteer/"),
        ("de", "Beitritt", "/de/groups/"),
        ("de", "Mitglied werden", "/de/groups/"),
        ("de", "Kontakt", "/de/contact/"),
        ("de", "offene Daten", "/de/open-data/"),
        ("de", "Open Data", "/de/open-data/"),
        ("de", "Kalender abonnieren", "/de/events/"),
        ("de", "Zeitleiste", "/de/timeline/"),
        ("de", "Städte", "/de/cities/"),
    ],
)
def test_words_that_people_use_lead_to_it(client, language, query, address):
    assert address in addresses(client, query, language)


@pytest.mark.parametrize(
    ("language", "query"), [("en", "events calendar"), ("de", "Veranstaltungskalender")]
)
def test_words_for_the_calendar_lead_to_it(client, language, query):
    assert any("/events/calendar/" in address for address in addresses(client, query, language))


@pytest.mark.parametrize("language", settings.SITE_LANGUAGES)
def test_each_is_found_by_its_name_in_each_language(client, language):
    with override(language):
        today = timezone.localdate()
        expected = {str(page.heading): page.entry(today).address for page in SITE_PAGES}
    for heading, address in expected.items():
        assert addresses(client, heading, language)[0] == address


def test_there_is_a_page_at_each_address(client):
    ConsentWordingFactory()
    for page in SITE_PAGES:
        assert client.get(page.entry(timezone.localdate()).address).status_code == 200


def test_calendar_is_that_of_the_month(client, time_machine):
    for month in [date(2026, 11, 30), date(2026, 12, 1)]:
        time_machine.move_to(datetime(month.year, month.month, month.day, 12, tzinfo=UTC))
        assert f"/events/calendar/2026/{month.month}/" in addresses(client, "calendar")


def test_what_the_sitemap_lists_can_be_found():
    assert {*LISTS, *OTHER_ROUTES} - {"pages:home"} <= {page.route for page in SITE_PAGES}


def test_languages_that_nobody_translated_fall_back_on_the_english_words(settings):
    with override("sv"):
        assert any("volunteer" in str(page.words) for page in SITE_PAGES)


def test_it_is_shown_like_any_other_page(client):
    html = client.get(reverse("search:search"), {"q": "contact"}).text
    assert '<a href="/contact/"><mark>Contact</mark></a>' in html
    assert "How to reach the office" in html
    assert "1 thing found" in html


def test_it_comes_first_and_has_nothing_to_do_with_other_words(client):
    PageFactory(title="How we volunteer", slug="ours")
    CityFactory(name="Volunteer", slug="volunteer-city")
    assert addresses(client, "volunteer") == [
        "/cities/volunteer-city/", "/volunteer/", "/ours/",
    ]  # fmt: skip
    assert addresses(client, "how we volunteer")[0] == "/ours/"
    for query in ["formal", "volunteer bonn", "the", "how to", "volunte er", "xxvolunteer"]:
        assert "/volunteer/" not in addresses(client, query)


def test_filters_keep_it_out_unless_they_ask_for_pages(client):
    assert addresses(client, "contact", kind="page") == ["/contact/"]
    assert addresses(client, "contact", kind="city") == []
    assert addresses(client, "contact", year="2015") == []


def test_begun_word_finds_it_after_what_has_the_word(client):
    EventFactory(title="Volunt", slug="volunt")
    assert addresses(client, "volunt") == ["/events/volunt/", "/volunteer/"]


@pytest.mark.parametrize(
    ("slip", "meant"), [("vollunteeer", "volunteer"), ("open datta", "open data")]
)
def test_its_words_are_suggested(client, slip, meant):
    response = client.get(reverse("search:search"), {"q": slip})
    assert response.context["suggestion"].casefold() == meant


@pytest.mark.parametrize("slip", ["volunter", "voluntere", "volunteet", "volunnteer"])
def test_one_slip_still_leads_to_it(client, slip):
    assert addresses(client, slip)[0] == "/volunteer/"


def test_it_costs_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(7):  # as any search, and for the council
        assert addresses(client, "contact") == ["/contact/"]
