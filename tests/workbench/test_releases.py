"""A writer submits, somebody who may publish releases or sends back, and both are told."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from content.models import Draft, QueuedEmail, ReleaseRequest
from tests.admin_forms import form_data, save
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.group_writer import writer_of
from tests.factories.newsletter import NewsletterFactory
from tests.factories.officer import OfficerFactory
from tests.workbench.admin_addresses import url

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(council):
    return LinkGroupFactory(name="Bonn Link", summary="As it was")


@pytest.fixture
def writer(client, group):
    user = writer_of(group)
    user.email, user.first_name = "writer@example.org", "Wanda"
    user.save()
    client.force_login(user)
    return user


@pytest.fixture
def officer(officer):
    officer.email = "officer@example.org"
    officer.save()
    return officer


def submit(client, row, word="Please look", **changes):
    answer = save(client, url(row), button="_to_release", **changes)
    assert answer.url == url(row, "release")
    return client.post(url(row, "release"), {"_submit": "on", "word": word})


def press(client, row, button, word=""):
    data = {"state": client.get(url(row, "release")).context["state_hash"], "word": word}
    return client.post(url(row, "release"), data | {button: "on"})


def test_changes_of_a_public_page_wait_and_are_released(
    client, writer, officer, officer_client, group
):
    submit(client, group, summary_0="All that is new")
    assert [one.recipient for one in QueuedEmail.objects.all()] == ["officer@example.org"]
    assert "Please look" in QueuedEmail.objects.get().text
    group.refresh_from_db()
    assert str(group.summary) == "As it was"

    page = officer_client.get(url(group, "release")).content.decode()
    assert "As it was" in page.replace("<del>", "").replace("</del>", "")
    assert "Wanda" in page
    assert "Please look" in page
    press(officer_client, group, "_release", "Thank you")

    group.refresh_from_db()
    assert str(group.summary) == "All that is new"
    assert not Draft.objects.exists()
    told = QueuedEmail.objects.last()
    assert told.recipient == "writer@example.org"
    assert "Thank you" in told.text
    assert ReleaseRequest.objects.get().answer == "released"


def test_a_new_thing_is_released(client, writer, officer_client, group):
    event = EventFactory(draft=True, groups=[group])

    submit(client, event, summary_0="Soon")
    press(officer_client, event, "_release")

    event.refresh_from_db()
    assert event.is_published


def test_an_issue_without_anything_to_read_is_not_released(client, writer, officer_client, group):
    newsletter = NewsletterFactory(draft=True, group=group)

    submit(client, newsletter)
    press(officer_client, newsletter, "_release")

    newsletter.refresh_from_db()
    assert newsletter.published_at is None
    assert ReleaseRequest.objects.get().answer == ""


def test_what_is_sent_back_stays_a_draft_and_its_writer_is_told(
    client, writer, officer, officer_client, group
):
    submit(client, group, summary_0="All that is new")
    press(officer_client, group, "_send_back", "Name the day")

    group.refresh_from_db()
    assert str(group.summary) == "As it was"
    assert "Name the day" in QueuedEmail.objects.last().text
    assert "Name the day" in client.get(url(group, "release")).content.decode()
    assert "Came back to you" in client.get(reverse("admin:index")).content.decode()
    submit(client, group, summary_0="On Monday")
    assert "Came back to you" not in client.get(reverse("admin:index")).content.decode()


def test_a_later_save_voids_the_release(client, writer, officer_client, group):
    submit(client, group, summary_0="All that is new")
    seen = officer_client.get(url(group, "release")).context["state_hash"]
    save(client, url(group), button="_save_draft", summary_0="Something else")

    for state in (seen, officer_client.get(url(group, "release")).context["state_hash"]):
        officer_client.post(url(group, "release"), {"state": state, "_release": "on"})

    group.refresh_from_db()
    assert str(group.summary) == "As it was"
    assert "before it is submitted again" in client.get(url(group, "release")).content.decode()


def test_a_writer_releases_nothing(client, writer, group):
    submit(client, group, summary_0="All that is new")

    for button in ("_release", "_send_back"):
        assert press(client, group, button).status_code == 403

    group.refresh_from_db()
    assert str(group.summary) == "As it was"


def test_things_of_other_groups_are_neither_shown_nor_submitted(client, writer):
    other = LinkGroupFactory(draft=True)

    assert client.get(url(other, "release")).status_code == 404
    assert client.post(url(other, "release"), {"_submit": "on"}).status_code == 404
    assert not ReleaseRequest.objects.exists()


def test_only_those_who_may_publish_are_told_and_nobody_of_their_own_deed(
    client, writer, officer, admin_user, group
):
    OfficerFactory(groups=Group.objects.filter(name="Editors"), email="editor@example.org")
    OfficerFactory(is_active=False, email="left@example.org")

    submit(client, group, summary_0="New")

    assert [one.recipient for one in QueuedEmail.objects.all()] == ["officer@example.org"]


def test_without_an_officer_the_office_is_told(client, writer, council, group):
    submit(client, group, summary_0="New")

    assert [one.recipient for one in QueuedEmail.objects.all()] == [council.office_email()]


def test_a_request_can_be_taken_back_by_whoever_made_it(client, writer, officer_client, group):
    submit(client, group, summary_0="New")
    press(client, group, "_withdraw")

    assert ReleaseRequest.objects.get().answer == "withdrawn"
    press(officer_client, group, "_release")
    group.refresh_from_db()
    assert str(group.summary) == "As it was"


def test_the_queue_stands_on_the_start_page_of_those_who_may_release(
    client, writer, officer_client, group
):
    submit(client, group, summary_0="New")

    assert url(group, "release") in officer_client.get(reverse("admin:index")).content.decode()
    assert "Waits for release" not in client.get(reverse("admin:index")).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_queue_takes_constant_queries(
    client, writer, officer_client, group, number, django_assert_max_num_queries
):
    for place in range(number):
        event = EventFactory(draft=True, groups=[group], title=f"Event {place}")
        submit(client, event)
    officer_client.get(reverse("admin:index"))

    with django_assert_max_num_queries(49):
        officer_client.get(reverse("admin:index"))


def test_what_somebody_writes_is_shown_as_text(client, writer, officer_client, group):
    submit(client, group, word="<script>alert(1)</script>", summary_0="<script>x</script>")

    page = officer_client.get(url(group, "release")).content.decode()

    assert "<script>alert" not in page
    assert "<script>x" not in page


def test_nothing_is_submitted_that_readers_see_already(client, writer, group):
    client.post(url(group, "release"), {"_submit": "on"})

    assert not ReleaseRequest.objects.exists()
    assert "Save and submit" in client.get(url(group)).content.decode()
    assert form_data(client.get(url(group)))
