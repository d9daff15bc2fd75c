"""What each role sees of drafts on the public site: the pages of what they may write, no more."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.page import PageFactory
from tests.rights.roles_table import COLUMNS, may, person

pytestmark = pytest.mark.django_db

WORD = "xylocanary"
LISTS = [
    "/",
    "/about/",
    "/cities/",
    "/timeline/",
    "/groups/",
    "/funds/",
    "/newsletters/",
    "/newsletters/feed/",
    "/events/",
    "/events/past/",
    "/events/calendar/",
    "/events/calendar.ics",
    "/events/feed/",
    "/feed/",
    "/open-data/cities.json",
    "/open-data/events.json",
    f"/search/?q={WORD}",
    "/sitemap-cities.xml",
    "/sitemap-events.xml",
    "/sitemap-funds.xml",
    "/sitemap-groups.xml",
    "/sitemap-newsletters.xml",
    "/sitemap-pages.xml",
]


def drafts_of(group) -> dict[str, object]:
    name = f"{WORD} {group.pk}"
    document = DocumentFactory(draft=True, title=name)
    group.documents.add(document)
    newsletter = NewsletterFactory(draft=True, title=name, group=group)
    ArticleFactory(newsletter=newsletter)
    return {
        "cities.city": CityFactory(draft=True, name=name),
        "links.linkgroup": group,
        "links.newsletter": newsletter,
        "links.fund": FundFactory(draft=True, name=name, groups=[group]),
        "events.event": EventFactory(draft=True, title=name, groups=[group]),
        "content.document": document,
        "pages.page": PageFactory(draft=True, title=name),
    }


def addresses(thing: str, row) -> list[str]:
    """The page of a draft, and what is made of it."""
    more = {
        "cities.city": lambda: [reverse("cities:fact-sheet", args=[row.slug])],
        "links.newsletter": lambda: [reverse("links:newsletter-pdf", args=[row.slug])],
        "events.event": lambda: [reverse("events:poster", args=[row.slug, "a4"])],
    }
    return [row.get_absolute_url(), *more.get(thing, lambda: [])()]


@pytest.mark.parametrize("role", [*COLUMNS, "no role", None])
def test_drafts_are_seen_by_who_may_write_them(client, role, monkeypatch):
    CouncilFactory()
    own, foreign = LinkGroupFactory(draft=True), LinkGroupFactory(draft=True)
    if role:
        client.force_login(person(role, own))
    wrong = []

    for is_own, group in ((True, own), (False, foreign)):
        for thing, row in drafts_of(group).items():
            sees = bool(role) and may(thing, role, "write", is_own=is_own)
            for address in addresses(thing, row):
                answer = client.get(address)
                if answer.streaming:
                    answer.getvalue()
                if (answer.status_code != 404) is not sees:
                    wrong.append((address, is_own, answer.status_code, sees))

    assert wrong == []


@pytest.mark.parametrize("role", [*COLUMNS, "no role", None])
def test_lists_feeds_search_and_calendars_have_no_drafts(client, role):
    CouncilFactory()
    group = LinkGroupFactory(name=WORD, draft=True)
    drafts = drafts_of(group)
    call_command("index_search", verbosity=0)
    if role:
        client.force_login(person(role, group))

    for address in LISTS:
        answer = client.get(address, follow=True)
        page = answer.getvalue() if answer.streaming else answer.content
        shown = page.decode().replace(f'value="{WORD}"', "").replace(f"q={WORD}", "")
        assert answer.status_code == 200, address
        assert f"{WORD} {group.pk}" not in shown, address
        for row in drafts.values():
            assert row.get_absolute_url() not in shown, address


@pytest.mark.parametrize("role", [*COLUMNS, "no role", None])
def test_calendars_of_drafts_are_closed(client, role):
    group = LinkGroupFactory(draft=True)
    event = drafts_of(group)["events.event"]
    if role:
        client.force_login(person(role, group))

    assert client.get(reverse("events:event-calendar", args=[event.slug])).status_code == 404
    assert client.get(reverse("pages:group-feed", args=[group.slug])).status_code == 404
