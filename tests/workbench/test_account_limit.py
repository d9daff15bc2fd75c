"""One account's password, guessed from ever new networks."""

from datetime import timedelta

import pytest
from django.utils import timezone

from content.models import QueuedEmail
from content.models.records.audit_entry import Deed
from tests.factories.audit_entry import AuditEntryFactory
from tests.factories.officer import OfficerFactory
from twinning_site.workbench.account_limit import MAX_FAILURES, must_wait

pytestmark = pytest.mark.django_db
PASSWORD = "right password 1"


@pytest.fixture(autouse=True)
def officer(council, time_machine):
    time_machine.move_to(timezone.now().replace(hour=12, minute=1), tick=False)
    officer = OfficerFactory(username="officer", email="ada@example.org")
    officer.set_password(PASSWORD)
    officer.save()
    return officer


def sign_in(client, password, network=1, username="officer") -> int:
    data = {"username": username, "password": password}
    address = f"198.{18 + network // 256}.{network % 256}.7"
    return client.post("/admin/login/", data, REMOTE_ADDR=address).status_code


def guess(client, times: int, username="officer", first=1000) -> list[int]:
    return [sign_in(client, "wrong", first + number, username) for number in range(times)]


@pytest.mark.parametrize("username", ["officer", "nobody", "ö" * 200])
def test_guesses_from_ever_new_networks_are_slowed_down(client, username):
    answers = guess(client, MAX_FAILURES + 5, username)

    # One more is checked, then none for five minutes.
    assert answers == [200] * (MAX_FAILURES + 1) + [429] * 4


def test_right_password_is_not_told_from_a_wrong_one_meanwhile(client):
    guess(client, MAX_FAILURES + 1)

    assert sign_in(client, PASSWORD, 5) == 429


def test_one_more_password_is_checked_after_five_minutes(client, time_machine):
    guess(client, MAX_FAILURES + 1)
    time_machine.shift(timedelta(minutes=5))

    assert sign_in(client, PASSWORD, 5) == 302


def test_owner_signs_in_from_a_known_network_all_the_while(client):
    assert sign_in(client, PASSWORD, 5) == 302
    client.logout()
    guess(client, MAX_FAILURES + 10)

    assert sign_in(client, PASSWORD, 5) == 302


def test_guesses_from_the_known_network_are_still_locked_there(client):
    sign_in(client, PASSWORD, 5)
    client.logout()
    guess(client, MAX_FAILURES + 1)

    assert [sign_in(client, "wrong", 5) for _try in range(6)] == [200] * 4 + [429] * 2


def test_what_others_did_in_a_network_does_not_make_it_known(client):
    other = OfficerFactory(username="other")
    other.set_password(PASSWORD)
    other.save()
    assert sign_in(client, PASSWORD, 5, "other") == 302
    client.logout()
    sign_in(client, "wrong", 5)
    guess(client, MAX_FAILURES)

    assert sign_in(client, PASSWORD, 5) == 429


def test_an_unknown_network_is_not_a_known_one(client):
    AuditEntryFactory(what=Deed.SIGNED_IN, who="officer", network="")
    guess(client, MAX_FAILURES + 1)

    assert must_wait("officer", "")


def test_what_is_not_checked_is_not_counted(client):
    locked = [sign_in(client, "wrong", 5) for _try in range(MAX_FAILURES + 10)]
    assert locked.count(200) < MAX_FAILURES // 2

    assert guess(client, MAX_FAILURES // 2) == [200] * (MAX_FAILURES // 2)


def test_other_accounts_are_as_quick_as_before(client):
    other = OfficerFactory(username="other")
    other.set_password(PASSWORD)
    other.save()
    guess(client, MAX_FAILURES + 5)

    assert sign_in(client, PASSWORD, 5, "other") == 302


def test_lock_of_a_network_ends_though_somebody_tries_on(client, time_machine):
    start = timezone.now().replace(hour=12, minute=1)
    for minute in range(16):
        time_machine.move_to(start + timedelta(minutes=minute), tick=False)
        sign_in(client, "wrong", 5)
    time_machine.move_to(start + timedelta(minutes=21), tick=False)

    assert sign_in(client, PASSWORD, 5) == 302


@pytest.mark.parametrize(
    ("language", "subject"),
    [("en", "Somebody is guessing your password"), ("de", "Jemand rät Ihr Passwort")],
)
def test_owner_is_told_once_a_day(client, settings, language, subject):
    settings.LANGUAGE_CODE = language

    guess(client, MAX_FAILURES + 8)

    letter = QueuedEmail.objects.get()
    assert (letter.recipient, letter.subject) == ("ada@example.org", subject)
    assert "officer" in letter.text


@pytest.mark.parametrize("change", [{"email": ""}, {"is_active": False}, {"email": "no address"}])
def test_nobody_is_told_where_there_is_nobody(client, officer, change):
    for name, value in change.items():
        setattr(officer, name, value)
    officer.save()

    guess(client, MAX_FAILURES + 2)

    assert not QueuedEmail.objects.exists()
