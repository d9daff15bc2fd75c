"""Entries of Atom feeds (RFC 4287), with their whole text as HTML that makes sense anywhere.

Each app turns its rows into entries in its own `feeds.py`; `content/web/feeds.py` serves them.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from mimetypes import guess_type
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.feedgenerator import Enclosure
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from i18nfield.strings import LazyI18nString

from content.models import Picture, Publishable
from content.text.languages import language_of
from content.web.linked_data import absolute
from content.web.rich_text import References, parts_of

MAX_ENTRIES = 30
PATH_OF_THIS_SITE = re.compile(r'\b(href|src)="/(?!/)')


@dataclass(frozen=True)
class Entry:
    """One entry. `url` is a path.

    `texts` are pairs of HTML and the rich text that follows it; together they are the whole
    text. `references` are what the rich texts refer to: the feed looks up those of all its entries
    at once.
    """

    id: str
    title: str
    url: str
    published_at: datetime
    updated_at: datetime
    summary: str
    texts: list[tuple[SafeString, LazyI18nString | str | None]]
    language: str = ""
    author: str = ""
    enclosures: list[Enclosure] = field(default_factory=list)
    references: References = field(default_factory=References)

    @property
    def html(self) -> SafeString:
        """Return the whole text."""
        return format_html_join(
            "\n", "{}\n{}", ((head, _rich_text(body, self.references)) for head, body in self.texts)
        )


def make_entry(
    row: Publishable,
    title: str,
    *texts: tuple[SafeString, LazyI18nString | str | None],
    summary: str,
    author: str = "",
    enclosures: list[Enclosure] | None = None,
) -> Entry:
    """Return the entry of a published row. One that was scheduled is new when it appears."""
    published_at = row.published_at or row.updated_at  # a draft has no date, and no feed
    if row.example:
        mark = gettext("Example text")
        texts = ((paragraphs(mark), None), *texts)
        summary = f"{mark}. {summary}".strip()
    return Entry(
        id=_tag_uri(row),
        title=title,
        url=row.get_absolute_url(),
        published_at=published_at,
        updated_at=max(row.updated_at, published_at),
        summary=summary,
        texts=list(texts),
        language=language_of(row.heading),
        author=author,
        enclosures=enclosures or [],
    )


def paragraphs(*texts: object) -> SafeString:
    """Return plain texts as paragraphs of HTML, without the empty ones."""
    return format_html_join("\n", "<p>{}</p>", ((text,) for text in map(str, texts) if text))


def picture_html(picture: Picture) -> SafeString:
    """Return a picture with caption and credit as HTML."""
    mark = f"({gettext('Example picture')})" if picture.example else ""
    parts = (str(picture.caption), picture.creator, picture.licence, mark)
    caption = " ".join(part for part in parts if part)
    return format_html(
        '<figure><img src="{}" alt="{}" width="{}" height="{}">'
        "<figcaption>{}</figcaption></figure>",
        absolute(picture.file.url),
        picture.alt,
        picture.width,
        picture.height,
        caption,
    )


def picture_enclosures(picture: Picture | None) -> list[Enclosure]:
    """Return the file of a lead picture as the one enclosure; none if there is no file."""
    if picture is None:
        return []
    try:
        size = picture.file.size
    except FileNotFoundError:
        return []
    media_type = guess_type(picture.file.name)[0] or "image/jpeg"
    return [Enclosure(absolute(picture.file.url), str(size), media_type)]


def _tag_uri(row: Publishable) -> str:
    """Return a tag URI (RFC 4151) for the active language; it outlives the address of the page."""
    host = urlsplit(settings.SITE_URL).hostname
    kind = row._meta.label_lower.replace(".", "/")
    return f"tag:{host},{row.created_at:%Y-%m-%d}:{kind}/{row.pk}/{get_language()}"


def _rich_text(value: LazyI18nString | str | None, references: References) -> SafeString:
    """Return rich text with whole addresses and plain pictures."""
    pieces = [
        picture_html(part.picture) if part.picture else part.html
        for part in parts_of(value, references)
    ]
    return SafeString(PATH_OF_THIS_SITE.sub(rf'\1="{settings.SITE_URL}/', "\n".join(pieces)))
