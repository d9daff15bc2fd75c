import pytest
from django.db import connection
from modelsearch.backends import get_search_backend

from tests.factories.search_entry import SearchEntryFactory
from twinning_site.search.models import SearchEntry

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="other databases have their own"),
]


def headings(query, operator="and"):
    found = get_search_backend().search(query, SearchEntry.objects.all(), operator=operator)
    return [entry.heading for entry in found]


def test_hits_and_scores_come_from_one_look_into_the_index(django_assert_num_queries):
    SearchEntryFactory(heading="Elsewhere", text="A mill")
    SearchEntryFactory(heading="Mill", text="A town")
    with django_assert_num_queries(1) as queries:
        assert headings("mill") == ["Mill", "Elsewhere"]
    assert queries.captured_queries[0]["sql"].count("MATCH") == 1


@pytest.mark.parametrize("query", ['"', 'a" OR "b', "NEAR(a b)", "a*", "-a", "title:a", "'; --"])
def test_signs_of_the_query_language_are_mere_text(query):
    SearchEntryFactory(heading="b")
    assert headings(query) == []


def test_any_of_the_words_can_still_be_asked_for():
    SearchEntryFactory(heading="Mill")
    SearchEntryFactory(heading="Choir")
    assert sorted(headings("mill choir", operator="or")) == ["Choir", "Mill"]
    assert headings("mill choir") == []


def test_last_word_may_be_just_begun_and_comes_after_whole_ones():
    SearchEntryFactory(heading="Mills", text="Millers and a millpond")
    SearchEntryFactory(heading="Millennium", text="A millpond")
    SearchEntryFactory(heading="Elsewhere", text="A mill")
    assert headings("mill") == ["Mills", "Elsewhere", "Millennium"]
    assert headings("pond mill") == headings("mil") == []
