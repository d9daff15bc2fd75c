"""How long our PDFs take beside a bare WeasyPrint run of the same page, in the same process."""

import io
import time
from datetime import datetime, timedelta
from mimetypes import guess_type
from zoneinfo import ZoneInfo

import pytest
import weasyprint
from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image
from pypdf import PdfReader

from content.pdf.rendering import make_pdf, read_own_file
from events.posters import poster_html
from links.models import Newsletter
from links.newsletter_pdf import newsletter_pdf_html
from tests.factories.event import EventFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.picture import PictureFactory

RUNS = 3
PICTURES = 20
PARAGRAPH = (
    "<p>The choirs of both cities have sung together since the first winter after the link was "
    "made. This year they meet again, and there is room for twelve more voices, whatever their "
    "age or training may be. Families offer beds; those who prefer a hotel get a list.</p>"
)


class BareFetcher(weasyprint.urls.URLFetcher):
    """Reads the same files and hands them on as they are."""

    def fetch(self, url, headers=None):
        headers = {"Content-Type": guess_type(url)[0] or "application/octet-stream"}
        return weasyprint.urls.URLFetcherResponse(url, read_own_file(url), headers)


def bare_pdf(html: str) -> bytes:
    page = weasyprint.HTML(string=html, base_url=f"{settings.SITE_URL}/", url_fetcher=BareFetcher())
    return page.write_pdf(pdf_variant="pdf/ua-1")


def photograph(number: int) -> ContentFile:
    """A picture of 1600 by 1067 pixels that compresses like a photograph."""
    noise = Image.effect_noise((400, 267), 60).resize((1600, 1067))
    buffer = io.BytesIO()
    Image.merge("RGB", [noise] * 3).save(buffer, "WEBP", quality=80)
    return ContentFile(buffer.getvalue(), name=f"{number}.webp")


def compare(label: str, html: str) -> None:
    make_pdf("<p>WeasyPrint is loaded.</p>")
    figures = {}
    for name, make in (("ours", make_pdf), ("bare", bare_pdf)):
        seconds = []
        for _run in range(RUNS):
            start = time.process_time()
            pdf = make(html)
            seconds.append(time.process_time() - start)
        pages = len(PdfReader(io.BytesIO(pdf)).pages)
        figures[name] = f"{min(seconds):.2f} s CPU, {len(pdf) / 1e6:.1f} MB"
    print(f"\n{label}, {pages} pages: ours {figures['ours']}; bare {figures['bare']}")  # noqa: T201 - for the reader


@pytest.mark.django_db
def test_a_newsletter_of_twelve_pages_with_twenty_pictures(council):
    newsletter = Newsletter.objects.get(pk=NewsletterFactory(title="Long news").pk)
    for number in range(PICTURES):
        ArticleFactory(
            newsletter=newsletter,
            title=f"Article {number}",
            body=PARAGRAPH * 2,
            picture=PictureFactory(file=photograph(number)),
        )

    compare("Newsletter with 20 pictures", newsletter_pdf_html(newsletter))


@pytest.mark.django_db
def test_a_poster(council):
    start = datetime(2030, 11, 9, 15, tzinfo=ZoneInfo("Europe/London"))
    event = EventFactory(
        title="Concert", starts_at=start, ends_at=start + timedelta(hours=1),
        picture=PictureFactory(file=photograph(0)),
    )  # fmt: skip
    occurrence = type(event).objects.published().agenda(timezone.now()).next[0]

    compare("Poster", poster_html(occurrence, "Saturday 9 November 2030", "a4"))
