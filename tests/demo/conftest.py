"""The demo loaded once for all tests here; nobody makes the sizes of its pictures."""

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings


@pytest.fixture(scope="module")
def media(tmp_path_factory):
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="module")
def loaded_demo(django_db_setup, django_db_blocker, media):
    """A transaction around every test of the module, in which the demo is there."""
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=media),
        transaction.atomic(),
    ):
        call_command("demo", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded_demo, db, settings, media):
    """The demo; what a test changes is undone after it."""
    settings.MEDIA_ROOT = media
