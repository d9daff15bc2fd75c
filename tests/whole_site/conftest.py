"""The whole site over the Oxford demo, walked once for all tests that look at it."""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from content import printing
from tests.whole_site.walk import Walk


@pytest.fixture(scope="session")
def walk(django_db_setup, django_db_blocker, tmp_path_factory) -> Walk:
    """What the walk saw. The demo it went through is gone when the first test looks."""
    walked = Walk()
    media = tmp_path_factory.mktemp("media")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=media),
        # No worker prints here: waiting for sheets would cost two minutes.
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(printing, "PATIENCE", 0)
        call_command("demo", verbosity=0)
        walked.go()
        transaction.set_rollback(True)
    cache.clear()
    return walked


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if "walk" in item.fixturenames:
            # pytest-django makes only the databases that a test asks for.
            item.add_marker(pytest.mark.django_db)
            # All on one worker, so that the site is walked once.
            item.add_marker(pytest.mark.xdist_group("walk"))
            # The walk is counted to the first of them.
            item.add_marker(pytest.mark.timeout(600))
