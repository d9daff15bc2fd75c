"""Pages in easy language: beside the page, in the languages in which there is such a text."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from content.drafts.preview_links import make_link
from tests.admin_forms import save
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from twinning_site.pages.easy_language import MAX_WORDS, long_sentences
from twinning_site.workbench.findings.looks import findings_in

pytestmark = pytest.mark.usefixtures("council")

EASY = {"en": "<p>Cities are friends.</p>", "de": "<p>Städte sind Freunde.</p>"}
LONG = "<p>" + "word " * MAX_WORDS + "more.</p>"


def easy_page(**values):
    return PageFactory(**({"title": "Twins", "slug": "twins", "easy_read": EASY} | values))


def test_page_leads_to_its_easy_version_and_back(client):
    easy_page()

    assert 'href="/twins/easy-read/" hreflang="en">Easy read</a>' in client.get("/twins/").text
    page = client.get("/twins/easy-read/")
    assert "Cities are friends." in page.text
    assert "<title>Twins (Easy read)" in page.text
    assert 'href="/twins/">The page in everyday language</a>' in page.text
    assert "Städte sind Freunde." in client.get("/de/twins/easy-read/").text


def test_page_without_one_has_no_link_and_no_such_address(client):
    PageFactory(slug="twins")

    assert "Easy read" not in client.get("/twins/").text
    assert client.get("/twins/easy-read/").status_code == 404


def test_link_to_the_only_language_says_so_in_it(client, settings):
    easy_page(easy_read={"de": EASY["de"]})

    link = '<a class="button button--plain" href="/de/twins/easy-read/" hreflang="de" lang="de"'
    assert link in client.get("/twins/").text
    fallback = client.get("/twins/easy-read/").text
    assert '<div class="prose" lang="de"' in fallback
    assert f'rel="canonical" href="{settings.SITE_URL}/de/twins/easy-read/"' in fallback


def test_easy_text_is_no_version_of_the_page_itself(client):
    easy_page(title={"en": "Twins"}, body={"en": "<p>a</p>"})

    assert 'hreflang="x-default"' not in client.get("/twins/").text
    assert 'hreflang="x-default"' in client.get("/twins/easy-read/").text


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_easy_version_is_as_public_as_its_page(client, state):
    easy_page(**{state: True})

    assert client.get("/twins/easy-read/").status_code == 404
    assert "easy-read" not in client.get("/sitemap-easy-read.xml").text


def test_sitemap_lists_it_in_the_languages_that_it_has(client, settings):
    easy_page(easy_read={"de": EASY["de"]})
    PageFactory(slug="without")

    found = client.get("/sitemap-easy-read.xml").text
    assert "/de/twins/easy-read/" in found
    assert "/without/" not in found
    assert f">{settings.SITE_URL}/twins/easy-read/" not in found


def test_example_is_marked(client):
    easy_page(example=True)

    assert "Example text" in client.get("/twins/easy-read/").text


@pytest.mark.parametrize("rows", [1, 3])
def test_easy_version_costs_the_same_for_any_number_of_pages(
    client, rows, django_assert_num_queries
):
    easy_page()
    for _ in range(rows):
        PageFactory(easy_read=EASY)
    with django_assert_num_queries(4):
        client.get("/twins/easy-read/")


def test_page_is_found_by_its_words(client):
    easy_page(easy_read={"en": "<p>Xylophone.</p>"})

    assert "/twins/" in client.get("/search/", {"q": "xylophone"}).text


def test_preview_of_a_draft_leads_to_its_easy_version(client):
    page = easy_page(published_at=None)
    link = make_link(page, OfficerFactory(is_superuser=True), timezone.localdate() + timedelta(9))
    address = reverse("content:preview-link", kwargs={"token": link})

    assert 'href="?language=en&amp;version=easy-read"' in client.get(address).text
    easy = client.get(f"{address}?language=de&version=easy-read").text
    assert "Städte sind Freunde." in easy
    assert 'href="?language=de"' in easy
    page.easy_read = ""
    page.save()
    assert "<p>Words.</p>" in client.get(f"{address}?version=easy-read").text


def test_officer_is_told_of_long_sentences(officer_client):
    page = easy_page()
    address = reverse("admin:pages_page_change", args=[page.pk])

    answer = save(
        officer_client, address, easy_read_0=f"<p>Short.</p>{LONG}", easy_read_1=EASY["de"]
    )
    told = officer_client.get(answer.url).text

    assert f"Easy language (English): more than {MAX_WORDS} words are in" in told
    assert "word more." in told
    assert "Short." not in told.partition("messagelist")[2].partition("</ul>")[0]


def test_long_sentences_are_named_once():
    assert long_sentences(f"<p>Short one. {LONG}{LONG}") == ["word " * MAX_WORDS + "more."]
    assert not long_sentences("<p>" + "word " * MAX_WORDS + "</p><ul><li>more</li></ul>")


def test_missing_language_is_no_missing_translation():
    page = PageFactory(
        title={"en": "Twins", "de": "Partner"},
        body={"en": "<p>a</p>", "de": "<p>b</p>"},
        easy_read={"en": EASY["en"]},
    )

    assert not findings_in(page)
