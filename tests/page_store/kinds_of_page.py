"""Every kind of page, with addresses of it on a site whose rows are all called Quux."""

from collections.abc import Iterable

from tests.page_store.wsgi_client import Reply
from twinning_site.pages.sitemaps import SITEMAPS

DOCUMENT_UID = "0f6c3f6e-6a0f-4a37-9c3b-1f2f3d4c5b6a"

# In the months of the moved clock
ADDRESSES: dict[str, list[str]] = {
    "cities:city-detail": ["/cities/quux/"],
    "cities:city-list": ["/cities/"],
    "cities:fact-sheet": ["/cities/quux/fact-sheet/"],
    "cities:timeline": ["/timeline/"],
    "content:captions": [f"/video-files/{DOCUMENT_UID}/en.vtt"],
    "content:document": [f"/documents/{DOCUMENT_UID}/quux.pdf"],
    "events:calendar": ["/events/calendar.ics"],
    "events:date-calendar": ["/events/quux/2026-11-27.ics"],
    "events:event-calendar": ["/events/quux.ics"],
    "events:event-detail": ["/events/quux/"],
    "events:event-list": ["/events/"],
    "events:event-month": ["/events/calendar/2026/11/"],
    "events:event-past": ["/events/past/"],
    "events:event-this-month": ["/events/calendar/"],
    "events:feed": ["/events/feed/"],
    "events:poster": ["/events/quux/poster/a4/"],
    "links:fund-detail": ["/funds/quux/"],
    "links:fund-list": ["/funds/"],
    "links:group-detail": ["/groups/quux/"],
    "links:group-list": ["/groups/"],
    "links:newsletter-detail": ["/newsletters/quux/"],
    "links:newsletter-feed": ["/newsletters/feed/"],
    "links:newsletter-list": ["/newsletters/"],
    "links:newsletter-pdf": ["/newsletters/quux/pdf/"],
    "pages:city-feed": ["/cities/quux/feed/"],
    "pages:contact": ["/contact/"],
    "pages:easy-read": ["/quux/easy-read/"],
    "pages:feed": ["/feed/"],
    "pages:feedback": ["/feedback/"],
    "pages:feedback-thanks": ["/feedback/thanks/"],
    "pages:group-feed": ["/groups/quux/feed/"],
    "pages:group-message": ["/groups/quux/write/"],
    "pages:home": ["/"],
    "pages:open-data": ["/open-data/"],
    "pages:open-data-file": [
        "/open-data/cities.json",
        "/open-data/cities.geojson",
        "/open-data/cities.csv",
        "/open-data/milestones.json",
        "/open-data/events.json",
    ],
    "pages:page-detail": ["/quux/"],
    "pages:page-list": ["/about/"],
    "pages:video": ["/videos/quux/"],
    "search:search": ["/search/?q=quux", "/search/?q=quuxx"],
    "security-txt": ["/.well-known/security.txt"],
    "sitemap": [f"/sitemap-{section}.xml" for section in SITEMAPS],
    "sitemap-index": ["/sitemap.xml"],
    "volunteers:apply": ["/volunteer/apply/"],
    "volunteers:blank-form": ["/volunteer/form/"],
    "volunteers:erased": ["/volunteer/erased/"],
    "volunteers:start": ["/volunteer/"],
}
# Kinds of page that show no row of the public's, and why
WITHOUT_ROWS = {
    "admin_password_reset": "for officers",
    "begin": "for officers",
    "content:picture": "a picture, which a browser asks for again",
    "invitation": "a question to one person",
    "oidc_authentication_callback": "for officers",
    "oidc_authentication_init": "for officers",
    "password_reset_complete": "for officers",
    "password_reset_confirm": "for officers",
    "password_reset_done": "for officers",
    "content:go": "sends on to a page",
    "content:media": "a picture, for ever the same",
    "content:preview-link": "a draft, for one reader",
    "content:preview-link-file": "a draft, for one reader",
    "content:video-file": "a file, which a browser asks for again",
    "content:share-picture": "all that it shows is in its signed address",
    "favicon": "a file of the design",
    "pages:brand-css": "all that it shows is in its address",
    "links:drop-box": "for one group, by a key",
    "pages:message-copy": "a message of one person",
    "pages:still-right": "a question to one group",
    "pages:message-sent": "a message of one person",
    "pages:styleguide": "for officers",
    "robots": "only settings",
    "second-factor": "for officers",
    "volunteers:application": "an application of one person",
    "volunteers:called": "an application of one person",
    "volunteers:erase": "an application of one person",
    "volunteers:sent": "an application of one person",
    "volunteers:withdraw": "an application of one person",
}


def addresses_of(names: Iterable[str]) -> list[str]:
    """The addresses of these kinds of page."""
    return [address for name in sorted(names) for address in ADDRESSES[name]]


def face(reply: Reply) -> tuple[int, object, str]:
    """What a reader sees; forms, which the store does not keep, are another text each time."""
    return reply.status, reply.body if reply.state else b"Quux" in reply.body, reply.location
