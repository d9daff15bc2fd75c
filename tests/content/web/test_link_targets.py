"""Links by number as readers get them: with today's address, and to public pages alone."""

import pytest
from django.test import Client
from django.utils.translation import override

from content.models import Publishable
from content.text.html.stable_links import stable_link
from content.web.link_targets import (
    linkable_models,
    linked_keys,
    public_targets,
    shown_links,
    stable_address,
)
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.page import PageFactory
from tests.factories.video import VideoFactory

pytestmark = pytest.mark.django_db
FACTORIES = {
    "city": CityFactory,
    "document": DocumentFactory,
    "event": EventFactory,
    "fund": FundFactory,
    "linkgroup": LinkGroupFactory,
    "newsletter": NewsletterFactory,
    "page": PageFactory,
    "video": VideoFactory,
}


def link(row: Publishable, rest: str = "", attributes: str = "") -> str:
    return f'<p><a href="{stable_address(row)}{rest}"{attributes}>words</a></p>'


def shown(*texts: str) -> str:
    html = "".join(texts)
    return shown_links(html, public_targets(linked_keys(html)))


def test_everything_that_has_a_page_can_be_linked_to():
    assert linkable_models().keys() == FACTORIES.keys()


@pytest.mark.parametrize("kind", FACTORIES)
def test_address_is_filled_in(kind):
    row = FACTORIES[kind](title="León") if kind == "document" else FACTORIES[kind]()

    assert stable_link(stable_address(row)).key == (kind, row.pk)
    assert f'href="{row.get_absolute_url()}"' in shown(link(row))


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
@pytest.mark.parametrize("kind", FACTORIES)
def test_words_stay_without_a_link_while_readers_cannot_see_the_page(kind, state):
    row = FACTORIES[kind](**{state: True})

    assert shown(link(row)) == "<p>words</p>"


def test_what_was_deleted_or_never_was_is_no_link():
    row = EventFactory()
    html = link(row)
    row.delete()

    assert shown(html) == "<p>words</p>"
    assert shown('<a href="/go/volcano/3/">a</a><a href="/go/user/1/">b</a>') == "ab"


def test_document_of_drafts_and_issue_of_a_hidden_group_are_no_links():
    document = DocumentFactory()
    LinkGroupFactory(draft=True, documents=[document])
    issue = NewsletterFactory(group=LinkGroupFactory(draft=True))

    assert shown(link(document), link(issue)) == "<p>words</p><p>words</p>"


def test_moved_page_is_followed():
    event = EventFactory(slug="old")
    html = link(event, "?a=1&amp;b=2#dates")
    event.slug = "new"
    event.save()

    assert 'href="/events/new/?a=1&amp;b=2#dates"' in shown(html)


def test_links_lead_to_the_language_that_is_read_unless_they_say_another():
    city = CityFactory(slug="bonn")

    with override("de"):
        assert 'href="/de/cities/bonn/"' in shown(link(city))
    assert 'href="/cities/bonn/"' in shown(link(city))
    assert 'href="/de/cities/bonn/" hreflang="de"' in shown(link(city, "", ' hreflang="de"'))
    assert 'href="/cities/bonn/" hreflang="xx"' in shown(link(city, "", ' hreflang="xx"'))


def test_two_thousand_links_of_every_kind_take_one_query(django_assert_num_queries):
    rows = [factory() for factory in FACTORIES.values()]
    html = "".join(link(row) for row in rows) * 350 + "".join(
        f'<a href="/go/event/{number}/">gone</a>' for number in range(10_000, 12_000)
    )

    with django_assert_num_queries(1):
        result = shown(html)

    assert result.count("<a ") == 350 * len(rows)
    assert result.count("gone") == 2000
    assert "/go/" not in result


def test_text_without_such_links_takes_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert shown('<a href="/events/">a</a>') == '<a href="/events/">a</a>'


@pytest.mark.parametrize("rows", [1, 3])
def test_page_takes_one_query_for_all_its_links(council, client, rows, django_assert_num_queries):
    plain, linked = PageFactory(body="<p>a</p>"), PageFactory()
    linked.body = "".join(link(factory()) for factory in FACTORIES.values() for _ in range(rows))
    linked.save()
    for page in (plain, linked):
        client.get(page.get_absolute_url())

    with django_assert_num_queries(6):
        client.get(plain.get_absolute_url())
    with django_assert_num_queries(7):
        client.get(linked.get_absolute_url())


def test_address_by_number_leads_to_the_page(client, council, officer_client):
    event, draft = EventFactory(), EventFactory(draft=True)

    assert client.get(stable_address(event))["Location"] == event.get_absolute_url()
    assert client.get(stable_address(draft)).status_code == 404
    assert officer_client.get(stable_address(draft))["Location"] == draft.get_absolute_url()


@pytest.mark.parametrize(
    "address", ["/go/event/999/", "/go/user/1/", "/go/event/01/", f"/go/event/{'9' * 30}/"]
)
def test_other_addresses_by_number_are_not_found(client: Client, council, address):
    EventFactory(pk=1)

    assert client.get(address).status_code == 404
