"""In each language the site says everything in it: pages, forms, faults, mails, PDFs, calendars."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from django.db import transaction
from django.test import override_settings

from content.pdf import jobs
from tests.whole_site import one_language
from tests.whole_site.everything_said import Said, addresses, everything_said, in_language
from tests.whole_site.foreign_texts import complete_languages, foreign_in, latin_in

LANGUAGES = complete_languages()
Ask = Callable[[str], Said]
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("languages"),
    pytest.mark.timeout(600),
]


@pytest.fixture(scope="module")
def everything(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Ask]:
    """Ask what a site whose officers wrote in every language says in one; they print in turns."""
    stage = {"MEDIA_ROOT": tmp_path_factory.mktemp("media"), "MESSAGE_MIN_SECONDS": 0}
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(jobs, "MAX_WAIT_SECONDS", 0)
        with override_settings(**stage), in_language("en"):
            one_language.fill(LANGUAGES)
            pages, sheets = addresses()

        @cache
        def ask(language: str) -> Said:
            sheet = sheets[LANGUAGES.index(language) % len(sheets)]
            with override_settings(**stage), transaction.atomic():
                found = everything_said(language, pages, sheet)
                transaction.set_rollback(True)
            return found

        yield ask
        transaction.set_rollback(True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_in_another_language(everything, language):
    wrong = {
        where: found
        for where, texts in everything(language).items()
        if (found := foreign_in(texts, language))
    }

    assert not wrong


def test_in_arabic_only_names_and_marks_have_latin_letters(everything):
    """Finds what is in no catalogue, such as words in a template that nobody translates."""
    wrong = {
        where: found
        for where, texts in everything("ar").items()
        # Of fields, formats and standards; what a PDF has from both directions is in no order.
        if not {"/open-data/", "PDF"} & {*where.split()} and (found := latin_in(texts))
    }

    assert not wrong
