"""The page on which an officer looks at the letter before an application enters a state."""

from django.contrib.admin.models import LogEntry
from post_office.models import Email

from tests.factories.group import LinkGroupFactory
from volunteers.models import Application

LIST = "/admin/volunteers/application/"


def test_step_shows_the_letter_first_and_sends_what_the_officer_made_of_it(
    client, officer, application
):
    url = f"{LIST}{application.pk}/move/contacted/"
    assert f'href="{url}"' in client.get(f"{LIST}{application.pk}/change/").content.decode()
    page = client.get(url).content.decode()
    assert "When would be a good time to talk" in page
    assert Application.objects.get().state == "new"

    client.post(url, {"send_letter": "on", "subject": "Hi", "text": "Own words", "note": "Nice"})

    application.refresh_from_db()
    assert application.state == "contacted"
    assert Email.objects.get().message == "Own words\n"
    assert application.notes.get().author == officer
    assert LogEntry.objects.get().object_repr == application.reference


def test_step_without_the_letter_sends_none(client, officer, application):
    client.post(f"{LIST}{application.pk}/move/active/", {"text": "Not sent", "subject": "x"})

    assert Application.objects.get().state == "active"
    assert not Email.objects.exists()


def test_letter_without_words_is_not_sent(client, officer, application):
    url = f"{LIST}{application.pk}/move/active/"

    page = client.post(url, {"send_letter": "on", "text": " "})

    assert "Write the letter, or do not send it." in page.content.decode()
    assert Application.objects.get().state == "new"


def test_letter_without_a_subject_is_not_sent(client, officer, application):
    url = f"{LIST}{application.pk}/move/active/"

    page = client.post(url, {"send_letter": "on", "text": "Welcome", "subject": " "})

    assert "Give the letter a subject, or do not send it." in page.content.decode()
    assert Application.objects.get().state == "new"
    assert client.post(url, {"text": "", "subject": ""}).status_code == 302


def test_passing_on_needs_a_group(client, officer, application):
    url = f"{LIST}{application.pk}/move/passed/"
    group = LinkGroupFactory()

    assert "This field is required." in client.post(url, {}).content.decode()
    client.post(url, {"group": group.pk})

    assert Application.objects.get().group == group
