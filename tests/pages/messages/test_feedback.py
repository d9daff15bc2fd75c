import pytest

from tests.factories.feedback import FeedbackFactory
from tests.volunteers.form_filler import hidden_fields
from twinning_site.pages.models import Feedback

pytestmark = pytest.mark.usefixtures("council", "unhurried_forms")

URL = "/feedback/"


def test_links_at_the_foot_lead_to_a_form_that_knows_page_and_rating(client):
    start = client.get("/volunteer/")
    assert "/feedback/?page=%2Fvolunteer%2F&amp;rating=poor" in start.content.decode()
    assert not start.cookies
    form = client.get(f"{URL}?page=/volunteer/&rating=poor").content.decode()

    assert 'name="page" value="/volunteer/"' in form
    assert 'value="poor" id="id_rating_2" checked' in form


def test_feedback_is_stored_with_its_page(client):
    form = hidden_fields(client.get(f"{URL}?page=/volunteer/&rating=poor"))

    thanks = client.post(URL, {**form, "rating": "average", "comment": "Too long\nby far"})

    row = Feedback.objects.get()
    assert (row.page, row.rating, row.comment) == ("/volunteer/", "average", "Too long\nby far")
    assert 'href="/volunteer/"' in client.get(thanks.url).content.decode()


@pytest.mark.parametrize(
    "page", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "/no/such/page/",
             "/admin/", "x" * 5000, "\u202e/volunteer/"]
)  # fmt: skip
def test_page_that_is_none_of_ours_is_left_out(client, page):
    form = {**hidden_fields(client.get(URL, {"page": page})), "page": page, "rating": "good"}

    thanks = client.post(URL, form)

    assert thanks.url == "/feedback/thanks/?page="
    assert Feedback.objects.get().page == ""


@pytest.mark.parametrize("prefix", ["", "/de"])
@pytest.mark.parametrize(
    "path", ["/volunteer/application/x/", "/volunteer/application/x/erase/", "/volunteer/sent/x/",
             "/contact/sent/x/"]
)  # fmt: skip
def test_address_that_holds_a_key_is_left_out(client, prefix, path):
    url = prefix + URL
    form = {**hidden_fields(client.get(url)), "page": prefix + path, "rating": "good"}

    client.post(url, form)

    assert Feedback.objects.get().page == ""


def test_without_a_rating_it_asks_for_one(client):
    page = client.post(URL, {**hidden_fields(client.get(URL)), "comment": "Hm"})

    assert page.status_code == 422
    assert "Choose one of the three." in page.content.decode()
    assert 'href="#id_rating_0"' in page.content.decode()


def test_pages_that_trouble_people_come_first():
    FeedbackFactory.create_batch(3, page="/cities/", rating="good")
    FeedbackFactory(page="/events/", rating="poor")
    FeedbackFactory(page="/events/", rating="good")
    FeedbackFactory(page="/spam/", rating="poor", held_for="trap")

    rows = Feedback.objects.by_page()

    assert [(row["page"], row["good"], row["average"], row["poor"]) for row in rows] == [
        ("/events/", 1, 0, 1),
        ("/cities/", 3, 0, 0),
    ]
