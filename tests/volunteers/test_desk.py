"""The volunteer desk: who waits, the next step by one press, and the way back."""

import threading
from datetime import timedelta

import pytest
from django.utils import timezone

from content.mail import outbox
from content.mail.worker import Worker
from content.models import AuditEntry, QueuedEmail
from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.officer import OfficerFactory
from tests.factories.volunteer_task import VolunteerTaskFactory
from volunteers import actions
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("open_office")
DESK = "/admin/volunteers/application/desk/"


def seen(application) -> str:
    return f"{application.pk}-{application.state}"


def test_cards_stand_in_columns_by_state_the_longest_waiting_first(officer_client):
    now = timezone.now()
    late = ApplicationFactory(name="Late", state_since=now - timedelta(days=11))
    ApplicationFactory(name="Fresh", state_since=now - timedelta(days=1))
    ApplicationFactory(name="Passed on", state="passed")
    for state in ("active", "withdrawn", "declined"):
        ApplicationFactory(name=f"Is {state}", state=state)
    ApplicationFactory(name="Abuse", held_for="links")

    response = officer_client.get(DESK)

    page = response.text
    assert page.index("Late") < page.index("Fresh") < page.index("Passed on")
    assert "Is active" not in page
    assert "Abuse" not in page
    assert "1 kept aside" in page
    assert [column.total for column in response.context["columns"]] == [2, 0, 1]
    assert f'desk__card--overdue" id="card-{late.pk}"' in page
    assert page.count("desk__card--overdue") == 1


@pytest.mark.parametrize("number", [1, 60])
def test_desk_costs_the_same_whatever_waits(
    officer_client, bonn, django_assert_max_num_queries, number
):
    task = VolunteerTaskFactory()
    for _row in range(number):
        ApplicationFactory(cities=[bonn.cities.get()], group=bonn).tasks.add(task)
    officer_client.get(DESK)

    with django_assert_max_num_queries(17):
        page = officer_client.get(DESK)

    assert len(page.context["columns"][0].cards) == min(number, 40)
    assert page.context["columns"][0].hidden == max(number - 40, 0)


def test_one_press_enters_the_state_and_queues_the_letter_for_later(press):
    application = ApplicationFactory(name="Zoë")

    page = press(press=f"{seen(application)}/contacted")

    application.refresh_from_db()
    mail = QueuedEmail.objects.get()
    assert application.state == "contacted"
    assert "When would be a good time to talk" in mail.text
    assert application.get_absolute_url() in mail.text
    assert mail.due_at > timezone.now() + timedelta(seconds=100)
    assert outbox.claim_next() is None
    assert "E-mails go out at" in page.text
    assert "you can take your last step back" in page.text
    assert AuditEntry.objects.filter(what="changed", row__contains=application.reference).exists()


def test_undo_takes_everything_back_and_nothing_is_sent(press):
    application = ApplicationFactory()
    before = Application.objects.values().get()

    press(press=f"{seen(application)}/contacted")
    page = press(undo="yes")

    assert Application.objects.values().get() == before
    assert not QueuedEmail.objects.exists()
    assert not application.notes.exists()
    assert "Undone, and no e-mail goes out" in page.text
    assert "you can take your last step back" not in page.text


def test_undo_is_refused_once_an_email_is_taken_or_sent(press, smtp_server):
    application = ApplicationFactory()
    press(press=f"{seen(application)}/contacted")
    QueuedEmail.objects.update(due_at=timezone.now())
    assert Worker(threading.Event()).send_due() == 1

    page = press(undo="yes")

    application.refresh_from_db()
    assert application.state == "contacted"
    assert "too late" in page.text


def test_undo_is_refused_while_a_worker_has_an_email_in_hand(press):
    application = ApplicationFactory()
    press(press=f"{seen(application)}/contacted")
    QueuedEmail.objects.update(due_at=timezone.now())
    assert outbox.claim_next()

    assert "too late" in press(undo="yes").text
    assert QueuedEmail.objects.exists()


def test_undo_is_refused_once_a_colleague_has_gone_on(press, client):
    application = ApplicationFactory()
    press(press=f"{seen(application)}/contacted")
    client.force_login(OfficerFactory())
    press(client=client, press=f"{application.pk}-contacted/declined")

    assert "too late" in press(undo="yes").text
    application.refresh_from_db()
    assert application.state == "declined"
    assert QueuedEmail.objects.count() == 2


