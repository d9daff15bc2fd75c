"""Every page, letter and file that links a phone number or an e-mail address as it was typed."""

import json
import re

import pytest
from django.template.loader import render_to_string

from content.models import Council
from tests.factories.contact import ContactFactory
from tests.factories.council import CouncilFactory

pytestmark = pytest.mark.django_db
PHONE, EMAIL = "+44 (0)20\xa07946 0958 or 115", "a+b&c%d@example.org"
LINKS = {"tel:+442079460958", "mailto:a%2Bb%26c%25d@example.org"}


@pytest.fixture
def council() -> Council:
    return CouncilFactory(phone=PHONE, switchboard=PHONE, email=EMAIL)


def links(html: str) -> set[str]:
    """The targets of phone and e-mail links, but that by which a page is sent on."""
    return set(re.findall(r'href="((?:tel|mailto):[^"?]+)"', html))


def test_office_at_the_foot_of_every_page(client, council):
    assert links(client.get("/").content.decode()) == LINKS


def test_contacts_of_a_group(client, council):
    contact = ContactFactory(
        phone="020 7946 0000 ext. 3", email="x&y@example.org", show_phone=True, show_email=True
    )

    html = client.get(contact.group.get_absolute_url()).content.decode()

    assert links(html) - LINKS == {"tel:02079460000;ext=3", "mailto:x%26y@example.org"}


def test_number_that_cannot_be_dialled_is_no_link(client):
    CouncilFactory(phone="on request")

    html = client.get("/").content.decode()

    assert "on request" in html
    assert not [link for link in links(html) if link.startswith("tel:")]


def test_letters(council):
    html = render_to_string("emails/base.html", {"council": council, "site_url": ""})

    assert links(html) == {"mailto:a%2Bb%26c%25d@example.org"}


def test_linked_data(client, council):
    html = client.get("/").content.decode()
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)

    assert '"telephone": "+44 20 7946 0958"' in json.dumps(json.loads(data), ensure_ascii=False)


def test_report_of_a_vulnerability(client, council):
    text = client.get("/.well-known/security.txt").content.decode()

    assert "Contact: mailto:a%2Bb%26c%25d@example.org\n" in text
