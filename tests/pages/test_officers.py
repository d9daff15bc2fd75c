import pytest
from django.apps import apps
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Permission

from tests.factories.officer import OfficerFactory
from twinning_site.officers import APPS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("action", ["add", "change", "delete", "view"])
def test_an_officer_has_every_right_on_every_model_of_ours(action):
    officer = OfficerFactory()
    models = [model for label in APPS for model in apps.get_app_config(label).get_models()]

    missing = [
        model._meta.label
        for model in models
        if not model._meta.proxy
        and not officer.has_perm(
            f"{model._meta.app_label}.{get_permission_codename(action, model._meta)}"
        )
    ]

    assert len(models) > 15
    assert missing == []


def test_an_officer_has_no_right_on_anything_else():
    others = Permission.objects.exclude(content_type__app_label__in=APPS)

    assert not others.filter(group__user=OfficerFactory()).exists()