def test_undo_is_for_whoever_pressed_and_once(press, client):
    application = ApplicationFactory()
    press(press=f"{seen(application)}/contacted")
    client.force_login(OfficerFactory())

    press(client=client, undo="yes")
    application.refresh_from_db()
    assert application.state == "contacted"
    press(undo="yes")
    assert "too late" in press(undo="yes").text
    application.refresh_from_db()
    assert application.state == "new"


def test_undo_after_the_group_before_was_deleted_leaves_none(press, bonn):
    former = LinkGroupFactory()
    application = ApplicationFactory(state="passed", group=former, cities=bonn.cities.all())
    press(press=f"{seen(application)}/passed-{bonn.pk}")
    former.delete()

    assert "Undone" in press(undo="yes").text
    application.refresh_from_db()
    assert application.group is None


def test_undo_of_an_erased_application_does_nothing(press):
    application = ApplicationFactory()
    press(press=f"{seen(application)}/contacted")
    actions.erase(application, "asked")

    assert "too late" in press(undo="yes").text
    assert not Application.objects.exists()


def test_double_press_and_two_officers_take_one_step(press):
    application = ApplicationFactory()

    press(press=f"{application.pk}-new/contacted")
    page = press(press=f"{application.pk}-new/contacted")

    assert "Somebody was faster" in page.text
    assert QueuedEmail.objects.count() == 1


def test_fitting_group_is_offered_and_one_press_passes_it_on(press, officer_client, bonn):
    LinkGroupFactory(name="Without receivers", cities=bonn.cities.all())
    application = ApplicationFactory(cities=bonn.cities.all())
    page = officer_client.get(DESK).text
    assert "Pass to Bonn Link" in page
    assert "Pass to Without receivers" not in page

    press(press=f"{seen(application)}/passed-{bonn.pk}")

    application.refresh_from_db()
    assert (application.state, application.group) == ("passed", bonn)
    recipients = set(QueuedEmail.objects.values_list("recipient", flat=True))
    assert recipients == {"chair@example.org", application.email}
    assert "Bonn Link" in QueuedEmail.objects.get(recipient=application.email).text
    press(undo="yes")
    application.refresh_from_db()
    assert application.group is None
    assert not QueuedEmail.objects.exists()


def test_group_without_the_chosen_links_is_refused(press, bonn):
    application = ApplicationFactory(cities=[CityFactory()])

    page = press(press=f"{seen(application)}/passed-{bonn.pk}")

    assert "none of the links that the applicant chose" in page.text
    application.refresh_from_db()
    assert application.state == "new"


def test_several_at_once_and_what_is_refused_for_one_is_done_for_the_others(press, bonn):
    two = [ApplicationFactory(cities=bonn.cities.all()) for _row in range(2)]
    other = ApplicationFactory(cities=[CityFactory()])

    page = press(several="passed", group=bonn.pk, chosen=[*map(seen, two), seen(other)])

    assert Application.objects.filter(state="passed").count() == 2
    assert f"{other.reference}: This group has none" in page.text
    press(undo="yes")
    assert Application.objects.filter(state="new").count() == 3


def test_chosen_or_else_all_who_wait_are_saved(press):
    chosen, other = ApplicationFactory(name="Ada"), ApplicationFactory(name="Grace")
    ApplicationFactory(name="Done", state="active")

    one = press(file="csv", chosen=[seen(chosen)]).content.decode("utf-8-sig")
    all_ = press(file="csv").content.decode("utf-8-sig")

    assert "Ada" in one
    assert "Grace" not in one
    assert "Grace" in all_
    assert "Done" not in all_
    assert press(file="xlsx", chosen=[seen(other)])["Content-Type"].endswith("sheet")
    assert AuditEntry.objects.filter(what="exported").count() == 3


def test_desk_is_narrowed_by_task_link_and_words(officer_client, bonn):
    task = VolunteerTaskFactory(name="Host")
    ApplicationFactory(name="Ada Host", cities=bonn.cities.all()).tasks.add(task)
    ApplicationFactory(name="Grace")

    for query in (f"task={task.pk}", f"city={bonn.cities.get().pk}", "q=ada+host"):
        page = officer_client.get(f"{DESK}?{query}").text
        assert "Ada Host" in page
        assert "Grace" not in page
