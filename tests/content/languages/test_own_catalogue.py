"""Any language of CLDR may be the site's once the council brings its texts."""

import os

import pytest
from django.conf import settings as configured
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from content.languages.checks import check_site_languages
from tests.content.languages.own_catalogue import make_catalogue
from twinning_site.settings.languages import _checked

# Right to left; none that Django knows; one in another script than is usual
LANGUAGES = {
    "he": ("rtl", "עברית"),
    "gsw": ("ltr", "Schwiizertüütsch"),
    "sr-latn": ("ltr", "srpski"),
}


@pytest.fixture
def site(settings, tmp_path):
    """Open the site in English and another language, with the catalogues of a folder."""

    def open_in(language: str):
        settings.LOCALE_PATHS = [settings.BASE_DIR / "locale", tmp_path]
        settings.SITE_LANGUAGES = ["en", language]
        settings.LANGUAGES = [("en", "English"), (language, language)]
        settings.LANGUAGES_BIDI = [*configured.LANGUAGES_BIDI, "he"]
        return tmp_path

    return open_in


def messages() -> list[str]:
    return [error.msg for error in check_site_languages()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.django_db
def test_the_site_opens_in_a_language_that_it_does_not_ship(site, client, council, language):
    make_catalogue(site(language), language, "@")
    direction, own_name = LANGUAGES[language]

    assert messages() == []
    for address in ("", "cities/", "events/", "volunteer/", "contact/", "no/such/page/"):
        page = client.get(f"/{language}/{address}").text
        assert f'<html lang="{language}" dir="{direction}"' in page
        assert "@Skip to the content" in page
    assert own_name.casefold() in client.get("/").text.casefold()


def test_texts_that_are_missing_are_counted(site):
    make_catalogue(site("da"), "da", "@", leave_out="Skip to the content")

    assert messages() == ["SITE_LANGUAGES has da. 1 texts of the site are not translated into it."]


def test_catalogue_of_an_older_version_lacks_the_texts_that_are_new(site, monkeypatch):
    make_catalogue(site("da"), "da", "@")
    new = {("", "A text of tomorrow")}
    monkeypatch.setattr("content.languages.checks.public_texts", lambda: new)

    assert messages() == ["SITE_LANGUAGES has da. 1 texts of the site are not translated into it."]


def test_catalogue_that_was_changed_has_to_be_compiled(site):
    file = make_catalogue(site("da"), "da", "@")
    compiled = file.with_suffix(".mo")
    os.utime(file, (compiled.stat().st_mtime + 5,) * 2)

    assert messages() == [f"SITE_LANGUAGES has da. {file} is not compiled, or was changed since."]

    call_command("compile_catalogues", verbosity=0)

    os.utime(file, (compiled.stat().st_mtime - 5,) * 2)
    assert messages() == []


def test_other_script_does_not_take_the_texts_of_the_usual_one(site):
    make_catalogue(site("sr-latn"), "sr", "@")

    assert messages() == [
        "SITE_LANGUAGES has sr-latn. There is no translation of the site into it."
    ]


def test_language_of_a_region_takes_the_texts_of_the_language(site):
    site("de-at")

    assert messages() == []


@pytest.mark.parametrize("codes", [[], ["en", "qq"], ["english"], ["en", "../x"]])
def test_what_is_no_language_is_refused(codes):
    with pytest.raises(ImproperlyConfigured, match="SITE_LANGUAGES has"):
        _checked(codes)


def test_codes_are_taken_in_any_spelling():
    assert _checked(["pt-BR", "zh_Hant"]) == ["pt-br", "zh-hant"]
