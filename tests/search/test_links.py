"""Every result leads straight to its page, and no query to nothing."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from tests.factories.city import CityFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.page import PageFactory
from tests.factories.theme import ThemeFactory
from twinning_site.search.models import SearchEntryKind

pytestmark = pytest.mark.usefixtures("council")

LISTS = ["results", "most_words", "other_languages"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_results_of_every_kind_answer_without_a_redirect(client, language):
    name = {"en": "Beethoven", "de": "Beethoven"}
    CityFactory(name=name)
    LinkGroupFactory(name=name)
    FundFactory(name=name)
    ThemeFactory(name=name)
    for factory in (EventFactory, NewsletterFactory, PageFactory, DocumentFactory):
        factory(title=name)
    # In one language only
    PageFactory(title={"en": "Ludwig" if language == "de" else "", "de": "Ludwig"})
    ConsentWordingFactory()
    with override(language):
        path = reverse("search:search")
    words = ["beethoven", "ludwig", "events", "volunteer", "contact", "cities", "newsletters",
             "about", "timeline", "open data", "month", "Veranstaltungen", "Städte"]  # fmt: skip
    found = [
        result
        for query in words
        for name in LISTS
        for result in client.get(path, {"q": query}).context[name]
    ]

    assert {result.entry.kind for result in found} == set(SearchEntryKind)
    assert {url: status(client, url) for url in {result.url for result in found}} == {
        result.url: 200 for result in found
    }


def status(client, url: str) -> int:
    response = client.get(url)
    list(response)  # Reading a file to its end closes it.
    return response.status_code


ODD = {
    "signs": "?!… ;-) §$%&/()=",
    "300 letters": "x" * 300,
    "300 words": "mill " * 300,
    "NUL": "bo\x00nn",
    "emoji": "\U0001f389\U0001f468\u200d\U0001f469",
    "marks of direction": "\u202ebonn\u202c\u200f",
    "a letter": "q",
    "small words": "the of and",
    "several scripts": "боnn 東 مدينة ελ",
    "syntax of databases": '"AND OR NEAR(',
    "star": "*",
    "SQL": "'; DROP TABLE search_searchentry; --",
    "syntax of PostgreSQL": "bonn:* & !(quux | <->)",
}


@pytest.mark.parametrize("filters", [{}, {"kind": "city"}, {"year": "2026"}, {"kind": "\x00"}])
@pytest.mark.parametrize("query", ODD.values(), ids=ODD)
def test_odd_queries_find_something_or_say_what_to_do_next(client, query, filters):
    CityFactory(name="Leiden")
    response = client.get(reverse("search:search"), {"q": query, **filters})
    assert response.status_code == 200
    is_found = any(response.context[name] for name in LISTS)
    assert is_found or "What you can do next" in response.text
