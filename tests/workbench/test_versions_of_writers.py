"""The bin, the versions and the start page of somebody who writes for one group."""

import pytest
from django.urls import reverse

from content.models import Version
from content.versions.bin import put_into_bin
from links.models import Newsletter
from tests.admin_forms import save
from tests.factories.contact import ContactFactory
from tests.factories.event import EventFactory
from tests.factories.newsletter import NewsletterFactory
from tests.workbench.admin_addresses import a_list, url

pytestmark = pytest.mark.django_db


def test_own_drafts_are_deleted_and_come_back_from_the_bin(client, writer, bonn):
    newsletter = NewsletterFactory(draft=True, group=bonn)

    client.post(url(newsletter, "delete"), {"post": "yes"})
    assert not Newsletter.objects.exists()
    version = Version.objects.in_bin().get()
    assert client.get(url(version)).status_code == 200
    client.post(url(version, "restore"))

    assert Newsletter.objects.get().group == bonn


def test_the_bin_has_nothing_of_others(client, writer, officer, leiden):
    version = put_into_bin(NewsletterFactory(draft=True, group=leiden), officer)

    assert client.get(url(version)).status_code == 404
    assert client.post(url(version, "restore")).status_code == 404
    assert client.post(url(version, "erase")).status_code == 404
    assert version.heading not in client.get(a_list(Version)).content.decode()


def test_what_was_deleted_stays_in_the_bin_when_its_writer_writes_for_others(
    client, writer, bonn, leiden
):
    version = put_into_bin(NewsletterFactory(draft=True, group=bonn), writer)
    writer.writes_for.update(group=leiden)

    assert client.get(url(version)).status_code == 404
    assert client.post(url(version, "restore")).status_code in {403, 404}

    assert not Newsletter.objects.exists()


def test_the_page_of_the_group_and_joint_events_are_not_deleted(client, writer, bonn, leiden):
    event = EventFactory(draft=True, groups=[bonn, leiden])

    for row in (bonn, event):
        assert client.post(url(row, "delete"), {"post": "yes"}).status_code == 403
        client.post(
            a_list(type(row)),
            {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"},
        )
        assert type(row).objects.filter(pk=row.pk).exists()


def test_versions_from_when_a_row_was_of_another_group_stay_closed(
    client, writer, officer_client, bonn, leiden
):
    newsletter = NewsletterFactory(draft=True, group=leiden)
    save(officer_client, url(newsletter), title_0="Only for Leiden")
    save(officer_client, url(newsletter), group=bonn.pk)

    compare = url(newsletter, "compare")
    assert client.get(url(newsletter, "history")).status_code == 200
    assert client.get(compare, {"older": 1, "newer": 3}).status_code == 403
    answer = client.post(url(newsletter, "restore"), {"version": 2, "name": ["title"]})
    assert answer.status_code == 403


def test_the_start_page_tells_of_own_drafts_only(client, writer, bonn, leiden):
    NewsletterFactory(draft=True, group=bonn, title="Ours")
    NewsletterFactory(draft=True, group=leiden, title="Theirs")

    page = client.get(reverse("admin:index")).content.decode()

    assert "Ours" in page
    assert "Theirs" not in page
    assert "Leiden" not in page


@pytest.mark.parametrize("name", ["search", "search_suggestions", "link_targets"])
def test_searches_find_nothing_of_others(client, writer, bonn, leiden, name):
    found = {}
    for group, word in ((bonn, "xyloours"), (leiden, "xylotheirs")):
        newsletter = NewsletterFactory(draft=True, group=group, title=word)
        event = EventFactory(draft=True, groups=[group], title=word)
        ContactFactory(group=group, name=word)
        page = client.get(reverse(f"admin:{name}"), {"q": word}).content.decode()
        keys = [url(group), url(newsletter), url(event)]
        keys += [row.get_absolute_url() for row in (group, newsletter, event)]
        if name == "link_targets":
            # The links of texts have addresses of their own; its answer does not repeat the words.
            keys = [word]
        found[word] = [key for key in keys if key in page]

    assert found["xyloours"]
    assert not found["xylotheirs"]
