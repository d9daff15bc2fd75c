"""The page that asks before something is deleted says what the public loses."""

import pytest
from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.urls import reverse

from content.web.link_targets import stable_address
from tests.factories.city import CityFactory
from tests.factories.contact import ContactFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.group_writer import writer_of
from tests.factories.newsletter import ArticleFactory, NewsletterFactory

pytestmark = pytest.mark.django_db


def asked_before(client, row) -> str:
    options = row._meta
    name = f"admin:{options.app_label}_{options.model_name}_delete"
    return client.get(reverse(name, args=[row.pk])).text


def test_pages_events_and_addresses_are_named(officer_client):
    group = LinkGroupFactory(name="Choir")
    ContactFactory(group=group)
    live = EventFactory(groups=[group])
    draft = EventFactory(draft=True, groups=[group])
    Redirect.objects.create(
        site_id=settings.SITE_ID, old_path="/the-choir/", new_path=group.get_absolute_url()
    )

    page = asked_before(officer_client, group)

    for address in (group.get_absolute_url(), "/the-choir/", live.get_absolute_url()):
        assert address in page
    assert reverse("admin:events_event_change", args=[draft.pk]) in page
    assert f"in the bin for {settings.BIN_DAYS} days" in page


def test_of_a_draft_no_address_is_lost(officer_client):
    city = CityFactory(draft=True)

    page = asked_before(officer_client, city)

    assert city.get_absolute_url() not in page
    assert "Addresses that lead nowhere" not in page


def test_a_writer_learns_of_no_draft_of_others(client):
    own, other = LinkGroupFactory(), LinkGroupFactory()
    event = EventFactory(draft=True, groups=[own])
    link = f'<p><a href="{stable_address(event)}">There</a></p>'
    for group, title in ((other, "Secret article"), (own, "Own article")):
        issue = NewsletterFactory(draft=True, group=group)
        ArticleFactory(newsletter=issue, title=title, body=link)
    client.force_login(writer_of(own))

    page = asked_before(client, event)

    assert "in the bin for" in page
    assert "Own article" in page
    assert "Secret article" not in page
