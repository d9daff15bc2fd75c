"""Parts of long forms that are folded, and the list of all parts."""

import re

import pytest
from django.urls import reverse

from tests.admin_forms import form_data
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def folded(page: str) -> set[str]:
    """The names of the parts that are folded."""
    return {*re.findall(r"<details><summary>\s*<h2[^>]*>([^<]*)</h2>", page)}


def form_of(client, row, data=None) -> str:
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    return (client.post(address, data) if data else client.get(address)).content.decode()


def test_what_is_empty_is_folded(officer_client):
    page = form_of(officer_client, EventFactory(draft=True))

    assert folded(page) == {
        "For visitors",
        "Documents and videos",
        "If something has changed",
        "Publishing",
    }


@pytest.mark.parametrize(
    ("values", "opened"),
    [
        ({"price": {"de": "frei"}}, "For visitors"),
        ({"status": "cancelled"}, "If something has changed"),
        ({"booking_url": "https://example.org"}, "For visitors"),
        ({"review_on": "2030-01-01"}, "Publishing"),
    ],
)
def test_what_holds_something_is_open(officer_client, values, opened):
    page = form_of(officer_client, EventFactory(draft=True, **values))

    assert opened not in folded(page)


def test_what_was_typed_or_is_wrong_is_open_when_the_form_comes_back(officer_client):
    event = EventFactory(draft=True)
    address = reverse("admin:events_event_change", args=[event.pk])
    data = form_data(officer_client.get(address)) | {"title_0": "", "price_0": "5 pounds"}

    page = form_of(officer_client, event, data | {"booking_url": "no address"})

    assert "For visitors" not in folded(page)
    page = form_of(officer_client, event, data)
    assert "For visitors" not in folded(page)


def test_the_parts_are_listed_with_links_to_their_headings(officer_client):
    page = form_of(officer_client, CityFactory())

    links = re.findall(r'<a href="#([^"]+-heading)">', page)
    assert len(links) == 7
    assert all(page.count(f'id="{name}"') == 1 for name in links)
