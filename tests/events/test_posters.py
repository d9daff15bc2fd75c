import io
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import page
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from content.pdf.rendering import make_pdf
from events.date_text import date_text
from events.posters import SIZES, poster_html
from tests.factories.event import EventFactory
from tests.factories.picture import PictureFactory
from tests.printed import outside, overlaps, shows_qr_code
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


def test_a_poster_of_an_online_event_abroad_tells_both_times():
    start = datetime(2030, 11, 9, 19, tzinfo=ZoneInfo("Asia/Tokyo"))
    event = make(
        starts_at=start,
        ends_at=start + timedelta(hours=1),
        time_zone="Asia/Tokyo",
        place="",
        online_url="https://meet.example.org/",
    )
    occurrence = next(event.occurrences())

    html = poster_html(occurrence, date_text(occurrence), "a4")

    assert "19:00 to 20:00, Tokyo time (10:00, Oxford time)" in html
    assert '<p class="poster__where ">Online</p>' in html


WORDS = ("Friends of the twin town and all who sing there " * 8)[:120].strip()
NOUNS = ("Städtepartnerschaftsjubiläumsvorbereitungsausschuss " * 8)[:120].strip()
TEXTS = ("title", "place", "address", "organiser", "price", "summary")


def long_texts(**texts: str) -> dict[str, str]:
    return {"slug": "w" * 50} | texts


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    "texts",
    [
        {"title": "Concert"},
        long_texts(organiser=WORDS),
        long_texts(**dict.fromkeys(TEXTS, NOUNS)),
        long_texts(**dict.fromkeys(TEXTS, "M" * 120)),
        long_texts(**dict.fromkeys(TEXTS, WORDS), status="cancelled"),
        # Longer than anybody writes
        long_texts(**dict.fromkeys(TEXTS, f"{WORDS} {NOUNS} " * 4)),
        long_texts(address="\n".join([WORDS] * 8), summary=f"{WORDS} " * 12),
    ],
)
def test_no_text_costs_a_poster_its_qr_code(council, language, size, texts):
    council.name = council.officer_role = texts.get("organiser", "Council")
    council.phone = "+44 1865 252537 " * 3
    council.save()
    start = datetime(2030, 12, 30, 15, tzinfo=ZoneInfo("Europe/London"))
    event = EventFactory(starts_at=start, ends_at=start + timedelta(days=4), **texts)

    with translation.override(language):
        occurrence = next(event.occurrences())
        html = poster_html(occurrence, date_text(occurrence), size)
        address = f"{settings.SITE_URL}{event.get_absolute_url()}"
    sheets = PdfDocument(make_pdf(html))

    assert len(sheets) == 1
    assert shows_qr_code(sheets[0], address)
    assert outside(sheets[0]) == []
    assert overlaps(sheets[0]) == []


def test_a_qr_code_that_is_cut_is_none():
    event = make()
    html = poster_html(next(event.occurrences()), "", "a4")
    cut = html.replace("<footer", '<footer style="inset-inline: 9rem -9rem"')

    sheet = PdfDocument(make_pdf(cut))[0]
    assert not shows_qr_code(sheet, f"{settings.SITE_URL}{event.get_absolute_url()}")


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
