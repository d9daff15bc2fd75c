"""After an update or with another language the index is made anew, and no officer has to know."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from tests.factories.city import CityFactory
from tests.factories.page import PageFactory
from tests.worker import work_off
from twinning_site.search.indexing import renewal
from twinning_site.search.indexing.renewal import begin_renewal, is_current
from twinning_site.search.models import SearchEntry
from twinning_site.serving.task_worker import TaskWorker

pytestmark = pytest.mark.usefixtures("council")


def found(client, q) -> list[str]:
    response = client.get(reverse("search:search"), {"q": q})
    return [result.entry.heading for result in response.context["results"]]


@pytest.fixture
def old_index(monkeypatch):
    """Three cities as the version before indexed them, without Latin letters."""
    with monkeypatch.context() as before:
        before.setattr("twinning_site.search.models.with_latin_words", str)
        return CityFactory.create_batch(3, name="Владимир", summary="A city.")


def test_worker_makes_an_old_index_anew_in_steps(client, old_index, monkeypatch):
    monkeypatch.setattr(renewal, "STEP", 2)
    assert (found(client, "vladimir"), is_current()) == ([], False)

    begin_renewal()
    work_off()

    assert (found(client, "vladimir"), is_current()) == (["Владимир"] * 3, True)
    begin_renewal()
    assert not DBTaskResult.objects.ready().exists()


def test_workers_that_start_order_it_once(old_index):
    for worker in (TaskWorker(), TaskWorker()):
        worker.look_at_index()
    assert DBTaskResult.objects.ready().count() == 1


def test_languages_of_the_site_may_change(settings):
    PageFactory(title={"en": "Visit", "de": "Besuch"})
    begin_renewal()
    work_off()
    settings.SITE_LANGUAGES = ["en"]

    assert not is_current()
    begin_renewal()
    work_off()

    assert [entry.language for entry in SearchEntry.objects.all()] == ["en"]


def test_order_of_another_version_is_dropped(settings):
    begin_renewal()
    settings.SITE_LANGUAGES = ["en"]
    work_off()
    assert not is_current()


def test_index_made_by_the_command_is_current():
    call_command("index_search", verbosity=0)
    assert is_current()
