"""Ways past the right to publish, and ways to lose a text, that a review has found."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from cities.models import City
from content.drafts.keeping import merged_draft, publish_due
from content.models import Draft, QueuedEmail
from tests.admin_forms import form_data, save
from tests.content.versions.things import address
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory, EventPhotoFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.officer import OfficerFactory
from twinning_site.workbench.roles import EDITORS_GROUP

pytestmark = pytest.mark.django_db
PAST = {"schedule_at_0": "2020-01-01", "schedule_at_1": "09:00"}


@pytest.fixture
def city(council):
    return CityFactory(summary={"en": "As it was."}, slug="bonn")


@pytest.fixture
def editor():
    client = Client()
    client.force_login(OfficerFactory(groups=[Group.objects.get(name=EDITORS_GROUP)]))
    return client


def undo(client, thing, response):
    token = response.text.partition('name="token" value="')[2].partition('"')[0]
    assert token
    return client.post(address(thing, "undo"), {"token": token}, follow=True)


def press(client, thing, button, **typed):
    form = form_data(client.get(address(thing, "change"))) | typed | {button: "1"}
    return client.post(address(thing, "change"), form, follow=True)


@pytest.mark.parametrize("button", ["_save_draft", "_save"])
def test_moment_without_its_button_schedules_nothing(city, editor, button):
    press(editor, city, button, summary_0="Mine.", **PAST)
    assert Draft.objects.get().publish_at is None
    assert publish_due() == 0


def test_issue_of_a_group_that_is_down_is_not_changed_at_once(council, editor, officer_client):
    issue = NewsletterFactory(group=LinkGroupFactory(draft=True), title="Spring")
    ArticleFactory(newsletter=issue)
    press(editor, issue, "_save", title_0="Mine")
    issue.refresh_from_db()
    assert str(issue.title) == "Spring"
    assert Draft.objects.of(issue).exists()
    assert editor.post(address(issue, "delete"), {"post": "yes"}).status_code == 403


def test_draft_puts_nothing_back_that_was_taken_down(city, officer_client, client):
    later = timezone.localdate() + timedelta(days=30)
    typed = {"expires_at_0": later.isoformat(), "expires_at_1": "09:00", "summary_0": "Mine."}
    press(officer_client, city, "_save_draft", **typed)
    Draft.objects.update(publish_at=timezone.now() + timedelta(days=1))
    officer_client.post(address(city, "take_down"))
    assert Draft.objects.get().publish_at is None

    press(officer_client, city, "_save_draft")

    assert client.get(city.get_absolute_url()).status_code == 404


def test_scheduled_draft_gives_way_to_a_change_of_the_same_in_public(city, officer_client):
    press(officer_client, city, "_save_draft", summary_0="Mine.")
    City.objects.filter(pk=city.pk).update(summary='{"en": "Theirs."}')
    Draft.objects.update(publish_at=timezone.now())

    publish_due()

    city.refresh_from_db()
    assert str(city.summary) == "Theirs."
    assert "has been changed in public" in Draft.objects.get().publish_error
    assert "could not be" in QueuedEmail.objects.get().text


def test_that_something_was_saved_is_no_conflict_of_its_own(city, officer_client):
    press(officer_client, city, "_save_draft", summary_0="Mine.")
    city.refresh_from_db()
    city.since_year = 1947
    city.save()
    assert merged_draft(Draft.objects.get(), city).conflicts == []


def test_draft_whose_address_was_taken_opens_with_the_old_one(city, officer_client):
    press(officer_client, city, "_save_draft", slug="bonn-x", summary_0="Mine.")
    CityFactory(slug="bonn-x")
    form = form_data(officer_client.get(address(city, "change")))
    assert (form["slug"], form["summary_0"]) == (["bonn"], ["Mine."])
    assert officer_client.get(address(city, "previewed_page")).status_code == 200


def test_draft_with_a_photo_that_is_gone_opens_without_it(council, officer_client):
    event, photo = EventFactory(), EventPhotoFactory()
    picture = photo.picture
    photo.delete()
    typed = {"photos-TOTAL_FORMS": "1", "photos-0-picture": picture.pk, "photos-0-position": "0"}
    press(officer_client, event, "_save_draft", **typed)
    assert len(Draft.objects.get().rows) == 2
    picture.delete()

    assert officer_client.get(address(event, "change")).status_code == 200
    save(officer_client, address(event, "change"))
    assert event.photos.count() == 0


def test_undo_leaves_the_draft_of_a_colleague(city, officer_client, editor):
    press(editor, city, "_save_draft", summary_0="An hour's work.")
    response = officer_client.post(address(city, "take_down"), follow=True)
    undo(officer_client, city, response)
    form = form_data(officer_client.get(address(city, "change")))
    assert form["summary_0"] == ["An hour's work."]


def test_undo_brings_back_a_part(city, officer_client):
    milestone = MilestoneFactory(city=city)
    response = press(officer_client, city, "_save", **{"milestones-0-DELETE": "on"})
    assert not city.milestones.exists()
    undo(officer_client, city, response)
    assert city.milestones.get() == milestone


def test_undo_of_the_first_publication_leaves_what_was_typed(council, officer_client):
    city = CityFactory(draft=True, summary="As it was.")
    response = press(officer_client, city, "_publish", summary_0="An hour's work.")
    undo(officer_client, city, response)
    city.refresh_from_db()
    assert (str(city.summary), city.published_at) == ("An hour's work.", None)


def test_editor_writes_beside_what_was_taken_down(council, editor):
    city = CityFactory(expired=True, summary="As it was.")
    press(editor, city, "_save_draft", summary_0="Mine.")
    city.refresh_from_db()
    assert str(city.summary) == "As it was."
    assert form_data(editor.get(address(city, "change")))["summary_0"] == ["Mine."]


def test_two_windows_with_new_rows_keep_both(council, officer_client):
    add, autosave = "/admin/cities/city/add/", "/admin/cities/city/new/autosave/"
    one = form_data(officer_client.get(add)) | {"name_0": "Padua"}
    two = form_data(officer_client.get(add)) | {"name_0": "Ramallah"}
    for form in (one, two):
        assert officer_client.post(autosave, form).status_code == 200
    taken = form_data(officer_client.post("/admin/cities/city/new/take-up/"))
    assert taken["name_0"] == ["Ramallah"], sorted(taken)
    typed = {"summary_0": "A city",
             "country": "PS", "kind": "friendship", "latitude": "31", "longitude": "35",
             "time_zone": "Europe/London", "_save": "1"}  # fmt: skip
    answer = officer_client.post(add, taken | typed)
    assert answer.status_code == 302, answer.context["errors"]
    assert "You were writing here" in officer_client.get(add).text
    again = form_data(officer_client.post("/admin/cities/city/new/take-up/"))
    assert again["name_0"] == ["Padua"]


def test_issue_of_a_group_that_is_not_public_has_a_preview(council, officer_client):
    issue = NewsletterFactory(group=LinkGroupFactory(draft=True), draft=True)
    ArticleFactory(newsletter=issue)
    assert officer_client.get(address(issue, "previewed_page")).status_code == 200


@pytest.mark.parametrize("key", ["abc", "1/2", "²"])
def test_address_that_is_none_is_not_found(officer_client, key):
    assert officer_client.post(f"/admin/cities/city/{key}/undo/").status_code == 404


def test_preview_of_a_form_in_a_window_of_its_own_is_a_preview(city, officer_client):
    form = form_data(officer_client.get(address(city, "change"))) | {"_popup": "1"}
    assert officer_client.post(address(city, "previewed_page"), form).status_code == 200


def test_end_of_a_schedule_is_told_to_whoever_ends_it_and_to_the_office(
    city, editor, officer_client, officer
):
    officer.email = "ann@example.org"
    officer.save()
    moment = timezone.localtime() + timedelta(days=3)
    save(officer_client, address(city, "change"), "_schedule", summary_0="Scheduled.",
         schedule_at_0=moment.strftime("%Y-%m-%d"), schedule_at_1="09:00")  # fmt: skip

    answer = save(editor, address(city, "change"), "_save_draft", summary_0="Changed.")

    shown = editor.get(answer.url).text
    assert "were to be published on" in shown
    [letter] = QueuedEmail.objects.filter(subject__startswith="Not published by itself")
    assert letter.recipient == "ann@example.org"
    assert Draft.objects.of(city).get().publish_at is None


def test_office_is_told_of_a_scheduled_draft_that_is_discarded(city, editor, officer_client):
    moment = timezone.localtime() + timedelta(days=3)
    save(officer_client, address(city, "change"), "_schedule", summary_0="Scheduled.",
         schedule_at_0=moment.strftime("%Y-%m-%d"), schedule_at_1="09:00")  # fmt: skip

    editor.post(address(city, "discard_draft"))

    assert QueuedEmail.objects.get().subject.startswith("Not published by itself")


def test_officer_who_saves_a_scheduled_draft_keeps_its_schedule_and_nobody_is_told(
    city, officer_client
):
    moment = timezone.localtime() + timedelta(days=3)
    save(officer_client, address(city, "change"), "_schedule", summary_0="Scheduled.",
         schedule_at_0=moment.strftime("%Y-%m-%d"), schedule_at_1="09:00")  # fmt: skip

    save(officer_client, address(city, "change"), "_save_draft", summary_0="Changed.")

    assert Draft.objects.of(city).get().publish_at is not None
    assert not QueuedEmail.objects.exists()
