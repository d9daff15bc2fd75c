"""Walks the site from its front page and its sitemap, as a reader without a cookie would."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

# Filters can be combined and months be counted without end: these pages are looked at, but
# what they link to is not.
ENDLESS = {"events:event-month"}
MAX_VARIANTS = 30  # of one page by what follows the question mark
MAX_PAGES = 3000
# What machines ask for by name
KNOWN_NAMES = ["/robots.txt", "/sitemap.xml", "/.well-known/security.txt"]
# Addresses that are made when somebody asks for them; tests of their own read them.
NOT_WALKED = ("/admin/",)


class _Page(HTMLParser):
    """Collects what the tests ask about: links, files, ids, headings, title, languages."""

    def __init__(self):
        super().__init__()
        self.links: list[str] = []
        self.files: list[str] = []
        self.ids: list[str] = []
        self.headings: list[str] = []
        self.language = ""
        self.versions: dict[str, str] = {}
        self.title = ""
        self._open: str | None = None

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "html":
            self.language = attributes.get("lang", "")
        if tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
        if tag == "link" and "href" in attributes:
            pages = {"alternate", "canonical", "next", "prev"}
            of_pages = pages & set(attributes.get("rel", "").split())
            (self.links if of_pages else self.files).append(attributes["href"])
        if "hreflang" in attributes and tag == "link":
            self.versions[attributes["hreflang"]] = urlsplit(attributes["href"]).path
        if tag in {"img", "script", "source", "iframe"} and attributes.get("src"):
            self.files.append(attributes["src"])
        if attributes.get("srcset"):
            # "address width" parts; an address has no ", " in it
            self.files += [part.split()[0] for part in attributes["srcset"].split(", ")]
        if tag == "form" and attributes.get("method", "get").lower() == "get":
            self.links.append(attributes.get("action", ""))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(tag)
        if tag == "title" and not self.title:
            self._open = tag

    def handle_endtag(self, tag):
        if tag == self._open:
            self._open = None

    def handle_data(self, data):
        if self._open:
            self.title += data


@dataclass
class Visit:
    """One address, what it answered and what it cost."""

    address: str
    status: int
    content_type: str
    view: str
    queries: list[str]
    cookies: bool
    body: bytes = b""
    location: str = ""
    title: str = ""
    language: str = ""
    versions: dict[str, str] = field(default_factory=dict)  # by language, as `hreflang` names them
    headings: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def is_page(self) -> bool:
        return self.content_type.startswith("text/html") and self.status == 200


def own_address(base: str, link: str) -> tuple[str, str] | None:
    """The address on this site that `link` on the page `base` means, and its fragment."""
    # A calendar is subscribed to under a scheme of its own.
    link = link.strip().replace("webcal://", "http://", 1)
    absolute, fragment = urldefrag(urljoin(settings.SITE_URL + base, link))
    parts = urlsplit(absolute)
    if f"{parts.scheme}://{parts.netloc}" != settings.SITE_URL:
        return None
    address = parts.path + (f"?{parts.query}" if parts.query else "")
    return address or "/", unquote(fragment)


class Walk:
    """`visits`: address → `Visit`; `linked_from`: address → the first page that led there."""

    def __init__(self):
        self.visits: dict[str, Visit] = {}
        self.linked_from: dict[str, str] = {}
        self._client = Client()

    def go(self) -> None:
        waiting = ["/", *KNOWN_NAMES, *self.sitemap()]
        variants = Counter()
        self.linked_from = dict.fromkeys(waiting, "the start")
        while waiting:
            address = waiting.pop(0)
            if address in self.visits or address.startswith(NOT_WALKED):
                continue
            variants[address.split("?")[0]] += 1
            if variants[address.split("?")[0]] > MAX_VARIANTS:
                continue
            visit = self.visits[address] = self.visit(address)
            assert len(self.visits) < MAX_PAGES, "The walk finds no end."
            if "?" in address or visit.view in ENDLESS:
                continue
            for link in [*visit.links, *visit.files, visit.location]:
                found = own_address(address, link) if link else None
                if found and found[0] not in self.linked_from:
                    self.linked_from[found[0]] = address
                    if not found[0].startswith(settings.STATIC_URL):
                        waiting.append(found[0])

    def visit(self, address: str) -> Visit:
        with CaptureQueriesContext(connection) as captured:
            # A new client every time: a reader who was nowhere before.
            response = Client().get(address)
        queries = [query["sql"] for query in captured if "SAVEPOINT" not in query["sql"]]
        body = b"".join(response) if response.streaming else response.content
        match = response.resolver_match
        visit = Visit(
            address=address,
            status=response.status_code,
            content_type=response.headers.get("Content-Type", ""),
            view=match.view_name if match else "",
            queries=queries,
            cookies=bool(response.cookies),
            body=body,
            location=response.headers.get("Location", ""),
        )
        if visit.is_page:
            page = _Page()
            page.feed(body.decode())
            visit.title = " ".join(page.title.split())
            visit.language, visit.versions = page.language, page.versions
            visit.headings, visit.ids = page.headings, page.ids
            visit.links, visit.files = page.links, page.files
        return visit

    def sitemap(self) -> list[str]:
        """Every address of the sitemap, and of the sitemaps it names."""
        documents, addresses = ["/sitemap.xml"], []
        while documents:
            response = self._client.get(documents.pop(0))
            if response.status_code != 200:
                continue
            xml = response.content.decode()
            found = [urlsplit(url).path for url in re.findall(r"<loc>([^<]+)</loc>", xml)]
            (documents if "<sitemapindex" in xml else addresses).extend(found)
        return addresses

    @property
    def pages(self) -> list[Visit]:
        return [visit for visit in self.visits.values() if visit.is_page]
