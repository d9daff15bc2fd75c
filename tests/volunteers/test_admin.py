from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from content.models import ErasureRecord, QueuedEmail
from tests.factories.application import ApplicationFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.note import NoteFactory
from tests.factories.officer import OfficerFactory
from tests.factories.queued_email import QueuedEmailFactory
from volunteers.models import Application, Note

pytestmark = pytest.mark.usefixtures("open_office")

LIST = "/admin/volunteers/application/"


def act(client, action, *rows):
    return client.post(LIST, {"action": action, "_selected_action": [row.pk for row in rows]})


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_whatever_its_length(officer_client, django_assert_num_queries, number):
    group = LinkGroupFactory()
    ApplicationFactory.create_batch(number, group=group)
    officer_client.get(LIST)

    with django_assert_num_queries(14):
        officer_client.get(LIST)


def test_overdue_is_said_in_words(officer_client):
    ApplicationFactory(state_since=timezone.now() - timedelta(days=12))

    html = officer_client.get(LIST).content.decode()

    assert '<strong class="overdue">12 days, overdue (more than 10)</strong>' in html


def test_list_tells_what_is_kept_aside(officer_client):
    ApplicationFactory(held_for="links")

    assert (
        '<strong class="overdue">kept aside</strong>' in officer_client.get(LIST).content.decode()
    )


def test_strangers_and_other_staff_see_nothing(client, application):
    assert client.get(LIST).status_code == 302
    client.force_login(OfficerFactory(groups=[]))
    assert client.get(LIST).status_code == 403
    for path in ("move/active/", "merge/1/"):
        answer = client.post(f"{LIST}{application.pk}/{path}")
        assert answer.status_code == 403
    application.refresh_from_db()
    assert application.state == "new"


@pytest.mark.parametrize("path", ["move/nowhere/", "merge/999/"])
def test_odd_steps_are_not_found(officer_client, application, path):
    assert officer_client.get(f"{LIST}{application.pk}/{path}").status_code == 404
    assert officer_client.get(f"{LIST}{application.pk}/merge/{application.pk}/").status_code == 404


def test_duplicates_are_shown_compared_and_merged(officer_client, application):
    other = ApplicationFactory(email="Zoe@example.org", name="Other", message="Bye")
    url = f"{LIST}{application.pk}/merge/{other.pk}/"
    assert f'href="{url}"' in officer_client.get(f"{LIST}{application.pk}/change/").content.decode()
    page = officer_client.get(url).content.decode()
    assert "Bye" in page
    assert Application.objects.count() == 2

    officer_client.post(url)

    assert Application.objects.get() == application


def test_notes_are_dated_signed_and_not_rewritten(officer_client, officer, application):
    note = NoteFactory(application=application, text="Rang on Monday.")
    form = officer_client.get(f"{LIST}{application.pk}/change/").context["adminform"].form
    data = {name: form[name].value() or "" for name in form.fields}
    data |= {
        "notes-TOTAL_FORMS": 1, "notes-INITIAL_FORMS": 0, "notes-0-text": "Wants to sing",
        "notes-0-application": application.pk, "cities": [], "interests": [],
    }  # fmt: skip

    officer_client.post(f"{LIST}{application.pk}/change/", data)

    added = Note.objects.exclude(pk=note.pk).get()
    assert (added.text, added.author) == ("Wants to sing", officer)
    assert Note.objects.get(pk=note.pk).text == "Rang on Monday."


def test_releasing_sends_the_letters(officer_client):
    held = ApplicationFactory(held_for="links,fast")
    html = officer_client.get(f"{LIST}{held.pk}/change/").content.decode()
    assert "it has many links in it; it was filled in faster than a person can" in html

    act(officer_client, "release", held, ApplicationFactory())

    assert Application.objects.held().count() == 0
    assert QueuedEmail.objects.count() == 2


def test_deleting_erases_the_letters_and_leaves_a_proof(officer_client, application):
    application.mails.add(QueuedEmailFactory())

    officer_client.post(f"{LIST}{application.pk}/delete/", {"post": "yes"})

    assert not Application.objects.exists()
    assert not QueuedEmail.objects.exists()
    assert ErasureRecord.objects.get().reason == "officer"
    assert "Zoë" not in str(list(LogEntry.objects.values()))


def test_deleting_many_erases_each(officer_client):
    rows = ApplicationFactory.create_batch(2)

    officer_client.post(
        LIST,
        {
            "action": "delete_selected",
            "_selected_action": [row.pk for row in rows],
            "post": "yes",
        },
    )

    assert ErasureRecord.objects.count() == 2


def test_wording_that_somebody_agreed_to_cannot_be_changed(officer_client, application):
    wording = application.consent_wording
    page = officer_client.get(f"/admin/volunteers/consentwording/{wording.pk}/change/")

    assert 'name="text' not in page.content.decode()
    officer_client.post(f"/admin/volunteers/consentwording/{wording.pk}/delete/", {"post": "yes"})
    assert Application.objects.get().consent_wording == wording


def test_start_page_shows_who_waits_and_what_is_kept_aside(officer_client):
    late = ApplicationFactory(state_since=timezone.now() - timedelta(days=12))
    held = ApplicationFactory(held_for="trap", name="Held Name")

    html = officer_client.get("/admin/").content.decode()

    assert f"{late.name} ({late.reference})" in html
    assert "New, overdue" in html
    assert held.reference in html
    assert "Held Name" not in html
    assert "Mail does not go out" not in html


def test_start_page_says_that_the_form_is_closed_without_a_wording(officer_client, open_office):
    open_office.delete()

    assert "the form is closed" in officer_client.get("/admin/").content.decode()


def test_alarm_is_on_the_start_page_when_mail_is_stuck(officer_client, application):
    QueuedEmailFactory(queued_at=timezone.now() - timedelta(minutes=61))

    html = officer_client.get("/admin/").content.decode()

    assert "1 e-mail is stuck" in html
    assert "no mail worker is running" in html
