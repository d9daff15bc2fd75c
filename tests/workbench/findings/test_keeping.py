"""What was found is kept, forgotten with its text, and stays fine once somebody said so."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from content.models import Finding
from content.versions.bin import put_into_bin
from content.versions.recording import keep_version
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.page import PageFactory
from tests.factories.picture import PictureFactory
from twinning_site.workbench.findings.keeping import look_at_everything

pytestmark = pytest.mark.usefixtures("council")


@pytest.fixture(autouse=True)
def one_language(settings):
    settings.SITE_LANGUAGES = ["en"]


def found() -> list[tuple[str, str, str]]:
    return [(one.kind, one.heading, one.excerpt) for one in Finding.objects.order_by("pk")]


def test_night_finds_wording_that_ages_in_what_the_public_sees():
    CityFactory(name="Bonn", body="<p>All is well.</p><p>We go there next May.</p>")
    CityFactory(name="Draft", body="<p>We go there next May.</p>", draft=True)

    call_command("nightly", stdout=StringIO())

    assert found() == [("wording", "Bonn", "We go there next May.")]


def test_year_ages_by_itself(time_machine):
    time_machine.move_to(datetime(2026, 12, 31, 12, tzinfo=UTC))
    PageFactory(title="Visits", body="<p>The visit will be in 2026.</p>")
    assert look_at_everything() == 0

    time_machine.move_to(datetime(2027, 1, 1, 12, tzinfo=UTC))

    assert look_at_everything() == 1


def test_every_language_of_the_site_is_read(settings):
    settings.SITE_LANGUAGES = ["en", "de"]
    PageFactory(
        title={"en": "Visits", "de": "Besuche"},
        body={"en": "<p>Fine.</p>", "de": "<p>Nächstes Jahr.</p>", "fr": "<p>Bientôt.</p>"},
    )

    look_at_everything()

    assert [(one.language, one.excerpt) for one in Finding.objects.filter(kind="wording")] == [
        ("de", "Nächstes Jahr.")
    ]


def test_events_that_are_over_and_dated_issues_may_speak_of_their_time():
    past = timezone.now() - timedelta(days=9)
    EventFactory(summary="This year.", starts_at=past, ends_at=past + timedelta(hours=1))
    ArticleFactory(newsletter=NewsletterFactory(summary="Next May."), body="<p>This year.</p>")

    assert look_at_everything() == 0


def test_saving_looks_again_and_what_is_mended_is_gone(officer):
    page = PageFactory(title="Visits", body="<p>This year.</p><p>Next week.</p>")
    look_at_everything()

    page.body = "<p>In 2026.</p><p>Next week.</p>"
    page.save()
    keep_version(page, officer)

    assert found() == [("wording", "Visits", "Next week.")]


def test_what_is_fine_stays_fine_until_its_sentence_changes(officer):
    page = PageFactory(body="<p>This year.</p>")
    look_at_everything()
    Finding.objects.update(dismissed_at=timezone.now())

    page.body = "<p>This year.</p><p>More.</p>"
    page.save()
    keep_version(page, officer)
    assert look_at_everything() == 0

    page.body = "<p>This year we sing.</p>"
    page.save()
    assert look_at_everything() == 1


def test_nothing_is_kept_of_rows_that_are_gone(officer):
    binned, gone = PageFactory.create_batch(2, body="<p>This year.</p>")
    look_at_everything()

    put_into_bin(binned, officer)
    assert len(found()) == 1
    gone.delete()
    look_at_everything()

    assert not found()


def test_texts_that_were_to_be_replaced_are_found_in_articles_too():
    ArticleFactory(newsletter=NewsletterFactory(title="June"), body="<p>Lorem ipsum dolor.</p>")
    PageFactory(title="Team", body="<p>Write to anna@example.org, or todo.</p><p>Todos.</p>")

    look_at_everything()

    assert {(kind, heading) for kind, heading, _words in found()} == {
        ("sample", "June"),
        ("sample", "Team"),
    }


def test_missing_translations_are_one_finding_a_language(settings):
    settings.SITE_LANGUAGES = ["en", "de", "fr"]
    page = PageFactory(
        title={"en": "Visits", "de": "Besuche"},
        summary={"en": "All."},
        body={"en": "<p>Words.</p>", "de": "<p>Worte.</p>"},
    )
    look_at_everything()

    words = Finding.objects.of(page).order_by("language").values_list("language", "excerpt")

    assert list(words) == [("de", "summary"), ("fr", "title,summary,body")]


@pytest.mark.parametrize("alt", ["IMG_2034.JPG", "DSC 0123", "Picture", "photo 3", "The choir"])
def test_alternative_text_that_says_nothing_is_found(alt):
    PictureFactory(alt=alt, caption="The choir")

    assert look_at_everything() == 1


def test_documents_that_many_cannot_read_are_found():
    DocumentFactory(title="Form")
    DocumentFactory.create_batch(2)
    document = DocumentFactory(title="Scan")
    type(document).objects.filter(pk=document.pk).update(is_tagged=False)

    look_at_everything()

    assert [heading for _kind, heading, _words in found()] == ["Scan"]


def test_hostile_text_is_bounded():
    PageFactory(body=f"<p>{'This year. ' * 15_000}</p><p>{'next ' * 4_000}</p>")
    PageFactory(body=f"<p>This year {'y' * 150_000}</p>")

    look_at_everything()

    assert Finding.objects.count() == 2
    assert max(len(one.excerpt) for one in Finding.objects.all()) == 300


def test_looking_twice_changes_nothing(django_assert_max_num_queries):
    PageFactory.create_batch(30, body="<p>This year.</p>")
    look_at_everything()
    before = set(Finding.objects.values_list("pk", flat=True))

    with django_assert_max_num_queries(60):
        look_at_everything()

    assert set(Finding.objects.values_list("pk", flat=True)) == before
