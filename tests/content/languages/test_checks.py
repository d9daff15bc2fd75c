"""A language is offered only when the site speaks it whole."""

import pytest
from django.core.checks import run_checks
from django.core.checks.registry import registry

from content.languages import checks
from content.languages.checks import check_site_languages, missing_texts

HALF = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "city"
msgstr "miasto"

msgid "group"
msgstr ""

#, fuzzy
msgid "event"
msgstr "zdarzenie?"

msgid "%(pages)s page"
msgid_plural "%(pages)s pages"
msgstr[0] "%(pages)s strona"
msgstr[1] "%(pages)s strony"
msgstr[2] ""
"""


@pytest.fixture
def catalogues(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(checks, "_is_ours", lambda file: True)
    settings.LOCALE_PATHS = [tmp_path]
    settings.SITE_LANGUAGES = ["en", "pl"]
    return tmp_path


def messages() -> list[str]:
    return [error.msg for error in check_site_languages()]


def test_languages_of_the_source_and_those_that_are_complete_are_offered(settings):
    settings.SITE_LANGUAGES = ["en", "de", "fr"]

    assert run_checks(tags=["translation"]) == []


def test_language_without_translation_is_refused(catalogues):
    assert messages() == ["SITE_LANGUAGES has pl. There is no translation of the site into it."]


def test_texts_that_are_missing_guessed_or_lack_a_plural_are_counted(catalogues):
    folder = catalogues / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(HALF)

    assert messages() == ["SITE_LANGUAGES has pl. 3 texts of the site are not translated into it."]


@pytest.mark.parametrize(
    ("words", "languages", "count"),
    [
        ("Skip to the content", "en", 1),
        ("Language of the admin", "en", 0),
        ("Language of the admin", "en pl", 1),
    ],
)
def test_texts_of_the_admin_count_only_where_the_admin_speaks_the_language(
    catalogues, monkeypatch, words, languages, count
):
    monkeypatch.setattr(checks, "LANGUAGES_OF_ADMIN", {*languages.split()})
    file = catalogues / "django.po"
    file.write_text(f'msgid "{words}"\nmsgstr ""\n')

    assert len(missing_texts("pl", file)) == count


def test_the_site_is_checked_whenever_it_starts():
    assert check_site_languages in registry.registered_checks
