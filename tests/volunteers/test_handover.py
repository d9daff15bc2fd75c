"""From the office to the group, and what the applicant sees of it."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.utils import timezone

from content.models import QueuedEmail
from content.text.keys import without_keys
from tests.factories.application import ApplicationFactory
from tests.factories.contact import ContactFactory
from tests.factories.group import LinkGroupFactory
from volunteers import actions
from volunteers.handover import remind_groups, say_called
from volunteers.merging import merge
from volunteers.models import Application
from volunteers.state_changes import change_state

pytestmark = pytest.mark.usefixtures("open_office")
LINK = re.compile(r"http://127.0.0.1:8000(/volunteer/called/\S+)")


@pytest.fixture
def group():
    group = LinkGroupFactory(name="Bonn Link")
    ContactFactory(group=group, role="Chair", email="chair@example.org", receives_messages=True)
    return group


@pytest.fixture
def passed(group):
    application = ApplicationFactory(name="Zoë", email="zoe@example.org")
    change_state(application, "passed", group=group)
    return application


def link_to(recipient="chair@example.org") -> str:
    mail = QueuedEmail.objects.filter(recipient=recipient).latest("pk")
    return LINK.search(mail.text)[1]


def days_later(application, days):
    Application.objects.filter(pk=application.pk).update(
        state_since=timezone.now() - timedelta(days=days)
    )


def test_opening_the_link_shows_a_question_and_says_nothing(client, passed):
    page = client.get(link_to())

    assert page.status_code == 200
    assert passed.reference in page.text
    assert "Zoë" not in page.text
    assert "zoe@example.org" not in page.text
    assert page["Referrer-Policy"] == "same-origin"
    assert "noindex" in page["X-Robots-Tag"]
    assert client.head(link_to()).status_code == 200
    assert Application.objects.get().called_at is None


def test_pressing_records_it_once_however_often_it_is_pressed(client, passed):
    for _press in range(3):
        assert client.post(link_to()).status_code == 302

    passed.refresh_from_db()
    assert passed.called_at
    assert not passed.is_overdue
    assert passed.notes.filter(text="The group says that it has called.").count() == 1
    assert "Thank you: you told us" in client.get(link_to()).text


def test_applicant_sees_three_steps(client, passed):
    own_page = passed.get_absolute_url()
    assert client.get(own_page).text.count("Done") == 2

    client.post(link_to())

    assert client.get(own_page).text.count("Done") == 3


@pytest.mark.parametrize("state", ["new", "contacted", "active", "withdrawn", "declined"])
def test_link_opens_nothing_once_the_application_is_elsewhere(client, passed, state):
    link = link_to()
    change_state(passed, state)

    assert client.get(link).status_code == 404
    assert client.post(link).status_code == 404
    passed.refresh_from_db()
    assert passed.called_at is None


def test_link_of_an_earlier_handover_opens_nothing(client, passed, group):
    first = link_to()
    client.post(first)
    change_state(passed, "passed", group=group)

    assert client.post(first).status_code == 404
    passed.refresh_from_db()
    assert passed.called_at is None
    assert client.get(link_to()).status_code == 200


def test_link_of_another_group_opens_nothing(client, passed):
    link = link_to()
    Application.objects.update(group=LinkGroupFactory())

    assert client.get(link).status_code == 404


@pytest.mark.parametrize(
    "token",
    [
        "x",
        "A" * 5000,
        "VOL-AAAA-AA:x",
        "VOL-\x00AAA-AA:x",
        "V:x",
        ":x",
        "VOL-AAAA-AA 1 2:x",
        "%00",
        "{reference}",
    ],
)
def test_made_up_links_open_nothing(client, passed, token):
    assert client.get(f"/volunteer/called/{token}/").status_code == 404


def test_changed_link_opens_nothing(client, passed):
    link = link_to()

    assert client.get(link.replace("VOL-", "VOM-")).status_code == 404
    assert client.get(f"{link[:-4]}AAA/").status_code == 404


def test_nobody_finds_the_link_in_the_outbox_or_in_logs(officer_client, passed):
    mail = QueuedEmail.objects.get(recipient="chair@example.org")
    token = link_to().split("/")[-2]
    assert token in mail.text

    page = officer_client.get(f"/admin/content/queuedemail/{mail.pk}/change/").text

    assert token not in page
    assert token.partition(":")[2] not in page
    assert token not in without_keys(f"GET /volunteer/called/{quote(token)}/", "(key)")


def test_own_page_token_is_no_link_of_a_group(client, passed):
    token = passed.get_absolute_url().split("/")[-2]

    assert client.get(f"/volunteer/called/{token}/").status_code == 404


def test_erased_application_takes_its_link_along(client, passed):
    link = link_to()
    actions.erase(passed, "asked")

    assert client.get(link).status_code == 404


def test_link_still_works_after_merging(client, passed, group):
    link = link_to()
    kept = ApplicationFactory(email="zoe@example.org")
    merge(kept, passed)

    client.post(link)

    kept.refresh_from_db()
    assert kept.called_at


def test_officer_who_follows_the_link_is_sent_to_the_admin(officer_client, passed):
    page = officer_client.post(link_to())

    assert "You are signed in as an officer" in page.text
    passed.refresh_from_db()
    assert passed.called_at is None


def test_forged_request_says_nothing(passed, client):
    client.handler.enforce_csrf_checks = True

    page = client.post(link_to())

    assert "Yes, we have called" in page.text
    passed.refresh_from_db()
    assert passed.called_at is None


def test_press_for_a_handover_that_has_just_ended_records_nothing(passed, group):
    as_opened = Application.objects.get()
    days_later(passed, 1)

    say_called(as_opened)

    passed.refresh_from_db()
    assert passed.called_at is None


def test_group_is_reminded_once_after_ten_days_and_the_office_told(passed):
    days_later(passed, 9)
    assert remind_groups() == 0
    days_later(passed, 11)
    before = QueuedEmail.objects.count()

    assert remind_groups() == 1
    assert remind_groups() == 0

    reminder, told = QueuedEmail.objects.order_by("pk")[before:]
    assert (reminder.recipient, told.recipient) == ("chair@example.org", "office@example.org")
    assert "zoe@example.org" not in reminder.text
    assert "Chair" in told.text
    assert reminder in passed.mails.all()
    assert told in passed.mails.all()
    passed.refresh_from_db()
    assert passed.is_overdue
    assert passed.notes.filter(text="Reminded: Chair").exists()


def test_link_in_the_reminder_works(client, passed):
    days_later(passed, 11)
    remind_groups()

    client.post(link_to())

    passed.refresh_from_db()
    assert passed.called_at


def test_group_that_has_called_is_not_reminded(client, passed):
    client.post(link_to())
    Application.objects.update(called_at=timezone.now())
    days_later(passed, 30)

    assert remind_groups() == 0
    assert not Application.objects.overdue().exists()
    assert not Application.objects.waiting().exists()


def test_office_is_told_if_nobody_in_the_group_can_be_reminded(passed, group):
    group.contacts.update(receives_messages=False)
    days_later(passed, 11)

    assert remind_groups() == 1

    assert "nobody, as nobody there receives messages" in QueuedEmail.objects.latest("pk").text


def test_what_is_kept_aside_is_not_reminded_of(passed):
    Application.objects.update(held_for="links")
    days_later(passed, 11)

    assert remind_groups() == 0


def test_night_reminds(passed, capsys):
    days_later(passed, 11)

    call_command("nightly")

    assert "offers that a group has not answered: 1" in capsys.readouterr().out
