from datetime import date, timedelta

import pytest
from django.utils import timezone
from post_office.models import Email

from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.contact import ContactFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.officer import OfficerFactory
from volunteers import pipeline
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("open_office")


def test_entering_a_state_restarts_the_clocks_and_is_noted(application, settings):
    settings.VOLUNTEER_KEEP_DAYS = {**settings.VOLUNTEER_KEEP_DAYS, "active": 5}
    Application.objects.update(state_since=timezone.now() - timedelta(days=30))
    author = OfficerFactory()

    pipeline.enter(application, "active", author=author, note="Starts in May")

    application.refresh_from_db()
    assert application.state == "active"
    assert timezone.now() - application.state_since < timedelta(minutes=1)
    assert application.erase_on == timezone.localdate() + timedelta(days=5)
    note = application.notes.get()
    assert note.author == author
    assert note.text == "State: active\nStarts in May"
    assert not Email.objects.exists()


def test_letter_goes_to_the_applicant_as_the_officer_wrote_it(application):
    letter = pipeline.Draft("Hello Zoë", "Dear Zoë,\n\ncall me {{ now }}.")

    pipeline.enter(application, "contacted", letter=letter)

    mail = application.mails.get()
    assert mail.to == ["zoe@example.org"]
    assert mail.headers["Reply-To"] == "office@example.org"
    assert mail.subject == "Hello Zoë"
    assert mail.message == "Dear Zoë,\n\ncall me {{ now }}.\n"
    assert "<p>call me {{ now }}.</p>" in mail.html_message


@pytest.mark.parametrize("state", ["contacted", "passed", "active", "declined"])
def test_draft_speaks_the_applicants_language_and_has_the_own_page(application, state):
    application.language = "de"

    draft = pipeline.draft_for(application, state)

    assert application.reference in draft.subject
    assert "Zoë" in draft.text
    assert "/de/volunteer/application/" in draft.text


def test_withdrawing_never_postpones_the_erasure(application):
    tomorrow = timezone.localdate() + timedelta(days=1)
    Application.objects.update(erase_on=tomorrow)
    application.refresh_from_db()

    pipeline.enter(application, "withdrawn")

    application.refresh_from_db()
    assert application.erase_on == tomorrow


def test_step_is_refused_where_the_application_has_moved_on(application):
    seen = Application.objects.get()
    pipeline.enter(application, "withdrawn")

    with pytest.raises(pipeline.MovedOn):
        pipeline.enter(seen, "contacted", seen="new", letter=pipeline.Draft("Hi", "Words"))

    assert seen.state == "withdrawn"
    assert Application.objects.get().state == "withdrawn"
    assert not Email.objects.exists()


@pytest.mark.parametrize("state", ["new", "withdrawn"])
def test_no_letter_is_proposed_where_none_is_due(application, state):
    assert pipeline.draft_for(application, state) == pipeline.Draft()


def test_group_is_told_through_those_who_receive_its_messages(application):
    group = LinkGroupFactory(name="Bonn Circle")
    ContactFactory(group=group, role="Secretary", email="s@example.org", receives_messages=True)
    ContactFactory(group=group, role="Chair", email="c@example.org")

    pipeline.enter(application, "passed", group=group)

    letter = application.mails.get()
    assert letter.to == ["s@example.org"]
    assert letter.headers["Reply-To"] == "zoe@example.org"
    assert "Bonn Circle" in letter.message
    assert application.notes.get().text == "State: passed to a group\nTold: Secretary"
    assert application.group == group


def test_group_without_a_receiver_is_pointed_out(application):
    pipeline.enter(application, "passed", group=LinkGroupFactory())

    assert "nobody in the group receives messages" in application.notes.get().text


@pytest.mark.parametrize(
    ("state", "days", "waiting", "overdue"),
    [
        ("new", 9, 9, False),
        ("new", 10, 10, True),
        ("contacted", 10, 10, False),
        ("passed", 30, 30, True),
        ("active", 900, None, False),
        ("withdrawn", 5, None, False),
    ],
)
def test_waiting_and_overdue_follow_the_state(application, state, days, waiting, overdue):
    application.state = state
    application.state_since = timezone.now() - timedelta(days=days, minutes=1)
    application.save()

    assert application.days_waiting == waiting
    assert application.is_overdue == overdue
    assert Application.objects.overdue().exists() == overdue
    assert Application.objects.waiting().exists() == (waiting is not None)


def test_held_application_waits_for_release_not_for_a_step(application):
    application.held_for = "links"
    application.save()

    assert application.days_waiting is None
    assert not Application.objects.waiting().exists()


def test_likely_duplicates_share_address_phone_or_name():
    first = ApplicationFactory(name="Zoë", email="zoe@example.org", phone="1")
    same = [
        ApplicationFactory(email="ZOE@example.org"),
        ApplicationFactory(phone="1"),
        ApplicationFactory(name="Zoë"),
    ]
    ApplicationFactory(phone="")

    assert set(Application.objects.like(first)) == set(same)
    assert not Application.objects.like(ApplicationFactory(name="Other", phone="")).exists()


def test_any_number_is_merged_into_one_and_found_by_each_reference():
    kept = ApplicationFactory()
    others = ApplicationFactory.create_batch(20)

    for other in others:
        pipeline.merge(kept, other)

    assert {Application.objects.by_reference(other.reference) for other in others} == {kept}
    Application._meta.get_field("former_references").clean(kept.former_references, kept)


def test_merging_loses_nothing_of_either(client):
    bonn, leon = CityFactory(), CityFactory()
    kept = ApplicationFactory(name="Zoë", phone="", message="First", cities=[bonn])
    other = ApplicationFactory(
        name="Zoe M", phone="123", message="Second", vetting_seen_on=date(2026, 1, 2),
        cities=[leon], created_at=timezone.now() - timedelta(days=3),
    )  # fmt: skip
    other.notes.create(text="Rang")
    other.mails.add(Email.objects.create(from_email="a@example.org", to=["b@example.org"]))
    other_page, created_at = other.get_absolute_url(), other.created_at

    pipeline.merge(kept, other)

    kept = Application.objects.get()
    assert (kept.name, kept.phone, kept.message) == ("Zoë", "123", "First")
    assert kept.vetting_seen_on == date(2026, 1, 2)
    assert set(kept.cities.all()) == {bonn, leon}
    assert kept.created_at == created_at
    assert kept.mails.count() == 1
    merged, rang = kept.notes.all()
    assert rang.text == "Rang"
    for part in ["name: Zoe M", "message: Second", "e-mail address: ", other.reference, "consent"]:
        assert part in merged.text
    assert kept.reference in client.get(other_page).content.decode()
