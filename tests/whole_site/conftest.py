"""The whole site, walked once for all tests that look at it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from content.pdf import jobs
from tests.whole_site import one_language
from tests.whole_site.walk import Walk
from tests.worker import work_off


@pytest.fixture(scope="session")
def walk(django_db_setup, django_db_blocker, tmp_path_factory) -> Walk:
    """What the walk saw. The demo it went through is gone when the first test looks."""
    with django_db_blocker.unblock():
        return walked(load_demo, tmp_path_factory.mktemp("media"))


@pytest.fixture(scope="session")
def fallback_walk(django_db_setup, django_db_blocker, tmp_path_factory) -> Walk:
    """The same over a site that is written in its main language only."""
    with django_db_blocker.unblock():
        return walked(one_language.fill, tmp_path_factory.mktemp("media"))


def load_demo() -> None:
    """Load it, and do what a worker does next: sizes of pictures, texts of documents."""
    call_command("demo", verbosity=0)
    work_off()


def walked(fill: Callable[[], None], media: Path) -> Walk:
    """Fill the site, walk through it, and take everything away again."""
    walk = Walk()
    with (
        override_settings(MEDIA_ROOT=media),
        # No worker prints here: waiting for sheets would cost two minutes.
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(jobs, "MAX_WAIT_SECONDS", 0)
        fill()
        walk.go()
        transaction.set_rollback(True)
    return walk


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if not {"walk", "fallback_walk"}.isdisjoint(item.fixturenames):
            # pytest-django makes only the databases that a test asks for.
            item.add_marker(pytest.mark.django_db)
            # All on one worker, so that the site is walked once.
            item.add_marker(pytest.mark.xdist_group("walk"))
            # The walk is counted to the first of them.
            item.add_marker(pytest.mark.timeout(600))
