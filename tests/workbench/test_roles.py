import pytest
from django.apps import apps
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from content.models import AuditEntry
from tests.factories.officer import OfficerFactory
from twinning_site.workbench.roles import NOT_GRANTED, OFFICER_APPS, OFFICERS_GROUP

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("action", ["add", "change", "delete", "view"])
def test_an_officer_has_every_right_on_every_model_of_ours(action):
    officer = OfficerFactory()
    models = [model for label in OFFICER_APPS for model in apps.get_app_config(label).get_models()]

    missing = [
        model._meta.label
        for model in models
        if not model._meta.proxy
        and model is not AuditEntry
        # Nobody writes versions by hand.
        and action in model._meta.default_permissions
        and not officer.has_perm(
            f"{model._meta.app_label}.{get_permission_codename(action, model._meta)}"
        )
    ]

    assert len(models) > 15
    assert missing == []


def test_an_officer_has_no_right_on_anything_else():
    others = Permission.objects.exclude(content_type__app_label__in=OFFICER_APPS)

    assert not others.filter(group__user=OfficerFactory()).exists()


def test_rights_that_a_council_has_taken_stay_taken():
    group = Group.objects.get(name=OFFICERS_GROUP)
    taken = group.permissions.filter(content_type__app_label="volunteers")
    group.permissions.remove(*taken)
    # What an update brings is given.
    Permission.objects.filter(codename="view_milestone").delete()

    call_command("migrate", verbosity=0)

    assert not group.permissions.filter(content_type__app_label="volunteers").exists()
    assert group.permissions.filter(codename="view_milestone").exists()


def test_a_group_that_is_gone_comes_back_with_all_rights():
    Group.objects.get(name=OFFICERS_GROUP).delete()

    call_command("migrate", verbosity=0)

    rights = Permission.objects.filter(content_type__app_label__in=OFFICER_APPS).count()
    rights -= len(NOT_GRANTED)
    assert Group.objects.get(name=OFFICERS_GROUP).permissions.count() == rights
