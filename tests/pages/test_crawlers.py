from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from i18nfield.strings import LazyI18nString

from cities.models import City
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.page import PageFactory

pytestmark = pytest.mark.django_db

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
FACTORIES = [
    *(CityFactory, LinkGroupFactory, NewsletterFactory, EventFactory, FundFactory, PageFactory),
]


def locations(client, address: str) -> list[str]:
    root = ElementTree.fromstring(client.get(address).content)  # noqa: S314 - our own
    return [element.text for element in root.iter(f"{SITEMAP}loc")]


def all_pages(client, settings) -> list[str]:
    maps = locations(client, "/sitemap.xml")
    return [page for one in maps for page in locations(client, one.removeprefix(settings.SITE_URL))]


def test_index_names_the_sitemaps_under_the_sites_address(client, settings):
    settings.SITE_URL = "https://twinning.example.org"
    maps = locations(client, "/sitemap.xml")
    assert "https://twinning.example.org/sitemap-cities.xml" in maps
    assert len(maps) == 9


def test_every_public_row_is_there(client, settings):
    rows = [factory() for factory in FACTORIES]
    pages = all_pages(client, settings)
    for row in rows:
        assert f"{settings.SITE_URL}{row.get_absolute_url()}" in pages


def test_lists_are_there(client, settings):
    pages = all_pages(client, settings)
    for route in ["pages:home", "cities:city-list", "events:event-list", "volunteers:start"]:
        assert f"{settings.SITE_URL}{reverse(route)}" in pages


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_nothing_that_is_not_public_is_there(client, settings, state):
    rows = [factory(**{state: True}) for factory in FACTORIES]
    pages = " ".join(all_pages(client, settings))
    for row in rows:
        assert row.get_absolute_url() not in pages


def test_entry_has_its_real_date_and_its_translations(client, settings):
    city = CityFactory(slug="bonn", name=LazyI18nString({"en": "Bonn", "de": "Bonn"}))
    City.objects.filter(pk=city.pk).update(updated_at=datetime(2024, 2, 29, tzinfo=UTC))

    root = ElementTree.fromstring(client.get("/sitemap-cities.xml").content)  # noqa: S314

    entry = root.find(f"{SITEMAP}url")
    assert entry.findtext(f"{SITEMAP}lastmod") == "2024-02-29"
    assert {link.get("hreflang"): link.get("href") for link in entry.iter(f"{XHTML}link")} == {
        "en": f"{settings.SITE_URL}/cities/bonn/",
        "de": f"{settings.SITE_URL}/de/cities/bonn/",
        "x-default": f"{settings.SITE_URL}/cities/bonn/",
    }


@pytest.mark.parametrize("rows", [1, 3])
def test_index_costs_the_same_for_any_number_of_rows(client, rows, django_assert_num_queries):
    for _ in range(rows):
        for factory in FACTORIES:
            factory()
    with django_assert_num_queries(16):
        client.get("/sitemap.xml")


def test_unknown_sitemap_is_not_found(client):
    assert client.get("/sitemap-secrets.xml").status_code == 404
    assert client.get("/sitemap-cities.xml", {"p": "x"}).status_code == 404


def test_robots_may_read_all_but_admin_and_search(client, settings):
    settings.SITE_URL = "https://twinning.example.org"
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    assert response.text.splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/",
        "Disallow: /de/search/",
        "",
        "Sitemap: https://twinning.example.org/sitemap.xml",
    ]


def test_browsers_find_the_icon_where_no_page_names_it(client):
    answer = client.get("/favicon.ico")

    assert answer.status_code == 302
    assert answer.url.endswith("img/favicon.svg")


@pytest.mark.parametrize("prefix", ["", "/de"])
@pytest.mark.usefixtures("open_office")
def test_forms_are_kept_out_of_search_engines_or_stand_in_the_sitemap(client, settings, prefix):
    group = LinkGroupFactory()
    pages = all_pages(client, settings)

    for path in [f"/groups/{group.slug}/write/", "/volunteer/apply/", "/contact/", "/feedback/"]:
        html = client.get(f"{prefix}{path}").content.decode()
        is_listed = f"{settings.SITE_URL}{prefix}{path}" in pages
        assert is_listed != ('<meta name="robots" content="noindex">' in html)
