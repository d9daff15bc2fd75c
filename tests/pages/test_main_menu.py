import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from content.web.old_addresses import keep_old_address
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.page import PageFactory

pytestmark = pytest.mark.django_db

ABOUT = reverse("pages:page-list")
STATES = ["draft", "scheduled", "expired"]


def menu_of(client, address=ABOUT):
    html = client.get(address).text
    return html.partition('<nav class="site-nav"')[2].partition("</nav>")[0]


def labels(client):
    return re.findall(r"<a [^>]*>([^<]*)</a>", menu_of(client))


def add_all():
    PageFactory(title="What twinning is")
    LinkGroupFactory()
    EventFactory()
    NewsletterFactory(group=None)


def test_menu_has_what_the_site_has(client, council):
    add_all()
    assert labels(client) == ["Cities", "Groups", "Events", "Newsletters", "About"]


@pytest.mark.parametrize("state", STATES)
def test_entry_without_anything_behind_it_stays_away(client, council, state):
    LinkGroupFactory(**{state: True})
    EventFactory(**{state: True})
    NewsletterFactory(group=None, **{state: True})
    PageFactory(**{state: True})
    assert labels(client) == ["Cities"]
    for route in ("links:group-list", "events:event-list", "links:newsletter-list"):
        assert client.get(reverse(route)).status_code == 200


def test_entry_comes_and_goes_by_the_clock(client, council, time_machine):
    now, day = timezone.now(), timedelta(days=1)
    LinkGroupFactory(published_at=now + day, expires_at=now + 2 * day)
    EventFactory(published_at=now + day)
    assert labels(client) == ["Cities"]
    time_machine.move_to(now + 1.5 * day)
    assert labels(client) == ["Cities", "Groups", "Events"]
    time_machine.move_to(now + 2.5 * day)
    assert labels(client) == ["Cities", "Events"]


@pytest.mark.parametrize("rows", [1, 3])
def test_menu_costs_the_same_for_any_number(client, council, rows, django_assert_num_queries):
    for number in range(rows):
        add_all()
        PageFactory(slug=f"own-{number}", place="menu")
    council.main_menu = "cities/page:own-0\ncities"
    council.save()
    with django_assert_num_queries(5):
        client.get(ABOUT)


def test_council_orders_hides_and_nests(client):
    add_all()
    for slug in ("schools", "funding", "last"):
        PageFactory(title=slug.title(), slug=slug, place="menu")
    CouncilFactory(
        main_menu="page:funding\ncities\ncities/page:schools\n-newsletters\n-groups\nevents/page:x"
    )
    assert labels(client) == ["Funding", "Last", "Cities", "Schools", "Events", "About"]

    html = client.get("/schools/").text
    menu = menu_of(client, "/schools/")
    assert '<a href="/cities/" aria-current="true">Cities</a>' in menu
    assert '<a href="/schools/" aria-current="page">Schools</a>' in menu
    assert menu.count("aria-current") == 2
    assert menu.count("<details") == 1
    crumbs = html.partition('<nav class="breadcrumbs')[2].partition("</nav>")[0]
    assert re.findall(r"<li[^>]*>(?:<a [^>]*>)?([^<]*)<", crumbs) == ["Home", "Cities", "Schools"]


def test_page_below_what_is_not_shown_is_an_entry_of_its_own(client):
    PageFactory(title="Schools", slug="schools", place="menu")
    CouncilFactory(main_menu="groups\ngroups/page:schools")
    assert labels(client) == ["Cities", "Schools", "About"]
    crumbs = client.get("/schools/").context["breadcrumbs"]
    assert crumbs == []


def test_place_in_the_menu_follows_a_new_address(council):
    council.main_menu = "groups/page:schools\npage:schools-2\npage:other/page:x"
    council.save()
    keep_old_address("/schools/", "/young/")
    council.refresh_from_db()
    assert council.main_menu.splitlines() == [
        "groups/page:young", "page:schools-2", "page:other/page:x",
    ]  # fmt: skip
    keep_old_address("/cities/a/", "/cities/b/")


@pytest.mark.parametrize(
    "text", ["nothing", "-page:x", "groups/cities", "cities\ncities", "page:x/page:x", "page:ü"]
)
def test_menu_that_cannot_be_is_refused(text):
    council = CouncilFactory.build(main_menu=text)
    with pytest.raises(ValidationError, match="put in order here|comes twice"):
        council.full_clean(exclude={"introduction"})
