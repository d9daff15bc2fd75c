"""What is marked as example text says so wherever readers meet it, and nothing else does."""

import io
import re
from datetime import timedelta

import feedparser
import icalendar
import pytest
from django.utils import timezone
from pypdf import PdfReader

from content.actions import take_off_example_mark
from content.models import Council, MarkedAsExample, Version
from tests.factories.city import CityFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.page import NoticeFactory, PageFactory
from tests.factories.picture import PictureFactory
from tests.factories.video import VideoFactory
from tests.factories.volunteer_task import VolunteerTaskFactory
from tests.whole_site.examples import FACTORIES, LABEL, differing_box, make, printed, shared
from tests.worker import work_off
from twinning_site.page_store.triggers import shown_models

pytestmark = pytest.mark.usefixtures("council")
OTHERS = [
    *(DocumentFactory, FundFactory, PictureFactory, NoticeFactory, VolunteerTaskFactory),
    ConsentWordingFactory,
]
# What readers see and has no mark of its own, and what says it
SAID_BY = {
    "cities.Milestone": "its city",
    "cities.WebLink": "its city",
    "events.OccurrenceChange": "its event",
    "events.EventPhoto": "its picture",
    "links.Article": "its newsletter",
    "links.Contact": "its group",
    "content.Theme": "what is sorted by it: a theme is one word and claims nothing",
    **dict.fromkeys(
        ["content.DocumentKind", "cities.LinkKind", "cities.MilestoneKind"],
        "what is of that kind",
    ),
    "volunteers.Question": "nothing: it asks, and claims nothing",
    "redirects.Redirect": "nothing: it has no text",
    "search.SearchEntry": "it has the mark of its row",
}


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


@pytest.mark.parametrize("factory", [*FACTORIES, *OTHERS])
def test_officer_takes_the_mark_off_several(officer_client, factory):
    rows = [make(factory, example=True) for _ in range(2)]
    options = rows[0]._meta
    address = f"/admin/{options.app_label}/{options.model_name}/"
    assert officer_client.get(f"{address}?example__exact=1").context["cl"].result_count == 2

    sent = {"action": "take_off_mark", "_selected_action": [row.pk for row in rows]}
    page = officer_client.post(address, sent, follow=True).text

    assert "No longer marked as an example. 2 entries." in page
    assert not type(rows[0]).objects.filter(example=True).exists()
    assert [Version.objects.of(row).count() for row in rows] == [2, 2]
    first = Version.objects.of(rows[0]).get(number=1)
    assert first.rows[0]["fields"]["example"]


def test_mark_stays_on_what_has_none_and_nothing_is_saved():
    city = CityFactory()

    assert take_off_example_mark(type(city).objects.all()) == []


def test_every_model_that_readers_see_has_the_mark_or_its_reason():
    own = {model._meta.label for model in shown_models() if not model._meta.auto_created}
    marked = {one._meta.label for one in shown_models() if issubclass(one, MarkedAsExample)}

    assert own - marked == set(SAID_BY)


@pytest.mark.parametrize("factory", [*FACTORIES, FundFactory, VideoFactory])
def test_shared_link_says_it_in_words_and_in_its_picture(client, factory):
    row = make(factory, example=True)
    marked = shared(client, row)
    type(row).objects.update(example=False)
    plain = shared(client, row)

    assert marked["description"].startswith("Example text. ")
    assert marked["image:alt"].startswith("Example text. ")
    assert "Example" not in plain["description"] + plain["image:alt"]
    assert differing_box(client, marked, plain)[:2] < (60, 60)


@pytest.mark.parametrize("address", ["/", "/contact/", "/cities/"])
def test_texts_of_the_council_say_it_beside_the_office_and_at_home(client, address):
    Council.objects.update(example=True)

    assert client.get(address).text.count(LABEL) == (2 if address == "/" else 1)
    assert 'property="og:description" content="Example text. ' in client.get("/").text


def test_notice_says_it(client):
    NoticeFactory(example=True)
    NoticeFactory()

    assert client.get("/about/").text.count(LABEL) == 1


def test_volunteer_form_says_it_of_tasks_links_and_consent(client):
    VolunteerTaskFactory(name="Host a guest", example=True)
    CityFactory(name="Bonn", example=True)
    ConsentWordingFactory(example=True)

    page = client.get("/volunteer/apply/").text
    paper = printed(client, "/volunteer/form/")

    for words in ("Host a guest (Example text)", "Bonn (Example text)"):
        assert words in page
        assert words in paper
    assert page.count(LABEL) == 1
    assert paper.count("Example text") == 3


def test_start_page_counts_what_is_no_page_and_links_to_each_list(officer_client):
    Council.objects.update(example=True)
    for factory in (NoticeFactory, ConsentWordingFactory, VolunteerTaskFactory):
        factory(example=True)
    NoticeFactory(example=True, ends_at=timezone.now() - timedelta(hours=1))
    VolunteerTaskFactory(example=True, is_offered=False)
    PictureFactory.create_batch(9, example=True)

    page = officer_client.get("/admin/").text

    assert "<h3>Example text is still live: 13</h3>" in page
    for name, listed in (
        ("content/council", "council: 1"),
        ("content/picture", "pictures: 9"),
        ("pages/notice", "notices: 1"),
        ("volunteers/volunteertask", "tasks for volunteers: 1"),
        ("volunteers/consentwording", "consent wordings: 1"),
    ):
        assert f'<a href="/admin/{name}/?example__exact=1">{listed}</a>' in page


def test_council_is_unmarked_from_the_start_page(officer_client):
    Council.objects.update(example=True)
    page = officer_client.get("/admin/").text
    seen = re.search(
        r'name="row" value="content.council:1">\s*<input[^>]*name="seen" value="(.*?)"', page
    )
    sent = {"row": "content.council:1", "answer": "take_off_mark", "seen": seen[1]}

    assert (
        "No longer marked as an example. 1 entry."
        in officer_client.post("/admin/day-sheet/answer/", sent, follow=True).text
    )

    assert not Council.objects.get().example
