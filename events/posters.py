"""Posters of events as HTML to make a PDF of: A4 or A3, in the active language."""

import segno
from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from content.models import Council
from content.pdf.rendering import render_html
from content.text.lists import comma_separated
from events.models import Event, EventOccurrence
from events.place_text import place_lines

SIZES = ("a4", "a3")
# More characters in a title, or in one of its words, and it is set smaller; longest first.
LONG_TITLES = ((120, 60, "is-longest"), (60, 26, "is-very-long"), (28, 19, "is-long"))
# More characters in these texts, and they are set smaller.
LONG = {"place": 160, "summary": 300, "sender": 130, "address": 70}


def poster_html(occurrence: EventOccurrence[Event], date: str, size: str) -> str:
    """Return the poster of an occurrence as HTML.

    Args:
        date: the date in words.
        size: one of `SIZES`.
    """
    event, council = occurrence.event, Council.current()
    page_url = f"{settings.SITE_URL}{event.get_absolute_url()}"
    place = comma_separated(place_lines(event, council))
    sender = [event.organiser, council.name, council.officer_role] if council else [event.organiser]
    return render_html(
        "pdf/poster.html",
        {
            "council": council,
            "event": event,
            "occurrence": occurrence,
            "page_url": page_url,
            "qr_code": qr_code(page_url),
            "size": size,
            "sizes": {
                "title": title_size(str(event.title)),
                "place": text_size("place", place, event.price),
                "summary": text_size("summary", event.summary),
                "sender": text_size("sender", *sender),
                "address": text_size("address", page_url),
            },
            "date": date,
            "place": place,
        },
    )


def title_size(title: str) -> str:
    """Return the CSS class with which a title fits the sheet; empty if none is needed."""
    longest = max(map(len, title.split()), default=0)
    for length, word, name in LONG_TITLES:
        if len(title) > length or longest > word:
            return name
    return ""


def text_size(name: str, *texts: object) -> str:
    """Return the CSS class with which the texts of a part of `LONG` fit into it; empty if none."""
    return "is-long" if sum(len(str(text)) for text in texts) > LONG[name] else ""


def qr_code(url: str) -> SafeString:
    """Return `url` as a QR code (ISO/IEC 18004): SVG with the title that PDF/UA asks for."""
    code = segno.make(url, error="m", micro=False)
    # segno escapes the title; the rest is digits.
    return SafeString(
        code.svg_inline(
            border=4, omitsize=True, light="#fff", title=gettext("QR code with the address")
        )
    )
