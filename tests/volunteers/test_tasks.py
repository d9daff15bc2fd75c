"""The tasks that the council looks for people for."""

import pytest
from django.urls import reverse

from content.models import QueuedEmail
from tests.factories.application import ApplicationFactory
from tests.factories.volunteer_task import VolunteerTaskFactory
from tests.volunteers.test_journey import ANSWERS, URL, check, send
from twinning_site.privacy.export import export_person
from volunteers.merging import merge
from volunteers.models import Application, VolunteerTask

pytestmark = pytest.mark.usefixtures("open_office")
QUESTION = "Is there a task that you would like?"


@pytest.fixture
def tasks():
    host, choir = VolunteerTaskFactory(name="Host a guest"), VolunteerTaskFactory(name="Sing")
    VolunteerTaskFactory(name="Retired task", is_offered=False)
    return [host, choir]


def test_without_tasks_the_question_is_not_asked(client):
    VolunteerTaskFactory(is_offered=False)

    assert QUESTION not in client.get(URL).text
    assert QUESTION not in check(client).text
    assert send(client, check(client)).status_code == 302


def test_form_offers_tasks_in_the_order_of_the_council(client, tasks):
    page = client.get(URL).text

    assert QUESTION in page
    assert page.index("Host a guest") < page.index("Sing")
    assert "Retired task" not in page


def test_chosen_tasks_are_checked_stored_mailed_and_shown(client, tasks):
    checked = check(client, tasks=[tasks[0].pk, tasks[1].pk])
    assert "Host a guest, Sing" in checked.text

    send(client, checked)

    application = Application.objects.get()
    assert list(application.tasks.all()) == tasks
    office = QueuedEmail.objects.get(recipient="office@example.org")
    assert "Tasks: Host a guest, Sing" in office.text
    assert "Host a guest, Sing" in client.get(application.get_absolute_url()).text


def test_task_that_is_retired_meanwhile_is_told_and_the_rest_is_kept(client, tasks):
    VolunteerTask.objects.filter(pk=tasks[0].pk).update(is_offered=False)

    page = check(client, tasks=[tasks[0].pk, tasks[1].pk])

    assert page.status_code == 422
    assert "no longer offered" in page.text
    assert f'value="{tasks[1].pk}"' in page.text
    assert ANSWERS["name"] in page.text


@pytest.mark.parametrize("value", ["9" * 40, "-1", "bonn", "\x00", "1; DROP TABLE", "٣"])
def test_what_is_no_task_stores_nothing(client, tasks, value):
    assert check(client, tasks=[value]).status_code == 422
    assert not Application.objects.exists()


def test_retired_task_stays_on_applications_that_have_it(client, tasks):
    application = ApplicationFactory()
    application.tasks.set(tasks)
    VolunteerTask.objects.update(is_offered=False)

    assert "Host a guest, Sing" in client.get(application.get_absolute_url()).text


def test_used_task_cannot_be_deleted_an_unused_one_can(officer_client, tasks):
    ApplicationFactory().tasks.add(tasks[0])

    url = "admin:volunteers_volunteertask_delete"
    used = officer_client.post(reverse(url, args=[tasks[0].pk]), {"post": "yes"})
    officer_client.post(reverse(url, args=[tasks[1].pk]), {"post": "yes"})

    assert used.status_code == 403
    assert list(VolunteerTask.objects.filter(is_offered=True)) == [tasks[0]]


def test_merged_applications_have_the_tasks_of_both(tasks):
    kept, other = (
        ApplicationFactory(email="a@example.org"),
        ApplicationFactory(email="a@example.org"),
    )
    kept.tasks.add(tasks[0])
    other.tasks.add(tasks[1])

    merge(kept, other)

    assert list(kept.tasks.all()) == tasks


def test_export_of_a_person_has_their_tasks(tasks):
    application = ApplicationFactory()
    application.tasks.add(tasks[0])

    assert export_person(application.email)["applications"][0]["tasks"] == [tasks[0].pk]


def test_tasks_are_in_the_file_for_officers_and_can_be_filtered_by(officer_client, tasks):
    application, _other = ApplicationFactory(name="Ada"), ApplicationFactory(name="Grace")
    application.tasks.add(tasks[0])
    url = reverse("admin:volunteers_application_changelist")

    listed = officer_client.get(url, {"tasks__id__exact": tasks[0].pk}).text
    saved = officer_client.post(url, {"action": "as_csv", "_selected_action": [application.pk]})

    assert "Ada" in listed
    assert "Grace" not in listed
    assert "Host a guest" in saved.content.decode("utf-8-sig")
