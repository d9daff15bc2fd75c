import pytest
from django.db import connection
from django.utils.translation import override

from content.text.languages import language_of
from tests.factories.page import PageFactory
from twinning_site.pages.models import Page

pytestmark = pytest.mark.django_db
DIRTY, CLEAN = '<p onclick="x()">a</p><script>b</script>', "<p>a</p>"


def stored(page) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT body, title FROM pages_page WHERE id = %s", [page.pk])
        return cursor.fetchone()


def test_rich_text_is_clean_in_the_database_and_in_memory():
    page = PageFactory(body={"en": DIRTY, "de": DIRTY})

    assert page.body.data == {"en": CLEAN, "de": CLEAN}
    assert stored(page)[0] == '{"de": "<p>a</p>", "en": "<p>a</p>"}'


@pytest.mark.parametrize("text", [DIRTY, {"en": DIRTY}])
def test_no_way_into_the_database_goes_round_the_cleaning(text):
    page = PageFactory()

    Page.objects.filter(pk=page.pk).update(body=text)
    page.refresh_from_db()
    assert str(page.body) == CLEAN

    page.body = text
    Page.objects.bulk_update([page], ["body"])
    page.refresh_from_db()
    assert str(page.body) == CLEAN

    [other] = Page.objects.bulk_create([Page(title="b", slug="b", body=text)])
    other.refresh_from_db()
    assert str(other.body) == CLEAN


def test_letters_are_stored_as_themselves():
    page = PageFactory(title={"en": "León", "de": "Löwe “a”\n"})

    assert stored(page)[1] == '{"de": "Löwe “a”\\n", "en": "León"}'
    assert Page.objects.filter(title__contains="León").get() == page


def test_a_text_that_looks_like_something_else_stays_a_text():
    page = PageFactory(title={"en": "1947"}, summary={"en": '{"x": 1}'})

    page.refresh_from_db()
    assert str(page.title) == "1947"
    assert str(page.summary) == '{"x": 1}'


@pytest.mark.parametrize("digits", ["1947", "12345678901234567890"])
def test_digits_in_no_language_are_stored_as_a_text(digits):
    page = PageFactory(title=digits)

    page.refresh_from_db()
    assert str(page.title) == digits


def test_a_missing_text_falls_back_in_the_order_of_the_sites_languages(settings):
    settings.SITE_LANGUAGES = ["fr", "en", "de"]
    settings.LANGUAGE_CODE = "fr"
    page = PageFactory(title={"de": "Löwe", "en": "Lion", "ar": "أسد"})

    page.refresh_from_db()

    assert list(page.title.data) == ["en", "de", "ar"]
    with override("fr"):
        assert str(page.title) == "Lion"
        assert language_of(page.title) == "en"
