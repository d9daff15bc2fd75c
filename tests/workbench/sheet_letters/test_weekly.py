"""Whoever wants it gets the day sheet by e-mail once a week, and once only."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from content.models import Council, QueuedEmail
from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.sheet_letters import WeeklySheetFactory
from twinning_site.workbench.models import WeeklySheet
from twinning_site.workbench.sheet_letters.weekly import queue_weekly_sheets

pytestmark = pytest.mark.usefixtures("open_office")

SATURDAY = datetime(2026, 5, 9, 3, tzinfo=UTC)
SWITCH = "/admin/day-sheet/by-mail/"


@pytest.fixture(autouse=True)
def saturday(time_machine):
    time_machine.move_to(SATURDAY, tick=False)
    return time_machine


@pytest.fixture
def wish() -> WeeklySheet:
    CityFactory(draft=True)
    return WeeklySheetFactory()


def nights(clock, number: int) -> list[int]:
    """Run so many nights; return on which of them a letter was queued."""
    queued = []
    for night in range(number):
        clock.move_to(SATURDAY + timedelta(days=night), tick=False)
        queued += [night] * queue_weekly_sheets()
    return queued


def test_letter_comes_every_monday(wish, saturday):
    assert nights(saturday, 18) == [2, 9, 16]


def test_night_that_was_missed_is_made_up_for(wish, saturday):
    saturday.move_to(SATURDAY + timedelta(days=4), tick=False)

    assert [queue_weekly_sheets() for _ in range(2)] == [1, 0]


def test_letter_has_numbers_and_nobodys_name(wish, saturday):
    ApplicationFactory(name="Ada Lovelace")
    saturday.move_to(SATURDAY + timedelta(days=2), tick=False)

    call_command("nightly", stdout=StringIO())

    letter = QueuedEmail.objects.get(recipient="officer@example.org")
    assert "Volunteers wait for you: 1" in letter.text
    assert "Drafts: 1" in letter.text
    assert "http://127.0.0.1:8000/admin/" in letter.text
    assert "Lovelace" not in letter.text + letter.html


def test_two_processes_send_one(wish, saturday, monkeypatch):
    saturday.move_to(SATURDAY + timedelta(days=2), tick=False)
    seen_before = list(WeeklySheet.objects.select_related("user"))
    assert queue_weekly_sheets() == 1

    from twinning_site.workbench.sheet_letters import weekly  # noqa: PLC0415 - its private step

    assert [weekly._queue(wish) for wish in seen_before] == [False]
    assert QueuedEmail.objects.count() == 1


@pytest.mark.parametrize("changes", [{"is_active": False}, {"is_staff": False}, {"email": ""}])
def test_nobody_else_gets_it(wish, saturday, changes):
    User.objects.filter(pk=wish.pk).update(**changes)

    assert nights(saturday, 9) == []


def test_people_with_few_rights_learn_nothing(wish, saturday):
    wish.user.groups.clear()

    assert nights(saturday, 9) == []


def test_empty_sheet_is_not_sent(saturday):
    WeeklySheetFactory()
    # Whose law asks for no pages
    Council.objects.update(country="CH")

    assert nights(saturday, 9) == []


def test_it_is_switched_on_and_off_on_the_start_page(officer, officer_client):
    officer.email = "me@example.org"
    officer.save()
    assert "Send me the day sheet every Monday" in officer_client.get("/admin/").text

    page = officer_client.post(SWITCH, {"begin": "1"}, follow=True)
    assert "comes to me@example.org once a week" in page.text
    assert WeeklySheet.objects.get().user == officer

    page = officer_client.post(SWITCH, {"end": "1"}, follow=True)
    assert "no longer comes by e-mail" in page.text
    assert not WeeklySheet.objects.exists()


def test_account_without_an_address_has_no_switch(officer, officer_client):
    assert "every Monday" not in officer_client.get("/admin/").text

    officer_client.post(SWITCH, {"begin": "1"})

    assert not WeeklySheet.objects.exists()


def test_opening_the_address_of_the_switch_does_nothing(wish, officer_client):
    officer_client.get(SWITCH, {"end": "1"})

    assert WeeklySheet.objects.exists()
