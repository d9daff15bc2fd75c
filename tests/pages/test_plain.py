import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from tests.factories.document import DocumentFactory
from tests.factories.page import PageFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.usefixtures("council")

STATES = ["draft", "scheduled", "expired"]


def full_page(documents=1, **values):
    figure = f'<figure data-picture="{PictureFactory(alt="A bridge").pk}"></figure>'
    page = PageFactory(body=f"<p>Words.</p>{figure}", picture=PictureFactory(), **values)
    page.documents.set([DocumentFactory() for _ in range(documents)])
    page.documents.add(DocumentFactory(title="Secret document", draft=True))
    return page


def test_page_shows_text_pictures_and_documents(client):
    page = full_page(title="Funding")
    html = client.get("/" + page.slug + "/").text
    for text in ["<h1>Funding</h1>", "<p>Words.</p>", "A bridge", "2 pages", "Page last updated"]:
        assert text in html, text
    assert "Secret" not in html


def test_page_leads_to_the_others_under_about(client):
    PageFactory(title="Gallery")
    PageFactory(title="Secret", draft=True)
    PageFactory(title="Elsewhere", place="nowhere")
    page = PageFactory(title="Funding")
    related = client.get(page.get_absolute_url()).context["related_links"]
    assert [link["title"] for link in related] == ["Gallery"]


@pytest.mark.parametrize("state", STATES)
def test_page_that_is_not_public_is_not_found(client, state):
    page = PageFactory(**{state: True})
    assert client.get(page.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_page_costs_the_same_for_any_number_of_rows(client, rows, django_assert_num_queries):
    page = full_page(documents=rows)
    for _ in range(rows):
        PageFactory()
    with django_assert_num_queries(7):
        client.get(page.get_absolute_url())


def test_index_lists_what_is_under_about(client):
    PageFactory(title="Second", position=2)
    PageFactory(title="First", position=1, place="menu")
    PageFactory(title="Foot", place="foot")
    for state in STATES:
        PageFactory(title="Secret", **{state: True})
    response = client.get(reverse("pages:page-list"))
    assert [str(page) for page in response.context["pages"]] == ["First", "Second"]


@pytest.mark.parametrize("rows", [1, 3])
def test_index_costs_the_same_for_any_number_of_pages(client, rows, django_assert_num_queries):
    for _ in range(rows):
        PageFactory()
    PageFactory(draft=True)
    with django_assert_num_queries(5):
        client.get(reverse("pages:page-list"))


@pytest.mark.parametrize("slug", ["cities", "groups", "events", "newsletters", "about", "search"])
def test_page_cannot_take_the_address_of_a_part_of_the_site(slug):
    with pytest.raises(ValidationError, match="Another part of the site"):
        PageFactory.build(slug=slug).clean()


def test_page_may_take_a_free_address():
    PageFactory.build(slug="funding").clean()


def test_foot_of_every_page_links_what_belongs_there_now(client):
    PageFactory(title="Privacy notice", place="foot")
    PageFactory(title="Of tomorrow", place="foot", scheduled=True)
    html = client.get(reverse("pages:page-list")).text
    assert "Privacy notice" in html
    assert "Of tomorrow" not in html


def test_main_menu_links_the_pages_in_it_in_their_order(client):
    PageFactory(title="Funding", slug="funding", place="menu", position=2)
    PageFactory(title="Schools & clubs", slug="schools", place="menu", position=1)
    PageFactory(title="Of tomorrow", place="menu", scheduled=True)
    PageFactory(title="Only about", place="about")
    PageFactory(title="Only foot", place="foot")

    html = client.get("/funding/").text
    menu = html.partition('<nav class="site-nav"')[2].partition("</nav>")[0]
    foot = html.partition("<footer")[2]

    assert re.findall(r"<a [^>]*>([^<]*)</a>", menu) == [
        "Cities", "Schools &amp; clubs", "Funding", "About",
    ]  # fmt: skip
    assert '<a href="/funding/" aria-current="page">Funding</a>' in menu
    assert "Only foot" in foot
    assert "Funding" not in foot


def test_page_at_the_foot_appears_at_its_moment(client, time_machine):
    published_at = timezone.now() + timedelta(seconds=30)
    PageFactory(title="Of soon", place="foot", published_at=published_at)
    address = reverse("pages:page-list")
    assert "Of soon" not in client.get(address).text
    time_machine.move_to(published_at + timedelta(seconds=1))
    assert "Of soon" in client.get(address).text
