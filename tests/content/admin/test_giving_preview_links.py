"""Links to a preview are given and ended by those who may change the row, and by nobody else."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from content.drafts.preview_links import make_link
from content.models import AuditEntry, PreviewLink
from content.text.keys import without_keys
from tests.content.versions.things import address
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from tests.factories.preview_link import PreviewLinkFactory

pytestmark = pytest.mark.django_db

SOON = timezone.localdate() + timedelta(days=3)


@pytest.fixture
def page(council):
    return PageFactory(published_at=None, title={"en": "Visits", "de": "Besuche"})


def given_link(officer_client, thing) -> str:
    """The address that the admin shows when a link is made."""
    answer = officer_client.post(address(thing, "preview_link"), {"until": SOON})
    return answer.context["new_link"]


def test_key_is_neither_stored_nor_logged(page, officer_client):
    link = given_link(officer_client, page)
    token = link.rstrip("/").rpartition("/")[2]

    assert token not in str(PreviewLink.objects.values())
    assert token not in str(AuditEntry.objects.values())
    assert token not in without_keys(f"GET {link}?language=de", "(key)")
    assert token not in officer_client.get(address(page, "preview")).text


def test_making_and_ending_are_in_the_audit_trail(page, officer_client, client):
    link = given_link(officer_client, page)
    number = PreviewLink.objects.get().pk
    assert "End it" in officer_client.get(address(page, "preview")).text

    officer_client.post(address(page, "preview_link"), {"end": number})

    assert client.get(link).status_code == 404
    details = AuditEntry.objects.filter(what="shared").values_list("detail", flat=True)
    assert sorted(details) == ["ended", f"until {SOON}"]


def test_link_of_another_row_is_not_ended(page, officer_client):
    foreign = PreviewLinkFactory(thing=PageFactory(draft=True))

    for number in (foreign.pk, "x", "9" * 40, ""):
        officer_client.post(address(page, "preview_link"), {"end": number})

    assert PreviewLink.objects.get() == foreign
    assert not AuditEntry.objects.filter(what="shared").exists()


@pytest.mark.parametrize("days", [-1, 93])
def test_day_that_is_over_or_far_away_is_refused_and_kept(page, officer_client, days):
    day = timezone.localdate() + timedelta(days=days)

    answer = officer_client.post(address(page, "preview_link"), {"until": day})

    assert f'value="{day}"' in answer.text
    assert answer.context["link_form"].errors
    assert not PreviewLink.objects.exists()


def test_link_works_to_the_end_of_its_last_day(page, officer):
    make_link(page, officer, SOON)

    link = PreviewLink.objects.get()
    assert link.last_day == SOON
    end = timezone.localtime(link.expires_at)
    assert (end.date(), end.hour, end.minute) == (SOON + timedelta(days=1), 0, 0)


def test_only_so_many_links_are_open(page, officer_client):
    for _ in range(20):
        PreviewLinkFactory(thing=page)

    answer = officer_client.post(address(page, "preview_link"), {"until": SOON})

    assert "too many open links" in answer.text
    assert PreviewLink.objects.count() == 20


def test_who_may_only_look_neither_makes_nor_ends_links(page):
    PreviewLinkFactory(thing=page)
    reader = OfficerFactory(groups=[])
    reader.user_permissions.set(Permission.objects.filter(codename="view_page"))
    client = Client()
    client.force_login(reader)

    assert "Make a link" not in client.get(address(page, "preview")).text
    for data in ({"until": SOON}, {"end": PreviewLink.objects.get().pk}):
        assert client.post(address(page, "preview_link"), data).status_code == 403
    assert PreviewLink.objects.count() == 1


def test_live_page_without_a_draft_needs_no_link(council, officer_client):
    page = PageFactory()

    assert "Make a link" not in officer_client.get(address(page, "preview")).text
    officer_client.post(address(page, "preview_link"), {"until": SOON})
    assert not PreviewLink.objects.exists()
