import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.page import NoticeFactory, PageFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.django_db

HOME = reverse("pages:home")


def add_rows():
    city = CityFactory(picture=PictureFactory())
    group = LinkGroupFactory(cities=[city], picture=PictureFactory())
    NewsletterFactory(group=group, picture=PictureFactory())
    EventFactory(groups=[group], city=city, recurrence="FREQ=WEEKLY")
    MilestoneFactory(city=city, year=timezone.localdate().year - 50)
    NoticeFactory()
    PageFactory(place="foot")


def test_home_shows_what_is_alive(client):
    CouncilFactory(welcome="Friends of Oxford", introduction="<p>Five links.</p>")
    CityFactory(name="Bonn")
    LinkGroupFactory(name="Oxford Bonn Link")
    NewsletterFactory(title="Autumn issue")
    starts_at = timezone.now() - timedelta(hours=1)
    EventFactory(title="An exhibition", starts_at=starts_at)
    EventFactory(title="A concert")

    html = client.get(HOME).text

    for text in [
        "Friends of Oxford</h1>", "Five links.", "Bonn", "370 mi", "Oxford Bonn Link",
        "Autumn issue", "A concert", "An exhibition", "On now", reverse("volunteers:start"),
    ]:  # fmt: skip
        assert text in html, text


def test_what_is_on_comes_before_what_is_next(client, council):
    EventFactory(title="Tomorrow")
    EventFactory(title="Running", starts_at=timezone.now() - timedelta(hours=1))
    agenda = client.get(HOME).context["events"]
    assert [str(turn.event) for turn in agenda.now] == ["Running"]
    assert [str(turn.event) for turn in agenda.next] == ["Tomorrow"]


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_nothing_that_is_not_public_shows(client, state, council):
    hidden = {state: True}
    city = CityFactory(name="Secret city", **hidden)
    MilestoneFactory(city=city, title="Secret step", year=timezone.localdate().year - 50)
    LinkGroupFactory(name="Secret group", **hidden)
    NewsletterFactory(title="Secret newsletter", **hidden)
    EventFactory(title="Secret event", **hidden)
    PageFactory(title="Secret page", place="foot", **hidden)
    assert "Secret" not in client.get(HOME).text


@pytest.mark.parametrize("rows", [1, 3])
def test_home_costs_the_same_for_any_number_of_rows(client, rows, django_assert_num_queries):
    figure = f'<figure data-picture="{PictureFactory().pk}"></figure>'
    CouncilFactory(introduction=figure, picture=PictureFactory())
    for _ in range(rows):
        add_rows()
    CityFactory(draft=True)
    with django_assert_num_queries(15):
        client.get(HOME)


def test_empty_site_has_a_home(client, council):
    html = client.get(HOME).text
    assert "Come back soon" in html
    assert "All 0 cities" not in html
    for band in ["What is on", "Newest newsletters", "The people behind the links"]:
        assert band not in html, band


def test_home_shows_its_picture_with_its_credit(client):
    CouncilFactory(picture=PictureFactory(alt="The High Street"))

    html = client.get(HOME).text

    assert 'alt="The High Street"' in html
    assert "Somebody,\n" in html
    assert "CC BY-SA 4.0" in html


@pytest.mark.parametrize(
    "path",
    [
        HOME,
        "/about/",
        "/cities/",
        "/contact/",
        "/events/",
        "/events/past/",
        "/groups/",
        "/newsletters/",
        "/open-data/",
        "/search/?q=x",
        "/timeline/",
        "/volunteer/",
    ],
)
def test_site_without_a_council_has_a_name(client, path):
    html = client.get(path).text

    assert "Town twinning</title>" in html
    assert not re.search(r"<(h1|a|span)[^>]*>\s*</\1>", html)


def test_volunteers_are_led_to_what_is_there(client):
    html = client.get(reverse("volunteers:start")).text

    assert "The form is closed at the moment." in html
    assert reverse("volunteers:blank-form") not in html


def test_reading_sets_no_cookie(client, council):
    add_rows()
    response = client.get(HOME)
    assert not response.cookies
    assert set(response.headers["Vary"].split(", ")) <= {"Accept-Encoding", "Cookie"}


def test_hreflang_leads_to_each_language_once(client, settings, council):
    html = client.get(HOME).text
    for code, path in [("en", "/"), ("de", "/de/")]:
        assert html.count(f'hreflang="{code}" href="{settings.SITE_URL}{path}"') == 1


@pytest.mark.parametrize(("count", "button", "link"), [(0, 0, 0), (1, 1, 0), (2, 1, 1)])
def test_home_leads_only_to_cities_that_are_there(client, council, count, button, link):
    CityFactory.create_batch(count)

    html = client.get(HOME).text

    assert html.count(">See the cities<") == button
    assert html.count(f"All {count} cities") == link
