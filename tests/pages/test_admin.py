from datetime import timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from content.models import Council
from tests.admin_forms import errors_of, save
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.page import PageFactory, add_legal_pages
from twinning_site.pages.models import Notice, Page

pytestmark = pytest.mark.usefixtures("open_office")

ADD = "/admin/pages/page/add/"


def test_an_officer_writes_a_page(officer_client):
    save(officer_client, ADD, "_publish", title_0="About twinning", body_0="<p>Why.</p>")

    assert "Why." in officer_client.get("/about-twinning/").content.decode()


@pytest.mark.parametrize("nothing", ["<p>&nbsp;</p>", "<p> <br></p>", "<script>x()</script>"])
def test_a_page_needs_a_text_that_can_be_read(officer_client, nothing):
    page = PageFactory()
    address = reverse("admin:pages_page_change", args=[page.pk])

    response = save(officer_client, address, body_0=nothing)

    assert errors_of(response) == {"body": ["This field cannot be blank."]}


@pytest.mark.parametrize("slug", ["cities", "de", "fr", "static", "media"])
def test_an_address_of_another_page_is_refused(officer_client, slug):
    response = save(officer_client, ADD, title_0="Ours", body_0="<p>a</p>", slug=slug)

    assert len(errors_of(response)["slug"]) == 1
    assert not Page.objects.exists()


def test_the_short_name_made_from_a_title_avoids_other_pages(officer_client):
    save(officer_client, ADD, title_0="Events", body_0="<p>a</p>")

    assert Page.objects.get().slug == "events-2"


def test_an_event_must_not_have_the_address_of_the_past_events(officer_client):
    event = EventFactory()
    address = reverse("admin:events_event_change", args=[event.pk])

    assert "slug" in errors_of(save(officer_client, address, slug="past"))


def test_a_notice_is_written(officer_client):
    save(
        officer_client,
        "/admin/pages/notice/add/",
        text_0="The office is closed.",
        starts_at_0="01/01/2026",
        starts_at_1="09:00",
        ends_at_0="01/01/2040",
        ends_at_1="09:00",
    )

    assert str(Notice.objects.get().text) == "The office is closed."


NOTICE = {
    "text_0": "The office is closed.",
    "starts_at_0": "01/01/2026",
    "starts_at_1": "09:00",
    "ends_at_0": "01/01/2040",
    "ends_at_1": "09:00",
}


@pytest.mark.parametrize("url", ["/", "/events/?page=2#a", "https://oxford.gov.uk", "http://a.b/c"])
def test_a_notice_leads_to_a_page(officer_client, url):
    save(officer_client, "/admin/pages/notice/add/", **NOTICE, url=url)

    assert Notice.objects.get().url == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,a",
        "www.oxford.gov.uk",
        "events/",
        "//example.org/",
        "/\\example.org/",
        "https:///example.org/",
        "https://",
        "https://a b",
    ],
)
def test_what_is_no_address_of_a_page_is_refused_in_a_notice(officer_client, url):
    response = save(officer_client, "/admin/pages/notice/add/", **NOTICE, url=url)

    assert errors_of(response) == {
        "url": [
            "Begin with / for a page of this site, such as /events/, or with https:// or http://."
        ]
    }


LINKS = [
    field
    for model in apps.get_models()
    if model._meta.app_label in {"content", "cities", "links", "events", "pages"}
    for field in model._meta.get_fields()
    # What is checked stands in texts, where it was cleaned.
    if model._meta.label != "content.ExternalAddress"
    if field.name in {"url", "website"} or field.name.endswith("_url")
]


@pytest.mark.parametrize("field", LINKS, ids=str)
@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,a", "//example.org"])
def test_no_field_for_a_link_takes_a_script(field, url):
    with pytest.raises(ValidationError):
        field.clean(url, None)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_any_number(officer_client, django_assert_num_queries, rows):
    PageFactory.create_batch(rows)

    # What kinds of rows there are is asked once a process.
    officer_client.get("/admin/pages/page/")

    with django_assert_num_queries(8):
        officer_client.get("/admin/pages/page/")


def test_the_start_page_tells_what_waits(officer_client):
    add_legal_pages()
    CityFactory(name="A draft", draft=True)
    CityFactory(name="One for later", scheduled=True)
    CityFactory(name="One that leaves", expires_at=timezone.now() + timedelta(days=3))
    CityFactory(name="One to check", review_on=timezone.localdate())
    CityFactory(name="Fine as it is")

    response = officer_client.get("/admin/")

    panels = {
        str(panel.title): [entry.text for entry in panel.entries]
        for _section, panels in response.context["sections"]
        for panel in panels
    }
    assert panels == {
        "Look at these again": ["One to check"],
        "Taken down soon": ["One that leaves"],
        "Appear later": ["One for later"],
        "Drafts": ["A draft"],
    }
    assert "One to check" in response.content.decode()
    assert "Fine as it is" not in response.content.decode()


def test_what_the_start_page_only_counts_is_a_link_away(officer_client):
    EventFactory.create_batch(2, published_at=None)
    PageFactory.create_batch(8, published_at=None)

    page = officer_client.get("/admin/").content.decode()

    href = "/admin/events/event/?state=draft"
    assert f'and 2 more (<a href="{href}">events</a>)' in " ".join(page.split())
    assert "Event" in officer_client.get(href).content.decode()


def test_the_start_page_counts_what_it_does_not_load(officer_client):
    """It loads the first 50 of each model."""
    PageFactory.create_batch(60, published_at=None)
    CityFactory.create_batch(3, review_on=timezone.localdate())

    page = " ".join(officer_client.get("/admin/").text.split())

    assert "and 52 more" in page
    assert page.count(" more (") == 1


def test_the_start_page_says_when_nothing_waits(officer_client):
    add_legal_pages()
    CityFactory()

    assert "Nothing waits." in officer_client.get("/admin/").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_start_page_costs_the_same_for_any_number(
    officer_client, django_assert_num_queries, rows
):
    CityFactory.create_batch(rows, draft=True)
    PageFactory.create_batch(rows, draft=True)

    # What kinds of rows there are is asked once a process.
    officer_client.get("/admin/")

    with django_assert_num_queries(45):
        officer_client.get("/admin/")


def test_officers_see_sections_in_their_own_order(officer_client):
    response = officer_client.get("/admin/")

    sections = [str(section["name"]) for section in response.context["app_list"]]
    assert sections[:3] == ["What people read", "Library", "What people send"]
    assert "Technical" not in sections
    first = [model["object_name"] for model in response.context["app_list"][0]["models"]]
    assert first == ["City", "LinkGroup", "Newsletter", "Event", "Fund", "Page", "Notice"]


def test_a_site_without_a_council_asks_for_it(officer_client):
    Council.objects.all().delete()
    CityFactory(draft=True)

    panels = officer_client.get("/admin/").context["panels"]

    assert [entry.url for entry in panels[0].entries] == ["/admin/content/council/add/"]


def test_groups_of_users_are_told_from_voluntary_groups(admin_client):
    sections = admin_client.get("/admin/").context["app_list"]

    names = [str(model["name"]) for section in sections for model in section["models"]]
    assert (names.count("Groups"), names.count("Groups of users")) == (1, 1)


def test_officers_do_not_manage_accounts(officer_client):
    assert officer_client.get("/admin/auth/user/").status_code == 403
