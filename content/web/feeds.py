"""Atom feeds (RFC 4287) with whole texts, which programs may ask for again and again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed, Enclosure, SyndicationFeed
from django.utils.html import escape
from django.utils.translation import gettext
from django.utils.xmlutils import SimplerXMLGenerator

from content.models import Council
from content.web.feed_entries import MAX_ENTRIES, Entry
from content.web.linked_data import absolute
from content.web.rich_text import references_in


class FullTextAtom(Atom1Feed):
    """Atom with the whole text of each entry and the language it is in."""

    def latest_post_date(self) -> datetime:
        """Return the date of the last change; 1970 without entries, where Django would say now."""
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]} if item["language"] else {}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["text"], {"type": "html"})


class AtomFeed(Feed):
    """A feed of entries. Subclasses define `title`, `path` and `entries`.

    `obj` is what `get_object` of the subclass returns, None by default.
    """

    feed_type = FullTextAtom

    def get_feed(self, obj: Any, request: HttpRequest) -> SyndicationFeed:
        feed = super().get_feed(obj, request)
        # One instance serves all requests, so that the address cannot be an attribute of it.
        feed.feed["feed_url"] = absolute(request.get_full_path())
        return feed

    def entries(self, obj: Any) -> Iterable[Entry]:
        """Return the entries in any order; the feed shows the newest `MAX_ENTRIES`."""
        raise NotImplementedError

    def items(self, obj: Any) -> list[Entry]:
        newest = sorted(self.entries(obj), key=lambda entry: entry.published_at, reverse=True)
        newest = newest[:MAX_ENTRIES]
        references = references_in(*(body for entry in newest for _html, body in entry.texts))
        author = self.author_name()
        return [
            replace(entry, author=entry.author or author, references=references) for entry in newest
        ]

    def path(self, obj: Any) -> str:
        """Return the path of the page that shows the same."""
        raise NotImplementedError

    def link(self, obj: Any) -> str:
        return absolute(self.path(obj))

    def feed_guid(self, obj: Any) -> str:
        return f"{self.link(obj)}#feed"

    def author_name(self, obj: Any = None) -> str:
        council = Council.current()
        return str(council.name) if council else gettext("The council")

    def author_link(self, obj: Any) -> str:
        return absolute("/")

    def item_title(self, item: Entry) -> str:
        return item.title

    def item_description(self, item: Entry) -> str:
        return escape(item.summary)

    def item_link(self, item: Entry) -> str:
        return absolute(item.url)

    def item_guid(self, item: Entry) -> str:
        return item.id

    def item_author_name(self, item: Entry) -> str:
        return item.author

    def item_pubdate(self, item: Entry) -> datetime:
        return item.published_at

    def item_updateddate(self, item: Entry) -> datetime:
        return item.updated_at

    def item_enclosures(self, item: Entry) -> list[Enclosure]:
        return item.enclosures

    def item_extra_kwargs(self, item: Entry) -> dict[str, str]:
        return {"text": item.html, "language": item.language}
