"""Atom feeds (RFC 4287): what every feed of the site has in common.

An app turns its rows into entries in its own `feeds.py`; the roof composes them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from mimetypes import guess_type
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Enclosure
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from i18nfield.strings import LazyI18nString

from content.models import Council, Picture, Publishable
from content.text.control_characters import printable
from content.text.languages import language_of
from content.web.conditional import unless_unchanged
from content.web.linked_data import absolute
from content.web.rich_text import parts_of, pictures_in

MAX_ENTRIES = 30
OWN_ADDRESS = re.compile(r'\b(href|src)="/(?!/)')


@dataclass(frozen=True)
class Entry:
    """One entry. `url` is a path, `files` what belongs to it.

    `texts` are the whole of it: pairs of ready HTML and the rich text that follows it. The
    feed looks up the `pictures` of all its entries at once.
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
    files: list[Enclosure] = field(default_factory=list)
    pictures: dict[int, Picture] = field(default_factory=dict)

    @property
    def html(self) -> SafeString:
        return format_html_join(
            "\n",
            "{}\n{}",
            ((head, feed_text(body, self.pictures)) for head, body in self.texts),
        )


def entry_id(row: Publishable) -> str:
    """A tag (RFC 4151), one a language, that stays when the address of a page changes."""
    host = urlsplit(settings.SITE_URL).hostname
    kind = row._meta.label_lower.replace(".", "/")
    return f"tag:{host},{row.created_at:%Y-%m-%d}:{kind}/{row.pk}/{get_language()}"


def entry(
    row: Publishable, title: str, *texts: tuple[SafeString, LazyI18nString], **values
) -> Entry:
    """An entry for a published row; what was scheduled is new when it appears."""
    return Entry(
        id=entry_id(row),
        title=title,
        url=row.get_absolute_url(),
        published_at=row.published_at,
        updated_at=max(row.updated_at, row.published_at),
        texts=list(texts),
        **{"language": language_of(getattr(row, "title", None) or row.name)} | values,
    )


def paragraphs(*texts: object) -> SafeString:
    """Plain texts as paragraphs; empty ones are left out."""
    return format_html_join("\n", "<p>{}</p>", ((text,) for text in map(str, texts) if text))


def feed_text(value: LazyI18nString | str | None, pictures: dict[int, Picture]) -> SafeString:
    """Rich text that also makes sense away from the site: whole addresses, plain pictures."""
    pieces = [
        picture_html(part.picture) if part.picture else part.html
        for part in parts_of(value, pictures)
    ]
    return SafeString(OWN_ADDRESS.sub(rf'\1="{settings.SITE_URL}/', "\n".join(pieces)))


def picture_html(picture: Picture) -> SafeString:
    """A picture with caption and credit."""
    caption = " ".join(
        part for part in (str(picture.caption), picture.creator, picture.licence) if part
    )
    return format_html(
        '<figure><img src="{}" alt="{}" width="{}" height="{}">'
        "<figcaption>{}</figcaption></figure>",
        absolute(picture.file.url),
        picture.alt,
        picture.width,
        picture.height,
        caption,
    )


def picture_file(picture: Picture | None) -> list[Enclosure]:
    """A lead picture as a file that comes with an entry."""
    if picture is None:
        return []
    try:
        size = picture.file.size
    except FileNotFoundError:
        return []
    media_type = guess_type(picture.file.name)[0] or "image/jpeg"
    return [Enclosure(absolute(picture.file.url), str(size), media_type)]


class FullTextAtom(Atom1Feed):
    """Atom with the whole text of each entry and the language it is in."""

    def latest_post_date(self) -> datetime:
        """When something last changed; not this very moment if there is nothing yet."""
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)

    def item_attributes(self, item):
        return {"xml:lang": item["language"]} if item["language"] else {}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["text"], {"type": "html"})


class AtomFeed(Feed):
    """A feed of entries. Subclasses give `title`, `path` and `entries`."""

    feed_type = FullTextAtom

    def __call__(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return unless_unchanged(request, super().__call__(request, *args, **kwargs))

    def get_feed(self, obj, request: HttpRequest) -> FullTextAtom:
        feed = super().get_feed(obj, request)
        # An instance serves many requests, so that its address cannot be kept on it.
        feed.feed["feed_url"] = absolute(request.get_full_path())
        feed.feed["title"] = printable(feed.feed["title"])
        return feed

    def entries(self, obj) -> Iterable[Entry]:
        raise NotImplementedError

    def items(self, obj) -> list[Entry]:
        newest = sorted(self.entries(obj), key=lambda one: one.published_at, reverse=True)
        newest = newest[:MAX_ENTRIES]
        pictures = pictures_in(*(body for one in newest for _head, body in one.texts))
        return [replace(one, pictures=pictures) for one in newest]

    def path(self, obj) -> str:
        """The page that shows the same."""
        raise NotImplementedError

    def link(self, obj) -> str:
        return absolute(self.path(obj))

    def feed_guid(self, obj) -> str:
        return f"{self.link(obj)}#feed"

    def author_name(self, obj=None) -> str:
        council = Council.current()
        return printable(str(council.name)) if council else gettext("The council")

    def author_link(self, obj) -> str:
        return absolute("/")

    def item_title(self, item: Entry) -> str:
        return printable(item.title)

    def item_description(self, item: Entry) -> str:
        return printable(escape(item.summary))

    def item_link(self, item: Entry) -> str:
        return absolute(item.url)

    def item_guid(self, item: Entry) -> str:
        return item.id

    def item_author_name(self, item: Entry) -> str:
        return printable(item.author) or self.author_name()

    def item_pubdate(self, item: Entry) -> datetime:
        return item.published_at

    def item_updateddate(self, item: Entry) -> datetime:
        return item.updated_at

    def item_enclosures(self, item: Entry) -> list[Enclosure]:
        return item.files

    def item_extra_kwargs(self, item: Entry) -> dict[str, str]:
        return {"text": printable(item.html), "language": item.language}
