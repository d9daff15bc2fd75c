"""“Did you mean …?”: words that the public can read here, and that find something."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.page import PageFactory
from tests.factories.search_entry import SearchEntryFactory
from twinning_site.search.models import SearchEntry
from twinning_site.search.words import did_you_mean
from twinning_site.search.words import vocabulary as vocabulary_module
from twinning_site.search.words.vocabulary import vocabulary

pytestmark = pytest.mark.usefixtures("council")

SEARCH = reverse("search:search")


def suggested(client, q, path=SEARCH, **more) -> str:
    return client.get(path, {"q": q, **more}).context["suggestion"]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("beetoven", "Beethoven"),
        ("Beethofen", "Beethoven"),
        ("hutspott", "hutspot"),
        ("sauerkruat", "Sauerkraut"),
        ("rehersal", "rehearsal"),
        ("eethoven", "Beethoven"),
    ],
)
def test_words_of_texts_are_suggested(client, slip, meant):
    body = "<p>Beethoven eats hutspot and Sauerkraut. The choir comes to each rehearsal.</p>"
    PageFactory(title="About Bonn", body=body)
    assert suggested(client, slip) == meant


def test_words_come_without_the_signs_round_them(client):
    PageFactory(title="“Beethoven,” he said")
    assert suggested(client, "beetoven") == "Beethoven"


def test_word_that_the_site_has_is_kept(client):
    PageFactory(title="For all", body="<p>The membership form is for those who join.</p>")
    assert suggested(client, "membrship form") == "membership form"


def test_what_has_one_of_the_corrected_words_is_shown_if_nothing_has_all(client):
    PageFactory(title="Rehearsals")
    PageFactory(title="Clay")
    response = client.get(SEARCH, {"q": "rehersals clay"})
    assert response.context["suggestion"] == ""
    headings = {result.entry.heading for result in response.context["most_words"]}
    assert headings == {"Rehearsals", "Clay"}


def test_results_of_the_suggestion_are_shown_with_it(client):
    PageFactory(title="Beethoven")
    html = client.get(SEARCH, {"q": "beetoven"}).text
    assert "Nothing was found for “beetoven”" in html
    assert "1 thing found for “Beethoven”" in html
    assert "<mark>Beethoven</mark>" in html


@pytest.mark.parametrize(
    ("slip", "meant"), [("bnon", "Bonn"), ("prem", "Perm"), ("lieden", "Leiden")]
)
def test_swapped_letters_of_short_words_are_put_right(client, slip, meant):
    PageFactory(title="Bonn, Perm and Leiden")
    assert suggested(client, slip) == meant


def test_form_of_a_word_is_no_slip(client):
    PageFactory(title="Our exhibitions")
    assert suggested(client, "exhibition opening") == ""


def test_what_finds_nothing_is_not_suggested(client):
    PageFactory(title="Grenoble")
    # The index lost the row since the words were read.
    assert suggested(client, "grenobel") == "Grenoble"
    SearchEntry.objects.all().delete()
    assert suggested(client, "grenobel") == ""


def test_suggestion_finds_something(client):
    PageFactory(title="Rowing", body="<p>Application, applicants and a form to apply with.</p>")
    for slip in ["aplicants form", "aplicants", "rowingg aply"]:
        words = suggested(client, slip)
        assert words, slip
        assert client.get(SEARCH, {"q": words}).context["results"]


@pytest.mark.parametrize("slip", ["for", "fo", "farm", "2016", "xylophone", "- ! ?", "form choir"])
def test_other_words_and_numbers_are_no_slips(client, slip):
    PageFactory(title="The form of 2015")
    PageFactory(title="Our choir")
    assert suggested(client, slip) == ""


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
@pytest.mark.parametrize("factory", [CityFactory, EventFactory, NewsletterFactory, PageFactory])
def test_words_of_what_is_not_public_are_never_suggested(client, factory, state):
    PageFactory(title="A page that all can read")
    factory(summary="Beethoven is to be unveiled", **{state: True})
    assert suggested(client, "beetoven") == ""
    assert "beethoven" not in str(vocabulary()).casefold()


def test_words_that_expired_since_they_were_read_are_not_suggested(client, time_machine):
    now = timezone.now()
    PageFactory(title="Beethoven", expires_at=now + timedelta(seconds=60))
    assert suggested(client, "beetoven") == "Beethoven"
    time_machine.move_to(now + timedelta(seconds=90))
    assert suggested(client, "beetoven") == ""


def test_each_language_suggests_its_own_words(client):
    PageFactory(title={"en": "Windmills", "de": "Windmühlen"})
    assert suggested(client, "windmuhlen") == ""
    assert suggested(client, "Winndmühlen", "/de/search/") == "Windmühlen"
    assert suggested(client, "Windmils", "/de/search/") == ""


def test_filters_do_not_count_as_the_link_has_none(client):
    PageFactory(title="Grenoble")
    assert suggested(client, "grenobel", kind="city", year="2015") == "Grenoble"


def test_vocabulary_has_an_end(client, monkeypatch):
    monkeypatch.setattr(vocabulary_module, "MAX_ENTRIES", 2)
    monkeypatch.setattr(vocabulary_module, "MAX_WORDS", 3)
    monkeypatch.setattr(vocabulary_module, "MAX_TEXT_LENGTH", 15)
    SearchEntryFactory(heading="Mustard", text="Mustard mustard beyond")
    SearchEntryFactory(heading="Mustard", text="Pepper, pepper salt")
    SearchEntryFactory(heading="Vinegar", text="", over_at=timezone.now() - timedelta(days=1))
    words = {"mustard", "pepper", "salt", "beyond", "vinegar"} & set(vocabulary())
    assert words == {"mustard", "pepper"}


@pytest.mark.parametrize("rows", [1, 3])
def test_slip_costs_the_same_for_any_number_of_rows(client, rows, django_assert_num_queries):
    for _ in range(rows):
        PageFactory(title="Beethoven")
    PageFactory(title="Beethoven", draft=True)
    with django_assert_num_queries(12):  # two read the words
        assert suggested(client, "beetoven") == "Beethoven"
    with django_assert_num_queries(10):  # the words are not read again
        assert suggested(client, "beetoven") == "Beethoven"


def test_words_that_nothing_has_together_cost_sixteen_queries_at_most(
    client, django_assert_max_num_queries
):
    PageFactory(title="Rehearsals")
    PageFactory(title="Clay")
    with django_assert_max_num_queries(16):
        client.get(SEARCH, {"q": "rehersals clay"})


def test_words_are_not_read_when_something_was_found(client, monkeypatch):
    PageFactory(title="Beethoven")
    monkeypatch.setattr(did_you_mean, "vocabulary", lambda: pytest.fail("was read"))
    assert suggested(client, "beethoven") == ""
