from datetime import UTC, datetime

import pytest
from django.urls import reverse

from tests.factories.city import CityFactory
from tests.factories.contact import ContactFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.picture import PictureFactory
from tests.factories.theme import ThemeFactory

pytestmark = pytest.mark.usefixtures("council")

STATES = ["draft", "scheduled", "expired"]


def full_group(**values):
    """A group with everything that its page brings together, and as much that must not show."""
    group = LinkGroupFactory(
        body=f'<p>A long text.</p><figure data-picture="{PictureFactory().pk}"></figure>',
        how_to_join="<p>Come to a meeting.</p>",
        picture=PictureFactory(),
        themes=[ThemeFactory(name="Music")],
        is_umbrella=True,
        **values,
    )
    add_rows(group)
    for state in STATES:
        hidden = {state: True}
        group.cities.add(CityFactory(name="Secret city", **hidden))
        group.documents.add(DocumentFactory(title="Secret document", **hidden))
        EventFactory(title="Secret event", groups=[group], **hidden)
        NewsletterFactory(title="Secret newsletter", group=group, **hidden)
        LinkGroupFactory(name="Secret group", umbrella=group, **hidden)
    return group


def add_rows(group):
    group.cities.add(CityFactory())
    group.documents.add(DocumentFactory())
    ContactFactory(group=group)
    LinkGroupFactory(umbrella=group, picture=PictureFactory())
    NewsletterFactory(group=group, picture=PictureFactory(), document=DocumentFactory())
    EventFactory(groups=[group], recurrence="FREQ=MONTHLY")
    EventFactory(groups=[group], starts_at=datetime(2015, 11, 7, 15, tzinfo=UTC))


def test_group_page_brings_together_what_belongs_to_it(client):
    group = full_group(
        name="Oxford Bonn Link",
        meetings="four times a year",
        founded="1947",
        partner_name="Freunde in Bonn",
        partner_url="https://freunde.example.org/",
        website="https://group.example.org/",
    )

    html = client.get(group.get_absolute_url()).text

    for text in [
        "<h1>Oxford Bonn Link</h1>", "A long text.", "Come to a meeting.", "Music",
        "four times a year", "1947", "Freunde in Bonn", "https://freunde.example.org/",
        "https://group.example.org/", "Secretary", "CC BY-SA 4.0",
        *map(str, group.cities.published()),
        *map(str, group.documents.published()),
        *map(str, group.events.published()),
        *map(str, group.members.published()),
        *map(str, group.newsletters.published()),
    ]:  # fmt: skip
        assert text in html, text
    assert "PDF, " in html


def test_nothing_that_is_not_public_shows(client):
    group = full_group()
    html = client.get(group.get_absolute_url()).text
    assert "Secret" not in html.replace("Secretary", "")


def test_group_page_names_its_umbrella(client):
    umbrella = LinkGroupFactory(name="All Links", is_umbrella=True)
    html = client.get(LinkGroupFactory(umbrella=umbrella).get_absolute_url()).text

    assert f'<dd><a href="{umbrella.get_absolute_url()}">All Links</a></dd>' in html


def test_umbrella_that_is_not_public_is_not_named(client):
    umbrella = LinkGroupFactory(name="Secret", is_umbrella=True, draft=True)
    html = client.get(LinkGroupFactory(umbrella=umbrella).get_absolute_url()).text
    assert "Secret" not in html.replace("Secretary", "")


def test_contact_shows_only_what_its_switches_allow(client):
    group = LinkGroupFactory()
    hidden = ContactFactory(group=group)
    shown = ContactFactory(group=group, show_name=True, show_email=True, show_phone=True)

    html = client.get(group.get_absolute_url()).text

    for value in [shown.name, shown.email, shown.phone]:
        assert value in html
    for value in [hidden.name, hidden.email, hidden.phone]:
        assert value not in html


@pytest.mark.parametrize("rows", [1, 3])
def test_group_page_costs_the_same_for_any_number_of_rows(client, rows, django_assert_num_queries):
    group = full_group()
    for _ in range(rows - 1):
        add_rows(group)
    with django_assert_num_queries(16):
        client.get(group.get_absolute_url())


@pytest.mark.parametrize("state", STATES)
def test_group_that_is_not_public_is_not_found(client, state):
    group = LinkGroupFactory(**{state: True})
    assert client.get(group.get_absolute_url()).status_code == 404


def test_list_has_umbrellas_first_and_then_names(client):
    LinkGroupFactory(name="Zebra Friends", is_umbrella=True)
    LinkGroupFactory(name="Éire Friends")
    LinkGroupFactory(name="Austrian Friends")
    LinkGroupFactory(name="French Friends")
    for state in STATES:
        LinkGroupFactory(name="Secret", **{state: True})

    response = client.get(reverse("links:group-list"))

    assert [str(group) for group in response.context["groups"]] == [
        "Zebra Friends", "Austrian Friends", "Éire Friends", "French Friends",
    ]  # fmt: skip
    assert "Secret" not in response.text


def test_list_names_only_public_cities(client):
    bonn = CityFactory(name="Bonn")
    secret = CityFactory(name="Secret", draft=True)
    LinkGroupFactory(cities=[bonn, secret])
    html = client.get(reverse("links:group-list")).text
    assert "Bonn" in html
    assert "Secret" not in html


@pytest.mark.parametrize("rows", [1, 3])
def test_list_costs_the_same_for_any_number_of_groups(client, rows, django_assert_num_queries):
    for _ in range(rows):
        LinkGroupFactory(cities=[CityFactory(), CityFactory()], picture=PictureFactory())
    LinkGroupFactory(draft=True)
    with django_assert_num_queries(5):
        client.get(reverse("links:group-list"))


def test_empty_list_says_so(client):
    assert "No group has a page here yet." in client.get(reverse("links:group-list")).text


def test_pages_at_social_networks_are_linked_and_known_to_search_engines(client):
    addresses = "https://www.facebook.com/bonnlink\nhttps://example.org/a?b&c"
    group = LinkGroupFactory(social_addresses=addresses)

    page = client.get(group.get_absolute_url()).text

    assert '<a href="https://www.facebook.com/bonnlink">Facebook</a>' in page
    assert '<a href="https://example.org/a?b&amp;c">example.org</a>' in page
    assert '"https://www.facebook.com/bonnlink", "https://example.org/a?b\\u0026c"' in page
