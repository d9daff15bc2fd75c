"""Searches that found nothing are counted by day, without anything about who asked."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone

from tests.factories.page import PageFactory
from tests.factories.unanswered_search import UnansweredSearchFactory
from tests.serving.locked_database import locked_for_writing
from twinning_site.search.models import UnansweredSearch
from twinning_site.search.unanswered import count_unanswered, countable_words

TODAY = timezone.localdate()


def counted() -> list[tuple[str, str, int]]:
    rows = UnansweredSearch.objects.order_by("language", "words")
    return list(rows.values_list("words", "language", "days"))


def search(client, words, **fields):
    response = client.get("/search/", {"q": words, **fields})
    assert response.status_code == 200
    return response


@pytest.fixture(autouse=True)
def _page(request):
    if "council" in request.fixturenames:
        PageFactory(title="Gardens")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Swimming   LESSONS? ", "swimming lessons"),
        ("“Straßenbahn”", "straßenbahn"),
        ("o'neill jean-luc", "o'neill jean-luc"),
        ("ＡＬＬＯＴＭＥＮＴ", "allotment"),
        ("\u202eallotment\u200b", "allotment"),
        ("हिन्दी कक्षा", "हिन्दी कक्षा"),
        ("東京 姉妹都市", "東京 姉妹都市"),
        ("İzmir", "i̇zmir"),
    ],
)
def test_words_are_kept_in_one_spelling(typed, kept):
    assert countable_words(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "ada@example.org", "ada＠example．org", "ada (at) example.org", "ada.lovelace", "@ada",
        "https://example.org", "www.example.org", "example.org/ada",
        "01865 249811", "+44 1865", "phone 7", "ox1 1aa", "born 1974", "٠١٨٦٥", "①⑧⑥⑤", "x²", "½",
        "one two three four five six", "a-b-c-d-e-f", "x" * 61, "ﷺﷺﷺﷺ",
        "<script>alert</script>", "a\x00b", "a_b", "a=b", "a&b", "💬", "\u0301a", "-", "'", "?!",
        "",
        "ada\u200b@\u200bexample.org", "1\u200b2\u200b3",
    ],
)  # fmt: skip
def test_what_may_be_about_a_person_is_refused(typed):
    assert countable_words(typed) == ""


@pytest.mark.django_db
@pytest.mark.usefixtures("council")
class TestSearchPage:
    def test_search_without_results_is_counted_once_a_day(self, client):
        for words in ("Allotment", "allotment", "allotment?"):
            search(client, words)
            search(Client(), words)

        assert counted() == [("allotment", "en", 1)]

    def test_it_is_counted_again_on_another_day(self, client):
        yesterday = TODAY - timedelta(days=1)
        UnansweredSearchFactory(words="allotment", days=1, last_day=yesterday)

        search(client, "allotment")

        assert counted() == [("allotment", "en", 2)]
        assert UnansweredSearch.objects.get().last_day == TODAY

    def test_languages_are_counted_apart(self, client):
        search(client, "allotment")
        client.get("/de/search/", {"q": "allotment"})

        assert [language for _words, language, _days in counted()] == ["de", "en"]

    def test_nothing_is_kept_but_words_and_days(self):
        names = {field.name for field in UnansweredSearch._meta.get_fields()}

        assert names == {"id", "words", "language", "month", "days", "last_day", "dismissed_at"}

    def test_search_that_shows_anything_is_not_counted(self, client):
        search(client, "gardens")
        search(client, "gardens allotment")
        search(client, "gardenz")

        assert counted() == []

    @pytest.mark.parametrize("field", [{"kind": "city"}, {"year": "1999"}])
    def test_search_with_a_filter_is_not_counted(self, client, field):
        search(client, "allotment", **field)

        assert counted() == []

    def test_search_of_an_officer_is_not_counted(self, officer_client):
        search(officer_client, "allotment")

        assert counted() == []

    def test_head_is_not_counted(self, client):
        client.head("/search/", {"q": "allotment"})

        assert counted() == []

    def test_dismissed_words_stay_dismissed(self, client):
        yesterday = TODAY - timedelta(days=1)
        row = UnansweredSearchFactory(last_day=yesterday, dismissed_at=timezone.now())

        search(client, row.words)

        assert counted() == [(row.words, "en", 3)]

    @pytest.mark.parametrize("rows", [0, 3])
    def test_counting_costs_the_same_for_any_number_of_rows(
        self, client, rows, django_assert_num_queries
    ):
        UnansweredSearchFactory.create_batch(rows)
        search(client, "warm")
        # PostgreSQL is told in a transaction how long to wait.
        with django_assert_num_queries(11 if connection.vendor == "sqlite" else 14):
            search(client, "allotment")

    @pytest.mark.parametrize(("limit", "kept"), [("MAX_NEW_A_DAY", 2), ("MAX_ROWS", 2)])
    def test_robot_fills_no_more_than_its_place(self, client, monkeypatch, limit, kept):
        monkeypatch.setattr(UnansweredSearch, limit, kept)
        for word in ("allotment", "zucchini", "quidditch"):
            search(client, word)
        yesterday = TODAY - timedelta(days=1)
        UnansweredSearch.objects.filter(words="allotment").update(last_day=yesterday)

        search(client, "allotment")

        assert counted() == [("allotment", "en", 2), ("zucchini", "en", 1)]


@pytest.mark.django_db
def test_what_a_reader_typed_is_never_in_the_log(caplog, monkeypatch):
    def fail(*args):
        raise DatabaseError("allotment")

    monkeypatch.setattr("twinning_site.search.models.UnansweredSearchQuerySet.count_day", fail)
    caplog.set_level("INFO")

    count_unanswered("allotment")

    assert "DatabaseError" in caplog.text
    assert "allotment" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_reader_gets_the_page_while_another_one_writes(client, council):
    search(client, "warm")
    with locked_for_writing():
        response = search(client, "allotment")

    assert "Nothing was found for “allotment”" in response.text
    assert [words for words, _language, _days in counted()] == ["warm"]
    search(client, "allotment")
    assert [words for words, _language, _days in counted()] == ["allotment", "warm"]
