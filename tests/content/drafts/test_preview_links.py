"""Links by which somebody without an account sees a draft, and nobody else does."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from content.actions import publish
from content.drafts.preview_links import MAX_VIEWS_A_DAY, make_link
from content.models import PreviewLink
from content.versions.bin import put_into_bin
from tests.admin_forms import save
from tests.content.versions.things import THINGS, address
from tests.factories.document import DocumentFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.group_writer import writer_of
from tests.factories.newsletter import NewsletterFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from tests.factories.preview_link import PreviewLinkFactory
from twinning_site.serving.cleanup import delete_outdated

pytestmark = pytest.mark.django_db

SOON = timezone.localdate() + timedelta(days=3)


@pytest.fixture
def page(council):
    return PageFactory(published_at=None, title={"en": "Visits", "de": "Besuche"})


def opened(client, token: str, query: str = ""):
    return client.get(reverse("content:preview-link", kwargs={"token": token}) + query)


def given_link(officer_client, thing) -> str:
    """The address that the admin shows when a link is made."""
    answer = officer_client.post(address(thing, "preview_link"), {"until": SOON})
    return answer.context["new_link"]


def test_link_shows_a_draft_to_somebody_without_an_account(page, officer_client, client):
    link = given_link(officer_client, page)

    shown = client.get(link)

    assert shown.status_code == 200
    assert "Visits" in shown.text
    assert "This is a preview." in shown.text
    assert "Besuche" in client.get(link + "?language=de").text
    assert client.get(page.get_absolute_url()).status_code == 404
    page.refresh_from_db()
    assert page.published_at is None


def test_link_shows_the_draft_of_a_live_page_as_it_is_now(council, officer_client, client):
    page = PageFactory(title={"en": "Visits"})
    save(officer_client, address(page, "change"), "_save_draft", title_0="Journeys")
    link = given_link(officer_client, page)
    save(officer_client, address(page, "change"), "_save_draft", title_0="Voyages")

    assert "Voyages" in client.get(link).text
    assert "Voyages" not in client.get(page.get_absolute_url()).text


@pytest.mark.parametrize("make", THINGS)
def test_link_shows_every_kind_of_row(council, officer, client, make):
    thing = make()
    type(thing).objects.filter(pk=thing.pk).update(published_at=None)

    shown = opened(client, make_link(thing, officer, SOON))

    assert shown.status_code == 200
    if shown.streaming:
        shown.getvalue()


def test_answer_is_for_one_reader_and_sends_nothing(page, officer, client):
    shown = opened(client, make_link(page, officer, SOON))

    assert {"private", "no-store"} <= set(shown["Cache-Control"].split(", "))
    assert shown["Referrer-Policy"] == "no-referrer"
    assert shown["X-Robots-Tag"] == "noindex"
    assert "form-action 'none'" in shown["Content-Security-Policy"]
    assert "Set-Cookie" not in shown


def test_page_does_not_repeat_the_key(page, officer, client):
    token = make_link(page, officer, SOON)
    assert token not in opened(client, token).text


def test_page_that_is_public_meanwhile_is_led_to(page, officer, client):
    token = make_link(page, officer, SOON)
    publish(page)

    answer = opened(client, token)

    assert answer.status_code == 302
    assert answer["Location"] == page.get_absolute_url()
    assert "no-store" in answer["Cache-Control"]


def _expired(page, officer):
    PreviewLinkFactory(thing=page, key="key", expires_at=timezone.now())


def _ended(page, officer):
    PreviewLinkFactory(thing=page, key="key").delete()


def _never_made(page, officer):
    pass


def _of_somebody_who_left(page, officer):
    PreviewLinkFactory(thing=page, key="key", made_by__is_active=False)


def _of_somebody_without_the_right(page, officer):
    PreviewLinkFactory(thing=page, key="key", made_by=OfficerFactory(groups=[]))


def _of_a_deleted_page(page, officer):
    PreviewLinkFactory(thing=page, key="key")
    put_into_bin(page, officer)


def _of_a_page_that_was_taken_down(page, officer):
    now = timezone.now()
    page.published_at, page.expires_at = now - timedelta(days=2), now
    page.save()
    PreviewLinkFactory(thing=page, key="key", made_at=now - timedelta(days=1))


@pytest.mark.parametrize(
    "prepare",
    [
        _expired,
        _ended,
        _never_made,
        _of_somebody_who_left,
        _of_somebody_without_the_right,
        _of_a_deleted_page,
        _of_a_page_that_was_taken_down,
    ],
)
def test_links_that_open_nothing_are_alike(page, officer, client, prepare):
    prepare(page, officer)

    answer = opened(client, "key")

    assert answer.status_code == 404
    assert "Visits" not in answer.text
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]


def test_page_taken_down_may_be_shown_by_a_newer_link(page, officer, client):
    now = timezone.now()
    page.published_at, page.expires_at = now - timedelta(days=2), now - timedelta(days=1)
    page.save()

    assert opened(client, make_link(page, officer, SOON)).status_code == 200


def test_link_opens_one_row_only(page, officer, client):
    PageFactory(published_at=None, title={"en": "Other"}, slug="other")
    assert "Other" not in opened(client, make_link(page, officer, SOON)).text


def test_link_of_a_writer_ends_with_the_group(council, client):
    group = LinkGroupFactory()
    writer = writer_of(group)
    newsletter = NewsletterFactory(draft=True, group=group)
    token = make_link(newsletter, writer, SOON)
    assert opened(client, token).status_code == 200

    newsletter.group = LinkGroupFactory()
    newsletter.save()

    assert opened(client, token).status_code == 404


def test_file_of_a_draft_is_sent(council, officer, client):
    document = DocumentFactory(draft=True)

    link = reverse("content:preview-link-file", args=[make_link(document, officer, SOON)])
    answer = client.get(link)

    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert "no-store" in answer["Cache-Control"]


def test_link_that_is_opened_too_often_pauses(page, officer, client, monkeypatch):
    monkeypatch.setattr("content.drafts.preview_links.MAX_VIEWS_A_DAY", 1)
    assert MAX_VIEWS_A_DAY > 100
    token = make_link(page, officer, SOON)

    assert [opened(client, token).status_code for _ in "ab"] == [200, 429]


def test_draft_whose_address_was_taken_is_shown_at_the_old_one(council, officer_client, client):
    page = PageFactory(slug="visits")
    typed = {"slug": "journeys", "title_0": "Journeys"}
    save(officer_client, address(page, "change"), "_save_draft", **typed)
    link = given_link(officer_client, page)
    PageFactory(slug="journeys")

    assert "Journeys" in client.get(link).text


@pytest.mark.parametrize("token", ["%00", "x" * 5000, "../../admin", "%F0%9F%98%80", "key%27--"])
def test_hostile_keys_are_not_found(council, client, token):
    assert client.get(f"/preview-link/{token}/").status_code in {302, 404}


def test_links_that_are_over_are_deleted(page):
    PreviewLinkFactory(thing=page, expires_at=timezone.now())
    kept = PreviewLinkFactory(thing=page)

    assert delete_outdated()["preview links"] == 1
    assert PreviewLink.objects.get() == kept
