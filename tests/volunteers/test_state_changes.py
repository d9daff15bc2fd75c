from datetime import timedelta

import pytest
from django.utils import timezone

from content.models import QueuedEmail
from tests.factories.contact import ContactFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.officer import OfficerFactory
from volunteers.emails import EmailDraft, draft_email, queue_draft
from volunteers.models import Application
from volunteers.state_changes import StateHasChanged, change_state

pytestmark = pytest.mark.usefixtures("open_office")


def test_changing_the_state_restarts_the_clocks_and_is_noted(application, settings):
    settings.VOLUNTEER_KEEP_DAYS = {**settings.VOLUNTEER_KEEP_DAYS, "active": 5}
    Application.objects.update(state_since=timezone.now() - timedelta(days=30))
    author = OfficerFactory()

    change_state(application, "active", author=author, note="Starts in May")

    application.refresh_from_db()
    assert application.state == "active"
    assert timezone.now() - application.state_since < timedelta(minutes=1)
    assert application.erase_on == timezone.localdate() + timedelta(days=5)
    note = application.notes.get()
    assert note.author == author
    assert note.text == "State: active\nStarts in May"
    assert not QueuedEmail.objects.exists()


def test_email_goes_to_the_applicant_as_the_officer_wrote_it(application):
    draft = EmailDraft("Hello Zoë", "Dear Zoë,\n\ncall me {{ now }}.")

    change_state(application, "contacted", email=draft)

    mail = application.mails.get()
    assert mail.recipient == "zoe@example.org"
    assert mail.reply_to == "office@example.org"
    assert mail.subject == "Hello Zoë"
    assert mail.text == "Dear Zoë,\n\ncall me {{ now }}.\n"
    assert "<p>call me {{ now }}.</p>" in mail.html


@pytest.mark.parametrize("state", ["contacted", "passed", "active", "declined"])
def test_draft_is_in_the_applicants_language_and_links_to_the_own_page(application, state):
    application.language = "de"

    draft = draft_email(application, state)

    assert application.reference in draft.subject
    assert "Zoë" in draft.text
    assert "[link]" in draft.text
    queue_draft(application, draft)
    address = f"http://127.0.0.1:8000/de{application.get_absolute_url()}"
    assert address in QueuedEmail.objects.get().text


def test_withdrawing_never_postpones_the_erasure(application):
    tomorrow = timezone.localdate() + timedelta(days=1)
    Application.objects.update(erase_on=tomorrow)
    application.refresh_from_db()

    change_state(application, "withdrawn")

    application.refresh_from_db()
    assert application.erase_on == tomorrow


def test_change_is_refused_if_the_state_was_changed_in_the_meantime(application):
    seen = Application.objects.get()
    change_state(application, "withdrawn")

    with pytest.raises(StateHasChanged):
        change_state(seen, "contacted", expected_state="new", email=EmailDraft("Hi", "Words"))

    assert seen.state == "withdrawn"
    assert Application.objects.get().state == "withdrawn"
    assert not QueuedEmail.objects.exists()


@pytest.mark.parametrize("state", ["new", "withdrawn"])
def test_draft_is_empty_for_states_that_nobody_is_told_of(application, state):
    assert draft_email(application, state) == EmailDraft()


def test_group_is_told_through_those_who_receive_its_messages(application):
    group = LinkGroupFactory(name="Bonn Circle")
    ContactFactory(group=group, role="Secretary", email="s@example.org", receives_messages=True)
    ContactFactory(group=group, role="Chair", email="c@example.org")

    change_state(application, "passed", group=group)

    letter = application.mails.get()
    assert letter.recipient == "s@example.org"
    assert letter.reply_to == "zoe@example.org"
    assert "Bonn Circle" in letter.text
    assert application.notes.get().text == "State: passed to a group\nTold: Secretary"
    assert application.group == group


def test_group_without_a_receiver_is_pointed_out(application):
    change_state(application, "passed", group=LinkGroupFactory())

    assert "nobody in the group receives messages" in application.notes.get().text
