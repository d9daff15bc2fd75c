"""Addresses of this site that officers type become links by number, or are refused."""

import pytest
from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.urls import reverse

from content.text.html.cleaning import clean_html
from content.text.html.stable_links import addresses_in
from content.web.internal_links import checked_links, path_on_this_site
from content.web.link_targets import stable_address
from content.web.site_places import Refusal
from tests.content.web.test_link_targets import FACTORIES
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.page import PageFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.django_db


def stored(address: str) -> str | Refusal:
    """The address that is kept in place of `address`, or why it is refused."""
    html = clean_html(f'<p><a href="{address}">a</a></p>')
    [typed] = addresses_in(html)
    [checked], refused = checked_links(html)
    assert refused.keys() <= {typed}
    return refused[typed] if refused else next(addresses_in(checked))


@pytest.mark.parametrize(
    "before",
    [
        "",
        "/de",
        "http://127.0.0.1:8000",
        "HTTP://127.0.0.1:8000/de",
        "https://127.0.0.1:8000",
        "//127.0.0.1:8000",
        "127.0.0.1:8000",
    ],
)
@pytest.mark.parametrize("kind", FACTORIES)
def test_address_becomes_the_number_whatever_stands_before_it(kind, before):
    row = FACTORIES[kind]()
    if kind == "document" and "de" in before:
        before = before.removesuffix("/de")

    assert stored(f"{before}{row.get_absolute_url()}") == stable_address(row)


def test_drafts_are_linked_to_as_well():
    draft = PageFactory(draft=True)

    assert stored(draft.get_absolute_url()) == stable_address(draft)


@pytest.mark.parametrize("rest", ["?year=2026", "#dates", "?a=1&amp;b=2#c"])
def test_what_follows_the_address_is_kept(rest):
    event = EventFactory()

    kept = stored(f"{event.get_absolute_url()}{rest}")

    assert kept == stable_address(event) + rest.replace("&amp;", "&")


def test_missing_slash_at_the_end_does_not_matter():
    city = CityFactory(slug="bonn")

    assert stored("/cities/bonn") == stable_address(city)


def test_form_of_the_admin_is_taken_for_its_page():
    event = EventFactory()

    assert stored(reverse("admin:events_event_change", args=[event.pk])) == stable_address(event)


@pytest.mark.parametrize(
    "address",
    ["/", "/de/", "/events/", "/de/events/calendar/2026/11/", "/search/?q=a", "/volunteer/",
     "/static/img/favicon.svg", "/feed/", "/open-data/cities.json", "/robots.txt"],
)  # fmt: skip
def test_other_pages_of_the_site_stay_as_they_are(address):
    assert stored(address) == address


def test_host_of_the_site_is_left_out():
    assert stored(f"{settings.SITE_URL}/events/?q=a") == "/events/?q=a"


@pytest.mark.parametrize("below", ["feed/", "fact-sheet/"])
def test_what_is_below_a_page_needs_the_page(below):
    assert stored(f"/cities/bonn/{below}") == Refusal.NOWHERE
    CityFactory(slug="bonn")

    assert stored(f"/cities/bonn/{below}") == f"/cities/bonn/{below}"


def test_calendar_of_an_event_needs_the_event():
    assert stored("/events/fair/2026-11-27.ics") == Refusal.NOWHERE
    EventFactory(slug="fair")

    assert stored("/events/fair/2026-11-27.ics") == "/events/fair/2026-11-27.ics"
    assert stored("/events/fair.ics") == "/events/fair.ics"


@pytest.mark.parametrize(
    "address",
    ["https://example.org/events/x/", "mailto:a@example.org", "tel:+49228123", "#part",
     "https://127.0.0.1:8000@example.org/x/", "//example.org/events/", "http://[bad/x"],
)  # fmt: skip
def test_other_sites_are_none_of_ours(address):
    assert path_on_this_site(address) is None


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("/events/never-was/", Refusal.NOWHERE),
        ("/never-was/", Refusal.NOWHERE),
        ("/never/was/", Refusal.NOWHERE),
        ("/xx/events/", Refusal.NOWHERE),
        ("/go/event/999/", Refusal.NOWHERE),
        ("/go/user/1/", Refusal.NOWHERE),
        ("/go/event/999999999999999999/", Refusal.NOWHERE),
        ("/media/pictures/none.jpg", Refusal.NOWHERE),
        ("/media/../manage.py", Refusal.NOWHERE),
        ("/media/pictures/../../manage.py", Refusal.NOWHERE),
        ("/documents/0f6c3f6e-6a0f-4a37-9c3b-1f2f3d4c5b6a/x.pdf", Refusal.NOWHERE),
        ("/a%00b/", Refusal.NOWHERE),
        ("/events/%00/", Refusal.NOWHERE),
        ("/events/%ff%fe/", Refusal.NOWHERE),
        (r"/\example.org/", Refusal.NOWHERE),
        (f"/events/{'a' * 1500}/", Refusal.NOWHERE),
        ("/admin/", Refusal.OFFICERS_ONLY),
        ("/admin/auth/user/1/change/", Refusal.OFFICERS_ONLY),
        ("/admin/events/event/", Refusal.OFFICERS_ONLY),
        ("/admin/events/event/abc/change/", Refusal.NOWHERE),
        ("/admin/events/event/99999999999999999999999/change/", Refusal.NOWHERE),
        ("events/", Refusal.NOT_ABSOLUTE),
        ("www.example.org/x", Refusal.NOT_ABSOLUTE),
        ("info@example.org", Refusal.NOT_ABSOLUTE),
        ("?q=a", Refusal.NOT_ABSOLUTE),
    ],
)
def test_links_to_nothing_are_refused(address, reason):
    assert stored(address) == reason


def test_picture_of_the_library_may_be_linked_to():
    assert stored(PictureFactory().file.url).startswith("/media/pictures/")


def test_redirects_are_followed():
    event = EventFactory(slug="new")
    Redirect.objects.create(site_id=1, old_path="/events/old/", new_path="/events/new/")
    Redirect.objects.create(site_id=1, old_path="/leaflet/", new_path="/events/new/#dates")
    Redirect.objects.create(site_id=1, old_path="/away/", new_path="https://example.org/")
    Redirect.objects.create(site_id=1, old_path="/gone/", new_path="")
    Redirect.objects.create(site_id=1, old_path="/dead/", new_path="/never-was/")

    assert stored("/events/old/#a") == f"{stable_address(event)}#a"
    assert stored("/events/old.ics") == "/events/old.ics"
    assert stored("/leaflet") == stable_address(event)
    assert stored("/away/") == "/away/"
    assert stored("/gone/") == stored("/dead/") == Refusal.NOWHERE


def test_many_links_take_few_queries(django_assert_max_num_queries):
    rows = [factory() for factory in FACTORIES.values()]
    addresses = [row.get_absolute_url() for row in rows]
    addresses += [f"/events/none-{number}/" for number in range(2000)]
    html = clean_html("".join(f'<p><a href="{one}">a</a></p>' for one in addresses))

    with django_assert_max_num_queries(len(rows) + 2):
        [checked], refused = checked_links(html)

    assert len(refused) == 2000
    assert [one for one in addresses_in(checked) if one.startswith("/go/")] == [
        stable_address(row) for row in rows
    ]
