"""The admin is in one language as a whole, if need be in English."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from content.languages.staff import staff_language, staff_languages


@pytest.mark.parametrize(
    ("languages", "wanted", "spoken"),
    [
        (["en", "de"], "de", "de"),
        (["de", "it"], "it", "de"),
        (["it", "de"], "", "en"),
        (["it", "de"], "de", "de"),
        (["it"], "it", "en"),
    ],
)
def test_language_that_the_admin_does_not_speak_gives_way(settings, languages, wanted, spoken):
    settings.SITE_LANGUAGES, settings.LANGUAGE_CODE = languages, languages[0]

    assert staff_language(wanted) == spoken


def test_officers_choose_among_the_languages_of_the_site_and_english(settings):
    settings.SITE_LANGUAGES, settings.LANGUAGE_CODE = ["it", "de"], "it"

    assert [code for code, _name in staff_languages()] == ["de", "en"]


@pytest.mark.django_db
def test_italian_site_has_an_english_admin_and_no_mixture(settings):
    settings.SITE_LANGUAGES, settings.LANGUAGE_CODE = ["it"], "it"

    page = Client().get("/admin/", follow=True)

    assert page.headers["Content-Language"] == "en"
    assert '<html lang="en"' in page.text


def test_links_from_an_english_admin_lead_to_pages_that_there_are(settings):
    settings.SITE_LANGUAGES, settings.LANGUAGE_CODE = ["it"], "it"

    with override("en"):
        assert reverse("events:event-list") == "/events/"
