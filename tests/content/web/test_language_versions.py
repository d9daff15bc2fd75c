"""Search engines are told of versions of a page that exist, and of no others."""

import re
from xml.etree import ElementTree

import pytest
from i18nfield.strings import LazyI18nString

from content.web.language_versions import open_graph_locale
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory

pytestmark = pytest.mark.django_db
XHTML = "{http://www.w3.org/1999/xhtml}"


def links(client, path: str) -> dict[str, str]:
    """Return addresses by language, and by the name `canonical`, without the name of the site."""
    html = client.get(path).text
    canonical = re.search(r'<link rel="canonical" href="http://[^/]+([^"]*)">', html)
    found = re.findall(r'<link rel="alternate" hreflang="(\S+)" href="http://[^/]+([^"]*)">', html)
    assert len(found) == len(dict(found))
    return dict(found) | {"canonical": canonical[1] if canonical else ""}


def text(**languages: str) -> LazyI18nString:
    return LazyI18nString(languages)


@pytest.fixture(autouse=True)
def council():
    return CouncilFactory(country="GB")


def test_translated_page_names_each_version_and_the_first_as_default(client):
    CityFactory(slug="bonn", name=text(en="Bonn"), summary=text(en="A city", de="Eine Stadt"))

    for path in ("/cities/bonn/", "/de/cities/bonn/"):
        assert links(client, path) == {
            "en": "/cities/bonn/",
            "de": "/de/cities/bonn/",
            "x-default": "/cities/bonn/",
            "canonical": path,
        }


def test_page_that_only_fell_back_claims_no_version_and_names_the_original(client):
    CityFactory(slug="bonn", name=text(en="Bonn"), summary=text(en="A"), body=text(en="B"))

    for path in ("/cities/bonn/", "/de/cities/bonn/"):
        assert links(client, path) == {"canonical": "/cities/bonn/"}


def test_page_in_another_language_alone_is_listed_there(client):
    CityFactory(slug="bonn", name=text(de="Bonn"), summary=text(de="A"), body=text(de="B"))

    assert links(client, "/cities/bonn/?page=2")["canonical"] == "/de/cities/bonn/"


def test_lists_are_versions_in_each_language(client):
    found = links(client, "/de/cities/?theme=music")

    assert found["canonical"] == "/de/cities/"
    assert found["x-default"] == "/cities/?theme=music"


def test_sitemap_leaves_out_what_only_fell_back(client):
    CityFactory(slug="bonn", name=text(en="Bonn"), summary=text(en="A"), body=text(en="B"))
    CityFactory(slug="leiden", name=text(en="Leiden", de="Leiden"))

    root = ElementTree.fromstring(client.get("/sitemap-cities.xml").content)  # noqa: S314

    places = [it.text or "" for it in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert [place.split("8000")[-1] for place in places] == [
        "/cities/bonn/",
        "/cities/leiden/",
        "/de/cities/leiden/",
    ]


def test_social_networks_are_told_the_locale_and_the_others(client):
    CityFactory(slug="bonn", summary=text(en="A city", de="Eine Stadt"))

    html = client.get("/de/cities/bonn/").text

    assert '<meta property="og:locale" content="de_DE">' in html
    assert '<meta property="og:locale:alternate" content="en_GB">' in html


@pytest.mark.parametrize(
    ("language", "country", "locale"),
    [
        ("en", "GB", "en_GB"),
        ("cy", "GB", "cy_GB"),
        ("de", "CH", "de_CH"),
        ("en", "DE", "en_GB"),
        ("en", "US", "en_US"),
        ("en", "", "en_GB"),
        ("fr", "", "fr_FR"),
        ("pt-br", "PT", "pt_BR"),
        ("xx", "GB", "xx"),
    ],
)
def test_locale_has_a_territory(language, country, locale):
    assert open_graph_locale(language, country) == locale
