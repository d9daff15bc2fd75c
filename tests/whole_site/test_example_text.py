"""What is marked as example text says so wherever readers meet it, and nothing else does."""

import io
from datetime import timedelta

import feedparser
import icalendar
import pytest
from django.utils import timezone
from pypdf import PdfReader

from content.actions import take_off_example_mark
from content.models import Version
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.page import PageFactory
from tests.worker import work_off

pytestmark = pytest.mark.usefixtures("council")
LABEL = '<span class="example-label">Example text</span>'
FACTORIES = [CityFactory, LinkGroupFactory, NewsletterFactory, EventFactory, PageFactory]


def tomorrow() -> dict:
    start = timezone.now() + timedelta(days=1)
    return {"starts_at": start, "ends_at": start + timedelta(hours=1)}


def make(factory, **values):
    return factory(**(tomorrow() if factory is EventFactory else {}), **values)


@pytest.mark.parametrize("factory", FACTORIES)
def test_page_says_it_once(client, factory):
    page = client.get(make(factory, example=True).get_absolute_url()).text

    assert page.count(LABEL) == 1
    assert page.index("<h1") < page.index(LABEL) < page.index("</main>")


@pytest.mark.parametrize("factory", FACTORIES)
def test_page_of_what_is_true_does_not_say_it(client, factory):
    assert "Example text" not in client.get(make(factory).get_absolute_url()).text


@pytest.mark.parametrize(
    ("factory", "address"),
    [
        (CityFactory, "/cities/"),
        (LinkGroupFactory, "/groups/"),
        (NewsletterFactory, "/newsletters/"),
        (EventFactory, "/events/"),
        (FundFactory, "/funds/"),
        (PageFactory, "/about/"),
    ],
)
def test_list_says_it_of_the_marked_one_only(client, factory, address):
    make(factory, example=True)
    make(factory)

    assert client.get(address).text.count(LABEL) == 1


def test_calendar_of_a_month_says_it(client):
    event = make(EventFactory, example=True)

    assert LABEL in client.get(f"/events/calendar/{event.starts_at:%Y/%m}/").text


def test_link_to_a_document_says_it(client):
    page = PageFactory()
    page.documents.set([DocumentFactory(example=True), DocumentFactory()])

    assert client.get(page.get_absolute_url()).text.count(LABEL) == 1


@pytest.mark.parametrize("factory", FACTORIES)
def test_feed_says_it_before_the_text(client, factory):
    make(factory, example=True)

    (entry,) = feedparser.parse(client.get("/feed/").content).entries

    assert entry.summary.startswith("Example text.")
    assert entry.content[0].value.startswith("<p>Example text</p>")


def test_calendar_file_says_it_and_has_it_as_a_category(client):
    event = make(EventFactory, example=True)

    answer = client.get(f"/events/{event.slug}.ics")
    (entry,) = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")

    assert entry["description"].startswith("Example text\n\n")
    assert "Example text" in entry["categories"].to_ical().decode()


@pytest.mark.parametrize(
    ("factory", "file"),
    [
        (CityFactory, "fact-sheet/"),
        (NewsletterFactory, "pdf/"),
        (EventFactory, "poster/a4/"),
    ],
)
@pytest.mark.parametrize("example", [True, False])
def test_pdf_says_it_on_the_first_page(client, factory, file, example):
    row = make(factory, example=example)
    if factory is NewsletterFactory:
        ArticleFactory(newsletter=row)
    client.get(f"{row.get_absolute_url()}{file}")
    work_off()

    answer = client.get(f"{row.get_absolute_url()}{file}")

    text = PdfReader(io.BytesIO(b"".join(answer.streaming_content))).pages[0].extract_text()
    assert ("Example text" in text) is example


@pytest.mark.parametrize("factory", [*FACTORIES, DocumentFactory])
def test_officer_takes_the_mark_off_several(officer_client, factory):
    rows = [make(factory, example=True) for _ in range(2)]
    options = rows[0]._meta
    address = f"/admin/{options.app_label}/{options.model_name}/"
    assert officer_client.get(f"{address}?example__exact=1").context["cl"].result_count == 2

    sent = {"action": "take_off_mark", "_selected_action": [row.pk for row in rows]}
    page = officer_client.post(address, sent, follow=True).text

    assert "No longer marked as example text. 2 entries." in page
    assert not type(rows[0]).objects.filter(example=True).exists()
    assert all(Version.objects.of(row).exists() for row in rows)


def test_mark_stays_on_what_has_none_and_nothing_is_saved():
    city = CityFactory()

    assert take_off_example_mark(type(city).objects.all()) == []
