"""Every change of a row that the public sees raises the version, whatever wrote it."""

import threading

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import F

from cities.models import City
from content.models.remembering.site_version import read_version
from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory, WebLinkFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.theme import ThemeFactory
from twinning_site.page_store.triggers import (
    NEVER_SHOWN,
    PUBLIC_APPS,
    shown_models,
)

pytestmark = pytest.mark.django_db(transaction=True)
OURS = ["content", "cities", "links", "events", "volunteers", "pages", "search", "serving"]


def tables_with_trigger() -> set[str]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
                "WHERE tgname = 'site_version'"
            )
            return {name for (name,) in cursor.fetchall()}
        cursor.execute(
            "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' "
            "AND name LIKE 'site_version_%' GROUP BY tbl_name HAVING count(*) = 3"
        )
        return {name for (name,) in cursor.fetchall()}


def test_every_table_that_the_public_sees_is_watched():
    assert tables_with_trigger() == {model._meta.db_table for model in shown_models()}


def test_of_every_model_of_ours_it_is_decided_whether_the_public_sees_it():
    known = {model._meta.label for model in apps.get_models(include_auto_created=True)}

    assert set(OURS) - PUBLIC_APPS == {"serving"}
    assert known >= NEVER_SHOWN


def test_rows_between_two_models_count():
    city, theme = CityFactory(), ThemeFactory()
    before = read_version(connection)

    city.themes.add(theme)

    assert read_version(connection) > before


def test_what_people_send_does_not_count():
    wording = ConsentWordingFactory()
    before = read_version(connection)

    EnquiryFactory(), ApplicationFactory(consent_wording=wording)

    assert read_version(connection) == before


def test_what_is_rolled_back_does_not_count():
    before = read_version(connection)
    with transaction.atomic():
        CityFactory()
        transaction.set_rollback(True)

    assert read_version(connection) == before


def test_migrating_again_keeps_the_triggers():
    call_command("migrate", verbosity=0)

    assert tables_with_trigger() == {model._meta.db_table for model in shown_models()}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no such statement")
def test_emptied_table_counts():
    WebLinkFactory()
    before = read_version(connection)

    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE cities_weblink")

    assert read_version(connection) > before


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_two_writers_do_not_lock_each_other_out():
    """Each changes what the other one changes next, and both raise the version."""
    one, other = CityFactory(), CityFactory()
    before, both, failed = read_version(connection), threading.Barrier(2), []

    def write(first, second):
        try:
            with transaction.atomic():
                first.themes.add(ThemeFactory())
                both.wait(5)
                City.objects.filter(pk=first.pk).update(since_year=F("since_year") + 1)
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    writers = [threading.Thread(target=write, args=pair) for pair in ((one, other), (other, one))]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert not failed
    assert read_version(connection) >= before + 2
