import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from content.models import Document
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.page import PageFactory
from tests.worker import work_off
from twinning_site.search.indexing import entries
from twinning_site.search.indexing.entries import rebuild
from twinning_site.search.models import SearchEntry

pytestmark = pytest.mark.usefixtures("council")

SEARCH = reverse("search:search")
STATES = ["draft", "scheduled", "expired"]


def found(client, q, **more) -> list[str]:
    response = client.get(SEARCH, {"q": q, **more})
    return [result.entry.heading for result in response.context["results"]]


def test_example_text_is_marked_until_it_is_none(client):
    city = CityFactory(name="Leiden", example=True)
    EventFactory(title="Leiden concert")
    assert client.get(SEARCH, {"q": "Leiden"}).text.count("Example text") == 1

    city.example = False
    city.save()
    assert "Example text" not in client.get(SEARCH, {"q": "Leiden"}).text


def document_saying(text: str, **values) -> Document:
    """A PDF as it is after the worker has read it."""
    document = DocumentFactory(**values)
    document.text = text
    document.save()
    return document


def test_every_kind_is_found_by_its_name_and_its_text(client):
    CityFactory(name="Bonn", body="<p>Beethoven was born here.</p>")
    LinkGroupFactory(name="Bonn Link", how_to_join="<p>Bring Beethoven.</p>")
    EventFactory(title="Concert in Bonn", body="<p>All of Beethoven</p>")
    NewsletterFactory(title="News from Bonn", summary="Beethoven again")
    PageFactory(title="How to reach Bonn", body="<p>Along the <em>Beethoven</em>straße</p>")

    everything = {"Bonn", "Bonn Link", "Concert in Bonn", "News from Bonn", "How to reach Bonn"}
    assert set(found(client, "bonn")) == everything
    assert set(found(client, "BEETHOVEN")) == everything
    # Tags part no word.
    assert found(client, "straße") == []


@pytest.mark.parametrize("query", ["Leon", "león", "LEÓN", "leo\u0301n"])
def test_accents_and_case_do_not_matter(client, query):
    CityFactory(name="León")
    assert found(client, query) == ["León"]


def test_milestones_articles_and_the_words_of_pdfs_are_found(client):
    MilestoneFactory(city=CityFactory(name="Leiden"), title="The siege of Alkmaar")
    ArticleFactory(newsletter=NewsletterFactory(title="Autumn"), body="<p>Hutspot</p>")
    document = document_saying("")
    NewsletterFactory(title="Uploaded", document=document)
    document.text = "herring and bread"
    document.save()

    assert found(client, "siege") == ["Leiden"]
    assert found(client, "hutspot") == ["Autumn"]
    assert found(client, "herring") == ["Uploaded"]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    "factory", [CityFactory, LinkGroupFactory, EventFactory, NewsletterFactory, PageFactory]
)
def test_nothing_that_is_not_public_is_found(client, factory, state):
    name = "title" if hasattr(factory._meta.model, "title") else "name"
    factory(**{name: "Secret", state: True})
    assert found(client, "secret") == []


def test_issue_of_a_group_that_is_not_public_is_not_found(client):
    group = LinkGroupFactory()
    NewsletterFactory(title="Secret", group=group)
    assert found(client, "secret") == ["Secret"]
    group.published_at = None
    group.save()
    assert found(client, "secret") == []


def test_words_of_a_draft_document_are_not_found(client):
    NewsletterFactory(document=document_saying("secret", draft=True))
    assert found(client, "secret") == []


def test_words_of_a_document_that_will_be_taken_down_are_not_found(client, time_machine):
    tomorrow = timezone.now() + timedelta(days=1)
    NewsletterFactory(document=document_saying("secret", expires_at=tomorrow))
    time_machine.move_to(timezone.now() + timedelta(days=3))
    assert found(client, "secret") == []


