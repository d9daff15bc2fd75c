from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cities.models import City, CityStatus
from tests.factories.city import CityFactory, WebLinkFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.picture import PictureFactory
from tests.factories.theme import ThemeFactory

pytestmark = pytest.mark.usefixtures("council")


def hidden(factory, **values):
    """One row for each way of not being public."""
    for state in ["draft", "scheduled", "expired"]:
        factory(**{state: True}, **values)


def full_city(**values):
    """A city with everything that its page brings together, and as much that must not show."""
    city = CityFactory(
        body=f'<p>A long text.</p><figure data-picture="{PictureFactory().pk}"></figure>',
        picture=PictureFactory(),
        themes=[ThemeFactory(name="Music"), ThemeFactory(name="Schools")],
        **values,
    )
    add_rows(city)
    hidden(LinkGroupFactory, cities=[city], name="Secret group")
    hidden(EventFactory, cities=[city], title="Secret event")
    group = city.groups.published().first()
    hidden(NewsletterFactory, group=group, title="Secret newsletter")
    secret_group = LinkGroupFactory(draft=True, cities=[city], name="Secret group")
    NewsletterFactory(group=secret_group, title="Secret newsletter")
    MilestoneFactory(city=city, document=DocumentFactory(draft=True, title="Secret document"))
    return city


def add_rows(city):
    WebLinkFactory(city=city)
    MilestoneFactory(city=city, document=DocumentFactory())
    group = LinkGroupFactory(cities=[city], picture=PictureFactory())
    NewsletterFactory(group=group, document=DocumentFactory(), picture=PictureFactory())
    EventFactory(cities=[city], groups=[group])
    EventFactory(cities=[city], recurrence="FREQ=WEEKLY")
    long_ago = timezone.now() - timedelta(days=400)
    EventFactory(cities=[city], starts_at=long_ago, title="Old event")


def test_city_page_brings_together_what_belongs_to_it(client):
    city = full_city(name="Bonn", summary="Where Beethoven was born.")
    group = city.groups.published().get()

    html = client.get(city.get_absolute_url()).text

    for text in [
        "<h1>Bonn</h1>", "Where Beethoven was born.", "A long text.", "370 mi", "since 1947",
        "Music", "Schools", "CC BY-SA 4.0", "Time there", "Page last updated",
        str(group), str(city.web_links.get()), "Old event",
        *map(str, city.milestones.values_list("title", flat=True)),
        *map(str, group.newsletters.published()),
        *map(str, city.events.published()),
    ]:  # fmt: skip
        assert text in html, text


def test_nothing_that_is_not_public_shows(client):
    city = full_city()
    html = client.get(city.get_absolute_url()).text
    assert "Secret" not in html


@pytest.mark.parametrize("rows", [1, 3])
def test_city_page_costs_the_same_for_any_number_of_rows(client, rows, django_assert_num_queries):
    city = full_city()
    for _ in range(rows - 1):
        add_rows(city)
        CityFactory()
    with django_assert_num_queries(16):
        client.get(city.get_absolute_url())


def test_suspended_link_says_what_why_and_what_would_resume_it(client):
    city = CityFactory(
        status=CityStatus.SUSPENDED,
        status_since="March 2022",
        status_reason="The invasion.",
        status_outlook="Once it ends.",
    )
    html = client.get(city.get_absolute_url()).text
    for text in ["This link is suspended", "March 2022", "The invasion.", "Once it ends."]:
        assert text in html


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_city_that_is_not_public_is_not_found(client, state):
    city = CityFactory(**{state: True})
    assert client.get(city.get_absolute_url()).status_code == 404


def test_list_shows_public_cities_by_name_with_their_distance(client):
    CityFactory(name="Leiden", latitude="52.16", longitude="4.49")
    CityFactory(name="Ålesund", latitude="62.47", longitude="6.15")
    CityFactory(name="Bonn")
    hidden(CityFactory, name="Secret")

    response = client.get(reverse("cities:city-list"))

    assert [str(city) for city in response.context["cities"]] == ["Ålesund", "Bonn", "Leiden"]
    assert "370 mi" in response.text
    assert "Secret" not in response.text


@pytest.mark.parametrize("rows", [1, 3])
def test_list_costs_the_same_for_any_number_of_cities(client, rows, django_assert_num_queries):
    for _ in range(rows):
        CityFactory(picture=PictureFactory())
    CityFactory(draft=True)
    with django_assert_num_queries(4):
        client.get(reverse("cities:city-list"))


def test_city_shows_what_takes_place_there(client):
    leiden = CityFactory(slug="leiden")
    EventFactory(title="Herring at the town hall", city=leiden)

    assert "Herring at the town hall" in client.get(leiden.get_absolute_url()).text


def test_five_hundred_cities_cost_no_more_queries(client, django_assert_max_num_queries):
    City.objects.bulk_create(
        CityFactory.build(slug=f"no-{n}", latitude=n % 120 - 50, longitude=n * 37 % 360 - 180)
        for n in range(500)
    )
    city = full_city()
    for url in [reverse("pages:home"), reverse("cities:city-list"), city.get_absolute_url()]:
        with django_assert_max_num_queries(16):
            assert client.get(url).status_code == 200


def test_list_goes_on_on_further_pages(client):
    for n in range(25):
        CityFactory(latitude=2 * n, longitude=5 * n)
    first = client.get(reverse("cities:city-list"))
    second = client.get(reverse("cities:city-list"), {"page": 2})
    assert (len(first.context["cities"]), len(second.context["cities"])) == (24, 1)
    assert client.get(reverse("cities:city-list"), {"page": "x"}).status_code == 404


def test_empty_list_says_so(client):
    assert "Come back soon" in client.get(reverse("cities:city-list")).text


def test_related_are_other_public_cities_that_share_a_theme(client):
    music, schools = ThemeFactory(name="Music"), ThemeFactory(name="Schools")
    bonn = CityFactory(name="Bonn", slug="bonn", themes=[music, schools])
    CityFactory(name="Leiden", slug="leiden", themes=[music, schools])
    CityFactory(name="Grenoble", slug="grenoble", themes=[schools])
    CityFactory(name="Perm", slug="perm", themes=[ThemeFactory(name="Ballet")])
    hidden(CityFactory, name="Secret", themes=[music])

    related = client.get(bonn.get_absolute_url()).context["related_links"]

    assert [link["title"] for link in related] == ["Grenoble", "Leiden"]


@pytest.mark.parametrize(("count", "on_page"), [(24, 0), (25, 1)])
def test_list_names_all_cities_where_cards_take_several_pages(client, count, on_page):
    cities = [CityFactory(name=f"Town {number:02}") for number in range(count)]

    html = client.get(reverse("cities:city-list")).text

    assert html.count('id="all-cities"') == on_page
    assert html.count(f'<a href="{cities[-1].get_absolute_url()}">Town') == on_page


def test_page_that_follows_does_not_name_them_again(client):
    CityFactory.create_batch(25)

    assert "all-cities" not in client.get(reverse("cities:city-list"), {"page": 2}).text
