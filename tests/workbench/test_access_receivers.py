"""What the audit trail tells of sign-ins, of rights, and of what officers do with applications."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from content.models import AuditEntry
from tests.factories.application import ApplicationFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.officer import OfficerFactory

pytestmark = pytest.mark.django_db
PASSWORD = "right password 1"


@pytest.fixture
def officer(council):
    officer = OfficerFactory(username="officer")
    officer.set_password(PASSWORD)
    officer.save()
    return officer


def sign_in(client, password: str = PASSWORD, username: str = "officer") -> int:
    data = {"username": username, "password": password}
    return client.post("/admin/login/", data, REMOTE_ADDR="203.0.113.7").status_code


def trail(**kept) -> list[tuple[str, str, str]]:
    rows = AuditEntry.objects.filter(**kept).order_by("pk")
    return list(rows.values_list("who", "what", "row"))


def test_signing_in_and_out_are_written_down(client, officer):
    sign_in(client)
    client.post(reverse("admin:logout"))

    assert trail() == [("officer", "signed_in", ""), ("officer", "signed_out", "")]
    assert AuditEntry.objects.last().network == "203.0.113.0"


def test_wrong_passwords_and_the_lock_are_written_down_once(client, officer):
    for _try in range(8):
        sign_in(client, "wrong")

    # The fifth one is the lock.
    assert trail(what="failed") == [("officer", "failed", "")] * 4
    assert trail(what="locked") == [("officer", "locked", "")]


@pytest.mark.parametrize("name", ["nobody", "my pass word", "", "x\0y", "x" * 5000])
def test_what_is_no_account_is_not_written_down(client, officer, name):
    """It may be a password that was typed into the wrong field."""
    for _try in range(6):
        sign_in(client, "wrong", name)

    assert trail() == []


def test_code_of_the_second_factor_is_written_down(client, officer, settings):
    settings.STAFF_SECOND_FACTOR = True
    sign_in(client)
    client.get(reverse("second-factor"))

    client.post(reverse("second-factor"), {"code": "000000"})

    assert AuditEntry.objects.filter(who="officer", what="failed", detail="second factor").exists()


def test_opening_an_application_is_written_down_by_its_reference(admin_client):
    application = ApplicationFactory(name="Ada Lovelace")
    AuditEntry.objects.all()._raw_delete("default")

    admin_client.get(reverse("admin:volunteers_application_change", args=[application.pk]))

    assert trail() == [("admin", "viewed", f"volunteers.Application {application.reference}")]
    assert "Ada" not in str(AuditEntry.objects.values().get())


@pytest.mark.parametrize("way", ["as_csv", "as_xlsx"])
def test_export_is_written_down_with_its_number(admin_client, way):
    rows = [ApplicationFactory().pk for _ in range(3)]

    data = {"action": way, "_selected_action": rows}
    admin_client.post(reverse("admin:volunteers_application_changelist"), data)

    entry = AuditEntry.objects.get(what="exported")
    assert (entry.who, entry.row) == ("admin", "volunteers.Application")
    assert entry.detail.endswith(": 3")


@pytest.mark.parametrize("factory", [ApplicationFactory, EnquiryFactory])
@pytest.mark.parametrize("several", [False, True])
def test_erasure_is_written_down_with_who_did_it(admin_client, factory, several):
    row = factory()
    kind = f"admin:{row._meta.app_label}_{row._meta.model_name}"

    if several:
        data = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
        admin_client.post(reverse(f"{kind}_changelist"), data)
    else:
        admin_client.post(reverse(f"{kind}_delete", args=[row.pk]), {"post": "yes"})

    assert trail(what="erased") == [("admin", "erased", f"{row._meta.label} {row.reference}")]


def test_commands_are_written_down_without_the_address(capsys):
    ApplicationFactory(email="ada@example.org")

    call_command("export_person", "ada@example.org")
    call_command("erase_person", "ada@example.org", "--yes")

    assert trail() == [("manage.py", "exported", "person"), ("manage.py", "erased", "person")]
    assert "ada" not in str(list(AuditEntry.objects.values()))


def test_changed_rights_are_written_down(admin_client, officer):
    group = Group.objects.create(name="Editors")
    data = {
        "username": "officer",
        "is_active": "on",
        "is_staff": "on",
        "is_superuser": "on",
        "groups": [group.pk],
        "date_joined_0": "2026-01-01",
        "date_joined_1": "12:00",
    }

    admin_client.post(reverse("admin:auth_user_change", args=[officer.pk]), data)
    admin_client.post(reverse("admin:auth_group_delete", args=[group.pk]), {"post": "yes"})

    assert trail(what="rights") == [
        ("admin", "rights", "auth.user officer"),
        ("admin", "rights", "auth.group Editors"),
    ]
    detail = AuditEntry.objects.filter(what="rights").last().detail
    assert "uperuser" in detail
    assert "roups" in detail
