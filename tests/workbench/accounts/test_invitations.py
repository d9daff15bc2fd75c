import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse
from django.utils import timezone

from content.models import AuditEntry, QueuedEmail
from links.models import GroupWriter
from tests.admin_forms import errors_of, form_data
from tests.factories.group import LinkGroupFactory
from tests.factories.group_writer import writer_of
from tests.factories.invitation import InvitationFactory
from tests.factories.officer import OfficerFactory
from twinning_site.workbench.models import Invitation

pytestmark = pytest.mark.django_db

ADD = reverse("admin:workbench_invitation_add")
LIST = reverse("admin:workbench_invitation_changelist")
PASSWORD = "a long and new password"
ANSWER = {
    "first_name": "Ada",
    "last_name": "Byron",
    "new_password1": PASSWORD,
    "new_password2": PASSWORD,
}


def role(name: str) -> int:
    return Group.objects.get(name=name).pk


def invite(client, **changes):
    data = form_data(client.get(ADD)) | {"email": "ada@example.org", "language": "en"}
    return client.post(ADD, data | changes | {"_save": "on"})


def link() -> str:
    return re.search(r"/admin/invitation/[\w-]+/", QueuedEmail.objects.last().text)[0]


def test_an_officer_invites_a_writer_who_then_signs_in(client, officer_client, council):
    group = LinkGroupFactory(name="Bonn Link")
    answer = invite(officer_client, role=role("Writers"), groups=[group.pk])
    assert answer.status_code == 302
    letter = QueuedEmail.objects.get()
    assert letter.recipient == "ada@example.org"

    page = client.get(link())
    assert "Bonn Link" in page.content.decode()
    assert page["Referrer-Policy"] == "no-referrer"
    assert "no-store" in page["Cache-Control"]
    assert client.post(link(), ANSWER).url == reverse("admin:index")

    ada = User.objects.get(email="ada@example.org")
    assert ada.check_password(PASSWORD)
    assert (ada.is_staff, ada.is_superuser) == (True, False)
    assert [one.name for one in ada.groups.all()] == ["Writers"]
    assert GroupWriter.objects.get().group == group
    assert "invitation by" in AuditEntry.objects.filter(what="rights").first().detail


def test_looking_spends_nothing_and_accepting_does(client, council):
    invitation = InvitationFactory(key="one")
    address = reverse("invitation", args=["one"])

    for _ in range(3):
        assert client.get(address).status_code == 200
    assert client.post(address, ANSWER).status_code == 302

    assert client.get(address).status_code == 404
    assert client.post(address, ANSWER).status_code == 404
    assert User.objects.filter(email=invitation.email).count() == 1


def test_only_a_hash_of_the_key_is_stored(officer_client, council):
    invite(officer_client, role=role("Editors"))

    token = link().split("/")[-2]
    assert token not in str(Invitation.objects.values())
    assert len(token) > 40


def test_all_keys_that_open_nothing_get_the_same_answer(client, council):
    now = timezone.now()
    InvitationFactory(key="expired", expires_at=now)
    InvitationFactory(key="revoked", revoked_at=now)
    InvitationFactory(key="accepted", accepted_at=now)
    InvitationFactory(key="taken", email=OfficerFactory(email="old@example.org").email)
    InvitationFactory(key="of-one-who-left", sender__is_active=False)
    InvitationFactory(key="too-much", role=Group.objects.get(name="Administrators"))
    keys = ["expired", "revoked", "accepted", "taken", "of-one-who-left", "too-much", "never"]

    answers = [client.get(reverse("invitation", args=[key])) for key in keys]
    answers += [client.post(reverse("invitation", args=[key]), ANSWER) for key in keys]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert not User.objects.filter(first_name="Ada").exists()


def test_what_its_sender_has_lost_is_not_given(client, council):
    invitation = InvitationFactory(key="one")
    invitation.sender.groups.clear()

    assert client.post(reverse("invitation", args=["one"]), ANSWER).status_code == 404


def test_nobody_invites_to_more_than_they_have(officer_client, council):
    for name in ("Administrators", "Data protection"):
        assert "role" in errors_of(invite(officer_client, role=role(name)))
    Group.objects.create(name="Helpers")
    assert "role" in errors_of(invite(officer_client, role=role("Helpers")))

    assert not QueuedEmail.objects.exists()


def test_a_writer_and_an_editor_invite_nobody(client, council):
    for user in (writer_of(), OfficerFactory(groups=Group.objects.filter(name="Editors"))):
        client.force_login(user)
        assert client.get(ADD).status_code == 403
        assert client.get(LIST).status_code == 403


def test_groups_are_for_writers_and_writers_need_some(officer_client, council):
    group = LinkGroupFactory()

    assert "groups" in errors_of(invite(officer_client, role=role("Writers")))
    assert "groups" in errors_of(invite(officer_client, role=role("Editors"), groups=[group.pk]))


def test_addresses_with_an_account_or_an_open_invitation_are_refused(officer_client, council):
    OfficerFactory(email="Ada@Example.org")
    InvitationFactory(email="eve@example.org")

    for email in ("ada@example.org", "Eve@example.org", "nobody"):
        assert "email" in errors_of(invite(officer_client, role=role("Editors"), email=email))


def test_an_address_that_no_account_can_have_is_refused(officer_client, council):
    long = f"{'a' * 60}@{'b' * 60}.{'c' * 40}.org"

    answer = invite(officer_client, role=role("Editors"), email=long)

    assert "email" in errors_of(answer)
    assert long in answer.content.decode()


def act(client, action, row):
    return client.post(LIST, {"action": action, "_selected_action": [row.pk]})


def test_sending_again_ends_the_earlier_key(client, officer_client, council):
    invitation = InvitationFactory(key="one", expires_at=timezone.now() - timedelta(days=1))

    act(officer_client, "send_again", invitation)

    assert client.get(reverse("invitation", args=["one"])).status_code == 404
    assert client.get(link()).status_code == 200


def test_taking_back_ends_it(client, officer_client, council):
    invitation = InvitationFactory(key="one")

    act(officer_client, "take_back", invitation)

    assert client.get(reverse("invitation", args=["one"])).status_code == 404
    invitation.refresh_from_db()
    assert invitation.state == "revoked"


def test_an_officer_does_not_send_again_what_an_administrator_has_sent(officer_client, council):
    invitation = InvitationFactory(role=Group.objects.get(name="Administrators"))

    act(officer_client, "send_again", invitation)
    act(officer_client, "take_back", invitation)

    assert not QueuedEmail.objects.exists()
    invitation.refresh_from_db()
    assert invitation.state == "open"


def test_the_outbox_shows_officers_no_key(officer_client, council):
    invite(officer_client, role=role("Editors"))
    email = QueuedEmail.objects.get()

    page = officer_client.get(reverse("admin:content_queuedemail_change", args=[email.pk]))

    assert link().split("/")[-2] not in page.content.decode()


@pytest.mark.parametrize("weak", ["short", "ada@example.org"])
def test_weak_passwords_are_refused(client, council, weak):
    InvitationFactory(key="one", email="ada@example.org")
    data = ANSWER | {"new_password1": weak, "new_password2": weak}

    answer = client.post(reverse("invitation", args=["one"]), data)

    assert answer.status_code == 200
    assert not User.objects.filter(email="ada@example.org").exists()
