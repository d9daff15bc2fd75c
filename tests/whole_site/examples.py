"""What the tests of examples share: rows with dates, printed texts, what shared links say."""

import html
import io
import re
from datetime import timedelta

from django.utils import timezone
from PIL import Image, ImageChops
from pypdf import PdfReader

from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.page import PageFactory
from tests.worker import work_off

LABEL = '<span class="example-label">Example text</span>'
FACTORIES = [CityFactory, LinkGroupFactory, NewsletterFactory, EventFactory, PageFactory]


def make(factory, **values):
    """Make a row; an event takes place tomorrow."""
    start = timezone.now() + timedelta(days=1)
    times = {"starts_at": start, "ends_at": start + timedelta(hours=1)}
    return factory(**(times if factory is EventFactory else {}), **values)


def printed(client, address):
    """Return the text of a PDF that the worker makes."""
    client.get(address)
    work_off()
    file = b"".join(client.get(address).streaming_content)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(file)).pages]
    return " ".join(" ".join(pages).split())


def shared(client, row):
    """Return what a page tells social networks, by its property."""
    page = client.get(row.get_absolute_url()).text
    found = re.findall(r'<meta property="og:([a-z:]+)" content="([^"]*)">', page)
    return {name: html.unescape(content) for name, content in found}


def differing_box(client, one, other):
    """Return left, top, right and bottom of the part in which two shared pictures differ."""
    addresses = ["/share/" + it["image"].partition("/share/")[2] for it in (one, other)]
    images = [Image.open(io.BytesIO(client.get(address).content)) for address in addresses]
    return ImageChops.difference(*images).getbbox()
