"""Addresses in the language of their page, and where those in other words lead."""

import pytest
from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.core.exceptions import ValidationError
from django.urls import resolve, reverse
from django.utils.translation import override

from content.languages.addresses.checks import check_words_of_addresses
from content.languages.addresses.moved import _routes_in, address_in_todays_words
from content.languages.addresses.routes import translated
from content.languages.addresses.words import WORDS
from content.web.internal_links import stored_forms
from content.web.link_targets import shown_links
from content.web.site_places import Refusal
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.page import PageFactory
from twinning_site.pages.checks import check_addresses_of_pages

# What no reader reads: files, keys behind which somebody's own page is, and names of formats
UNTRANSLATED = {"brand", "drop-box", "feed", "pdf", "still-right", "styleguide"}


def test_words_stay_as_they_are_without_the_setting(settings):
    settings.LANGUAGE_CODE = "de"

    with override("de"):
        assert str(translated("cities/<slug:slug>/fact-sheet/")) == "cities/<slug:slug>/fact-sheet/"


def test_words_follow_the_language_of_the_page(translated_addresses):
    assert reverse("cities:fact-sheet", args=["bonn"]) == "/cities/bonn/fact-sheet/"
    with override("de"):
        assert reverse("cities:fact-sheet", args=["bonn"]) == "/de/staedte/bonn/steckbrief/"
        assert reverse("events:event-past") == "/de/veranstaltungen/vergangene/"
        assert resolve("/de/kontakt/").view_name == "pages:contact"


def test_officers_who_work_in_another_language_see_addresses_of_the_site(
    settings, translated_addresses
):
    settings.SITE_LANGUAGES = ["en"]

    with override("de"):
        assert reverse("cities:city-list") == "/cities/"


def test_addresses_with_keys_are_the_same_in_every_language(translated_addresses):
    with override("de"):
        assert reverse("volunteers:application", args=["key"]) == "/de/volunteer/application/key/"
        assert reverse("pages:message-sent", args=["key"]) == "/de/contact/sent/key/"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/de/cities/bonn/", "/de/staedte/bonn/"),
        ("/de/cities/bonn", "/de/staedte/bonn/"),
        ("/de/cities/", "/de/staedte/"),
        ("/de/groups/events/write/", "/de/gruppen/events/schreiben/"),
        ("/de/events/calendar.ics", "/de/veranstaltungen/calendar.ics"),
        ("/de/events/talk/2026-05-01.ics", "/de/veranstaltungen/talk/2026-05-01.ics"),
        ("/de/open-data/cities.json", "/de/offene-daten/cities.json"),
        ("/staedte/", "/cities/"),
    ],
)
def test_addresses_in_other_words_lead_to_those_of_today(translated_addresses, old, new):
    assert address_in_todays_words(old) == new


def test_addresses_that_were_translated_lead_on_when_the_setting_is_taken_back():
    assert address_in_todays_words("/de/staedte/bonn/") == "/de/cities/bonn/"
    assert address_in_todays_words("/de/cities/bonn/") is None


@pytest.mark.parametrize(
    "path", ["/de/nichts/bonn/", "/", "/de/", "/cities/bonn/", "/de/staedte/bonn/", "//", "/%00/"]
)
def test_other_addresses_lead_nowhere(translated_addresses, path):
    assert address_in_todays_words(path) is None


@pytest.mark.django_db
def test_pages_are_there_and_name_their_versions(translated_addresses, client):
    CouncilFactory()
    CityFactory(slug="bonn", name={"en": "Bonn", "de": "Bonn"})

    response = client.get("/de/staedte/bonn/")

    assert response.status_code == 200
    assert 'href="/cities/bonn/"' in response.text


@pytest.mark.django_db
def test_reader_is_sent_on_and_keeps_the_question(translated_addresses, client):
    CouncilFactory()

    response = client.get("/de/search/?q=Bonn")

    assert (response.status_code, response["Location"]) == (301, "/de/suche/?q=Bonn")


@pytest.mark.django_db
def test_form_that_was_open_when_the_words_changed_is_sent_on_whole(translated_addresses, client):
    CouncilFactory()

    response = client.post("/de/contact/", {"message": "Hello"})

    assert (response.status_code, response["Location"]) == (308, "/de/kontakt/")


@pytest.mark.django_db
def test_links_that_officers_type_in_other_words_are_kept(translated_addresses):
    city = CityFactory(slug="bonn")

    forms = stored_forms(["/cities/bonn/", "/de/cities/bonn/", "/de/contact/", "/de/cites/bonn/"])

    assert forms["/cities/bonn/"] == forms["/de/cities/bonn/"] == f"/go/city/{city.pk}/"
    assert forms["/de/contact/"] == "/de/contact/"
    assert forms["/de/cites/bonn/"] is Refusal.NOWHERE


@pytest.mark.django_db
def test_redirect_tells_no_draft(translated_addresses, client):
    CouncilFactory()
    CityFactory(slug="bonn", published_at=None)
    Redirect.objects.create(
        site_id=settings.SITE_ID, old_path="/de/cities/bon/", new_path="/de/cities/bonn/"
    )

    assert client.get("/de/cities/bon/").status_code == 404
    assert client.get("/de/staedte/bon/").status_code == 404


@pytest.mark.django_db
def test_page_that_the_site_takes_the_address_of_is_named(translated_addresses):
    page = PageFactory(slug="kontakt", title="Kontakt")
    PageFactory(slug="verein")

    assert check_addresses_of_pages(databases=None) == []
    (warning,) = check_addresses_of_pages(databases=["default"])
    assert warning.msg == "Page “Kontakt” is not reached: the site has its address."
    with pytest.raises(ValidationError, match="Another part of the site"):
        page.full_clean()


def test_words_that_no_address_can_have_are_refused(settings, translated_addresses, monkeypatch):
    settings.SITE_LANGUAGES = ["en", "de"]
    assert check_words_of_addresses() == []

    monkeypatch.setitem(WORDS, "Two words", "x")
    first, _second = check_words_of_addresses()

    assert first.msg == "The words of addresses in en cannot be used: Two words."


def test_links_in_texts_to_pages_of_the_site_have_todays_words(translated_addresses):
    text = '<a href="/de/contact/">Schreiben Sie</a> <a href="/nowhere/">Nichts</a>'

    shown = shown_links(text, {})

    assert shown == text.replace("/de/contact/", "/de/kontakt/")


def test_every_word_of_public_addresses_can_be_translated():
    named = {
        part
        for route in _public_routes()
        for part in route.split("/")
        if part and not {"<", "."} & {*part} and "<str:token>" not in route
    }

    assert named - UNTRANSLATED - {"erased"} == {*WORDS}


def _public_routes() -> list[str]:
    return [str(route.pattern) for route in _routes_in("en")]