def test_words_of_a_scheduled_document_are_found_from_its_moment_on(client, time_machine):
    tomorrow = timezone.now() + timedelta(days=1)
    NewsletterFactory(title="Autumn", document=document_saying("herring", published_at=tomorrow))
    work_off()
    assert found(client, "herring") == []
    time_machine.move_to(timezone.now() + timedelta(days=3))
    work_off()
    assert found(client, "herring") == ["Autumn"]


@pytest.mark.parametrize("query", ["concerts", "concert", "singing", "sings"])
def test_forms_of_a_word_are_found(client, query):
    PageFactory(title="About", body="<p>We sing at each concert.</p>")
    assert found(client, query) == ["About"]


def test_words_of_what_was_taken_away_are_not_suggested(client):
    city = CityFactory(name="Grenoble")
    assert "Grenoble" in client.get(SEARCH, {"q": "Grenobel"}).text
    city.delete()
    assert "Grenoble" not in client.get(SEARCH, {"q": "Grenobel"}).text


def test_change_is_findable_at_once(client):
    city = CityFactory(name="Bonn", summary="A city.")
    city.name = "Leiden"
    city.save()
    assert (found(client, "bonn"), found(client, "leiden")) == ([], ["Leiden"])
    city.delete()
    assert found(client, "leiden") == []


def test_scheduled_thing_is_found_from_its_moment_on(client, time_machine):
    city = CityFactory(name="Bonn", scheduled=True)
    time_machine.move_to(city.published_at + timedelta(seconds=1))
    assert found(client, "bonn") == ["Bonn"]


def test_all_words_have_to_occur(client):
    CityFactory(name="Bonn", summary="A choir")
    CityFactory(name="Leiden", summary="A mill")
    assert found(client, "choir bonn") == ["Bonn"]
    assert found(client, "mill bonn") == []


def test_name_counts_more_than_text(client):
    CityFactory(name="Elsewhere", summary="Once there was a mill, a mill and a mill.")
    CityFactory(name="Mill", summary="A town.")
    assert found(client, "mill") == ["Mill", "Elsewhere"]


def test_what_has_just_this_name_comes_first(client):
    LinkGroupFactory(name="Bonn Bonn Bonn", summary="Bonn")
    CityFactory(name="Bonn", summary="A city.", body="<p>" + "Many words. " * 200 + "</p>")
    assert found(client, "bonn") == ["Bonn", "Bonn Bonn Bonn"]


def test_coming_comes_before_past(client):
    EventFactory(title="Concert concert concert", starts_at=datetime(2015, 11, 7, tzinfo=UTC))
    EventFactory(title="A concert to come", summary="Many words about quite other things")
    assert found(client, "concert") == ["A concert to come", "Concert concert concert"]


def test_filters_by_kind_and_year(client):
    CityFactory(name="Bonn")
    EventFactory(title="Bonn Week 2015", starts_at=datetime(2015, 6, 1, tzinfo=UTC))
    NewsletterFactory(title="Bonn News 2015", year=2015)
    NewsletterFactory(title="Bonn News 2012", year=2012)

    assert found(client, "bonn", kind="city") == ["Bonn"]
    assert set(found(client, "bonn", year="2015")) == {"Bonn Week 2015", "Bonn News 2015"}
    response = client.get(SEARCH, {"q": "bonn", "kind": "newsletter", "year": "2012"})
    assert [result.entry.heading for result in response.context["results"]] == ["Bonn News 2012"]
    assert [tag["url"] for tag in response.context["chosen"]] == [
        "/search/?q=bonn&year=2012",
        "/search/?q=bonn&kind=newsletter",
    ]


def test_each_language_finds_its_own_words_and_address(client):
    CityFactory(name={"en": "Vienna", "de": "Wien"}, summary="A city.", slug="vienna")
    assert found(client, "vienna") == ["Vienna"]
    assert found(client, "wien") == []
    response = client.get("/de/search/", {"q": "wien"})
    addresses = [result.entry.address for result in response.context["results"]]
    assert addresses == ["/de/cities/vienna/"]


