import pytest
from axes.models import AccessAttempt

from content.models import AuditEntry
from tests.factories.officer import OfficerFactory

pytestmark = pytest.mark.django_db


def test_endless_user_name_is_wrong_like_any_other(client):
    data = {"username": "x" * 300, "password": "wrong"}

    answers = [client.post("/admin/login/", data).status_code for _ in range(5)]

    assert answers == [200] * 4 + [429]
    assert {len(name) for name in AccessAttempt.objects.values_list("username", flat=True)} == {255}


@pytest.mark.parametrize("network", ["2001:db8:7:{:x}::{:x}", "203.0.113.{}"])
def test_other_addresses_of_a_network_do_not_help_to_guess(client, network):
    data = {"username": "officer", "password": "wrong"}

    answers = [
        client.post("/admin/login/", data, REMOTE_ADDR=network.format(n, n)).status_code
        for n in range(1, 7)
    ]

    assert answers == [200] * 4 + [429] * 2


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:1"])
def test_signing_in_with_a_hostile_target_leads_to_the_start_page(client, council, target):
    officer = OfficerFactory(username="officer")
    officer.set_password("right password 1")
    officer.save()

    data = {"username": "officer", "password": "right password 1", "next": target}
    answer = client.post("/admin/login/", data)

    assert answer.url == "/admin/"


def test_whoever_guesses_the_password_in_an_open_session_is_signed_out(officer_client):
    """Somebody may sit down at an officer's machine."""
    typed = {"old_password": "guess", "new_password1": "y" * 14, "new_password2": "y" * 14}

    answers = [officer_client.post("/admin/password_change/", typed) for _try in range(5)]

    assert [answer.status_code for answer in answers] == [200] * 4 + [302]
    assert officer_client.get("/admin/").status_code == 302
    assert AuditEntry.objects.filter(what="failed", detail="own password").count() == 5


def test_own_password_with_another_mistake_is_no_guess(officer_client):
    for typed in ({"old_password": ""}, {"old_password": "", "new_password1": "y"}):
        officer_client.post("/admin/password_change/", typed)

    assert not AuditEntry.objects.filter(what="failed").exists()
