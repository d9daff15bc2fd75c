"""What the audit trail tells of sign-ins, of rights, and of what officers do with applications."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from content.models import AuditEntry
from tests.factories.application import ApplicationFactory
from tests.factories.audit_entry import AuditEntryFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.officer import OfficerFactory
from tests.factories.queued_email import QueuedEmailFactory

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


def test_each_lock_is_written_down(client, officer, time_machine):
    time_machine.move_to("2026-05-12 12:00", tick=False)
    OfficerFactory(username="other")
    locks = [("officer", "locked", ""), ("other", "locked", "")]

    for username, _what, _row in locks:
        for _try in range(8):
            sign_in(client, "wrong", username)
        time_machine.shift(timedelta(minutes=1))
    assert trail(what="locked") == locks

    time_machine.shift(timedelta(minutes=20))
    for _try in range(8):
        sign_in(client, "wrong")
    assert trail(what="locked") == [*locks, locks[0]]


@pytest.mark.parametrize(
    ("is_asked", "detail"), [(True, "password alone, second factor to come"), (False, "")]
)
def test_password_alone_is_called_that(client, officer, settings, is_asked, detail):
    settings.STAFF_SECOND_FACTOR = is_asked
    sign_in(client)

    assert AuditEntry.objects.get(what="signed_in").detail == detail


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


def test_setting_up_the_second_factor_is_written_down(client, officer, settings):
    settings.STAFF_SECOND_FACTOR = True
    sign_in(client)
    client.get(reverse("second-factor"))

    code = totp(TOTPDevice.objects.get().bin_key)
    client.post(reverse("second-factor"), {"code": f"{code:06}"})

    entry = AuditEntry.objects.get(what="rights")
    assert (entry.who, entry.detail) == ("officer", "second factor set up")


def test_opening_an_application_is_written_down_by_its_reference(admin_client):
    application = ApplicationFactory(name="Ada Lovelace")
    AuditEntry.objects.all()._raw_delete("default")

    admin_client.get(reverse("admin:volunteers_application_change", args=[application.pk]))

    assert trail() == [("admin", "viewed", f"volunteers.Application {application.reference}")]
    assert "Ada" not in str(AuditEntry.objects.values().get())


@pytest.mark.parametrize(
    ("way", "more"),
    [
        ("change", []),
        ("history", []),
        ("delete", []),
        ("change_state", ["contacted"]),
        ("merge", ["another"]),
    ],
)
def test_every_page_of_an_application_is_written_down(admin_client, council, way, more):
    application, another = ApplicationFactory(), ApplicationFactory()
    args = [application.pk, *(another.pk if arg == "another" else arg for arg in more)]

    admin_client.get(reverse(f"admin:volunteers_application_{way}", args=args))

    viewed = [row for _who, _what, row in trail(what="viewed")]
    assert len(viewed) == 1 + ("another" in more)
    assert all(row.startswith("volunteers.Application ") for row in viewed)


def test_form_that_comes_back_is_written_down_without_having_been_asked_for(admin_client):
    application = ApplicationFactory()

    address = reverse("admin:volunteers_application_change", args=[application.pk])
    page = admin_client.post(address, {"name": ""})

    assert page.status_code == 200
    assert len(trail(what="viewed")) == 1


def test_changes_of_an_application_are_written_down(admin_client, council):
    kept, merged = ApplicationFactory.create_batch(2, email="ada@example.org", held_for="links")
    kind = "admin:volunteers_application"

    released = {"action": "release", "_selected_action": [kept.pk]}
    admin_client.post(reverse(f"{kind}_changelist"), released)
    move = reverse(f"{kind}_change_state", args=[kept.pk, "contacted"])
    admin_client.post(move, {"expected_state": "new"})
    admin_client.post(reverse(f"{kind}_merge", args=[kept.pk, merged.pk]))

    changes = AuditEntry.objects.filter(what="changed").order_by("pk")
    assert {entry.row for entry in changes} == {f"volunteers.Application {kept.reference}"}
    assert [entry.detail for entry in changes] == [
        "Released.",
        "State: contacted",
        f"Merged with {merged.reference}",
    ]


@pytest.mark.parametrize("several", [False, True])
def test_letters_that_are_read_or_erased_are_written_down(admin_client, several):
    letters = QueuedEmailFactory.create_batch(1 + several, recipient="ada@example.org")
    kind = "admin:content_queuedemail"
    rows = [f"content.QueuedEmail {letter.pk}" for letter in letters]

    admin_client.get(reverse(f"{kind}_change", args=[letters[0].pk]))
    if several:
        chosen = [letter.pk for letter in letters]
        data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
        admin_client.post(reverse(f"{kind}_changelist"), data)
    else:
        admin_client.post(reverse(f"{kind}_delete", args=[letters[0].pk]), {"post": "yes"})

    assert trail(what="viewed") == [("admin", "viewed", rows[0])]
    assert sorted(trail(what="erased")) == [("admin", "erased", row) for row in rows]
    assert "ada" not in str(list(AuditEntry.objects.values()))


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
    group = Group.objects.create(name="Helpers")
    data = {
        "username": "officer",
        "is_active": "on",
        "is_staff": "on",
        "is_superuser": "on",
        "groups": [group.pk],
        "date_joined_0": "2026-01-01",
        "date_joined_1": "12:00",
        "writes_for-TOTAL_FORMS": "0",
        "writes_for-INITIAL_FORMS": "0",
    }

    admin_client.post(reverse("admin:auth_user_change", args=[officer.pk]), data)
    admin_client.post(reverse("admin:auth_group_delete", args=[group.pk]), {"post": "yes"})

    assert trail(what="rights") == [
        ("admin", "rights", "auth.user officer"),
        ("admin", "rights", "auth.group Helpers"),
    ]
    detail = AuditEntry.objects.filter(what="rights").last().detail
    assert "uperuser" in detail
    assert "oles" in detail


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("kind", "make"),
    [
        ("auth_user", lambda name: OfficerFactory(username=name)),
        ("auth_group", lambda name: Group.objects.create(name=name)),
        (
            "otp_totp_totpdevice",
            lambda name: TOTPDevice.objects.create(user=OfficerFactory(), name=name),
        ),
    ],
)
def test_deleting_several_accounts_at_once_is_written_down(admin_client, kind, make, number):
    rows = [make(f"row {place}") for place in range(number)]

    chosen = [row.pk for row in rows]
    data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    admin_client.post(reverse(f"admin:{kind}_changelist"), data)

    told = " ".join(row for _who, _what, row in trail(what="rights", network="127.0.0.0"))
    assert [place for place in range(number) if f"row {place}" in told] == list(range(number))


def test_own_password_is_written_down_once_it_is_changed(client, officer):
    client.force_login(officer)
    address = reverse("admin:password_change")
    for old in ("wrong", PASSWORD):
        new = "a longer password 2"
        client.post(address, {"old_password": old, "new_password1": new, "new_password2": new})

    assert trail(what="rights") == [("officer", "rights", "")]


def test_deeds_outlive_the_account_that_did_them(admin_client, officer):
    AuditEntryFactory(who="officer")

    officer.delete()

    assert AuditEntry.objects.filter(who="officer").exists()