def test_hit_is_marked_in_its_surroundings(client):
    words = "Lorem ipsum " * 40
    PageFactory(title="Coffee & cake", body=f"<p>{words} the Café &amp; <b>more</b> {words}</p>")
    html = client.get(SEARCH, {"q": "cafe"}).text
    assert "the <mark>Café</mark> &amp; more" in html
    assert "Coffee &amp; cake" in html


@pytest.mark.parametrize(
    "query",
    [
        "", " ", '"', "'", "a OR", "NEAR(", "*", "-", "%", "_", "\\", "(", "bonn AND", "a:b", "{x}",
        "\0", "x" * 5000, "<script>alert(1)</script>", "💥", "' OR 1=1 --", ":*", "&|!",
    ],
)  # fmt: skip
def test_no_query_breaks_the_page(client, query):
    CityFactory(name="Bonn")
    for more in [{}, {"kind": "x", "year": "x"}, {"year": "99999999999"}, {"kind": "city"}]:
        response = client.get(SEARCH, {"q": query, **more})
        assert response.status_code == 200
        assert "<script>alert" not in response.text


def test_page_that_does_not_exist_is_not_found(client):
    CityFactory(name="Bonn")
    assert client.get(SEARCH, {"q": "bonn", "page": "9"}).status_code == 404


def test_nothing_found_helps_on(client):
    CityFactory(name="Grenoble")
    response = client.get(SEARCH, {"q": "grenobel", "year": "2015"})
    for text in ["Nothing was found for “grenobel”", 'href="?q=Grenoble"', "without the filters"]:
        assert text in response.text


def test_slip_does_not_lead_to_a_draft(client):
    CityFactory(name="Grenoble", draft=True)
    assert client.get(SEARCH, {"q": "grenobel"}).context["suggestion"] == ""


@pytest.mark.parametrize("path", [SEARCH, "/no/such/page/"])
def test_no_field_takes_more_words_than_the_search(client, path):
    fields = re.findall(r'<input[^>]* name="q"[^>]*>', client.get(path).text)

    assert len(fields) == 2
    assert all('maxlength="200"' in field for field in fields)


def test_empty_search_asks_for_words(client):
    html = client.get(SEARCH).text
    assert "Nothing was found" not in html


@pytest.mark.parametrize("rows", [1, 3, 15])
def test_search_costs_the_same_for_any_number_of_hits(client, rows, django_assert_num_queries):
    for _ in range(rows):
        CityFactory(name="Bonn")
        EventFactory(title="Bonn")
        EventFactory(title="Bonn", starts_at=timezone.now() - timedelta(days=99))
    CityFactory(name="Bonn", draft=True)
    with django_assert_num_queries(8):
        client.get(SEARCH, {"q": "bonn"})


def test_search_without_hits_costs_no_more_than_its_count(client, django_assert_num_queries):
    CityFactory(name="Bonn")
    # On PostgreSQL the write has a transaction of its own, and says how long it waits.
    with django_assert_num_queries(10 + (3 if connection.vendor == "sqlite" else 6)):
        client.get(SEARCH, {"q": "nothing"})


@pytest.mark.django_db(transaction=True)
def test_what_is_saved_while_the_index_is_made_anew_is_found(client, monkeypatch):
    CityFactory(name="Bonn")
    make, rounds = entries._all_entries, []

    def make_while_somebody_saves():
        entries = make()
        if not rounds:
            CityFactory(name="Leiden")
        rounds.append(connection.in_atomic_block)
        return entries

    monkeypatch.setattr(entries, "_all_entries", make_while_somebody_saves)

    assert rebuild() == 4
    assert found(client, "leiden") == ["Leiden"]
    assert rounds == [False, True]


def test_index_can_be_made_anew(client):
    CityFactory(name="Bonn")
    CityFactory(draft=True)
    SearchEntry.objects.all().delete()
    assert found(client, "bonn") == []
    assert rebuild() == 2  # one city in two languages
    assert found(client, "bonn") == ["Bonn"]
