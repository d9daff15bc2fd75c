"""Nobody gives more than they have, or touches the account of somebody who has more."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.urls import reverse

from links.models import GroupWriter
from tests.admin_forms import errors_of, form_data, save
from tests.factories.group import LinkGroupFactory
from tests.factories.officer import OfficerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    user = OfficerFactory(groups=Group.objects.filter(name="Administrators"))
    client.force_login(user)
    return user


def url(user, page="change"):
    name = "auth_user_password_change" if page == "password" else f"auth_user_{page}"
    return reverse(f"admin:{name}", args=[user.pk])


def test_an_administrator_gives_roles_and_groups(client, administrator):
    user, group = OfficerFactory(groups=[]), LinkGroupFactory()
    writers = Group.objects.get(name="Writers")
    data = form_data(client.get(url(user))) | {
        "groups": [writers.pk],
        "writes_for-TOTAL_FORMS": "1",
        "writes_for-0-group": group.pk,
        "writes_for-0-user": user.pk,
    }

    assert client.post(url(user), data | {"_save": "on"}).status_code == 302

    assert list(user.groups.all()) == [writers]
    assert GroupWriter.objects.get(user=user).group == group


def test_nobody_becomes_a_superuser_by_a_form(client, administrator):
    save(client, url(administrator), is_superuser="on", user_permissions=["1"])

    administrator.refresh_from_db()
    assert not administrator.is_superuser
    assert not administrator.user_permissions.exists()


@pytest.mark.parametrize("is_active", [True, False])
def test_the_account_of_a_superuser_is_out_of_reach(client, administrator, admin_user, is_active):
    admin_user.is_active = is_active
    admin_user.save()

    assert client.post(url(admin_user), {"username": "me"}).status_code == 403
    assert client.post(url(admin_user, "delete"), {"post": "yes"}).status_code == 403
    assert client.get(url(admin_user, "password")).status_code == 403
    client.post(
        reverse("admin:auth_user_changelist"),
        {"action": "delete_selected", "_selected_action": [admin_user.pk], "post": "yes"},
    )

    assert User.objects.filter(username=admin_user.username).exists()


@pytest.fixture
def helper(client, officer):
    """Somebody whom a council lets change accounts, beside being an officer."""
    officer.user_permissions.set(Permission.objects.filter(codename__endswith="_user"))
    client.force_login(officer)
    return officer


def test_roles_with_rights_that_somebody_lacks_cannot_be_given(client, helper):
    other = OfficerFactory()
    administrators = Group.objects.get(name="Administrators")

    assert "groups" in errors_of(save(client, url(other), groups=[administrators.pk]))
    save(client, url(other), groups=[Group.objects.get(name="Editors").pk])

    assert [group.name for group in other.groups.all()] == ["Editors"]


def test_roles_that_somebody_cannot_give_are_not_taken_away(client, helper):
    other = OfficerFactory(groups=Group.objects.filter(name="Administrators"))

    assert client.post(url(other), {}).status_code == 403
    assert client.get(url(other)).status_code == 200
