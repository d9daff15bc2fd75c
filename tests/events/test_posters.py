import io
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import page
import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from events.posters import poster_html
from tests.factories.event import EventFactory
from tests.factories.picture import PictureFactory
from tests.worker import work_off

pytestmark = pytest.mark.usefixtures("council")


def make(slug="concert", **kwargs):
    start = datetime(2030, 11, 9, 15, tzinfo=ZoneInfo("Europe/London"))
    kwargs = {
        "starts_at": start, "ends_at": start + timedelta(hours=1), "place": "Town Hall", **kwargs
    }  # fmt: skip
    return EventFactory(slug=slug, title="Concert of the five cities", **kwargs)


def fetch(client, event, size="a4") -> bytes:
    address = reverse("events:poster", args=[event.slug, size])
    client.get(address)
    work_off()
    response = client.get(address)
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def test_a_poster_says_what_when_and_where_in_reading_order(client, settings):
    event = make(organiser="Both choirs", price="Free")

    reader = PdfReader(io.BytesIO(fetch(client, event)))

    # Without spaces: a long address is broken into lines.
    text = "".join(reader.pages[0].extract_text().split())
    words = [
        "Concert of the five cities",
        "Saturday 9 November 2030, 15:00 to 16:00",
        "Town Hall, Oxford · Free",
        "Both choirs",
        "International Officer",
        f"{settings.SITE_URL}/events/concert/",
    ]
    positions = [text.index(word.replace(" ", "")) for word in words]
    assert positions == sorted(positions)


@pytest.mark.parametrize(("size", "millimetres"), [("a4", (210, 297)), ("a3", (297, 420))])
def test_a_poster_is_one_sheet_of_its_size(client, size, millimetres):
    reader = PdfReader(io.BytesIO(fetch(client, make(), size)))

    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert [round(float(side) / 72 * 25.4) for side in (box.width, box.height)] == [*millimetres]


@pytest.mark.parametrize("with_picture", [True, False])
def test_a_poster_conforms_to_pdf_ua(client, with_picture):
    picture = PictureFactory() if with_picture else None

    report = page.validate_pdf_bytes(fetch(client, make(picture=picture)), profile="ua1")

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_a_cancelled_event_says_so_on_its_poster(client):
    event = make(status="cancelled")

    text = PdfReader(io.BytesIO(fetch(client, event))).pages[0].extract_text()

    assert "Cancelled" in text


def test_the_german_page_has_a_german_poster(client):
    event = make()
    client.get(f"/de/events/{event.slug}/poster/a4/")
    work_off()
    response = client.get(f"/de/events/{event.slug}/poster/a4/")

    reader = PdfReader(io.BytesIO(b"".join(response.streaming_content)))
    assert reader.root_object["/Lang"] == "de"
    assert "9. November 2030" in reader.pages[0].extract_text()


def test_a_very_long_title_is_set_small_enough_for_the_sheet(client):
    event = make()
    event.title = "Ein sehr langer Titel über Freundschaft und Verständigung " * 3
    event.save()

    assert len(PdfReader(io.BytesIO(fetch(client, event))).pages) == 1


@pytest.mark.parametrize(
    "title",
    ["Städtepartnerschaftsjubiläum", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk 2030"],
)
def test_no_word_is_too_long_for_the_sheet(client, title):
    event = make(place=title)
    event.title = title
    event.save()

    sheet = PdfDocument(fetch(client, event))[0]

    words = sheet.get_textpage()
    boxes = [words.get_rect(number) for number in range(words.count_rects())]
    assert max(right for _left, _bottom, right, _top in boxes) < 0.95 * sheet.get_width()


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_nobody_prints_what_is_not_public(client, state):
    event = make(**{state: True})

    assert client.get(reverse("events:poster", args=[event.slug, "a4"])).status_code == 404


def test_there_is_no_other_size(client):
    assert client.get(reverse("events:poster", args=[make().slug, "a0"])).status_code == 404


def test_the_page_is_the_same_until_something_changes(time_machine):
    event = make()
    occurrence = next(iter(type(event).objects.published().agenda().next))
    first = poster_html(occurrence, "on Saturday", "a4")
    time_machine.move_to(timezone.now() + timedelta(days=3))

    assert poster_html(occurrence, "on Saturday", "a4") == first
