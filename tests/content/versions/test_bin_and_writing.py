"""What was being written beside a row goes into the bin with it, and comes back."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from content.models import Draft, UnsavedForm, Version
from tests.admin_forms import form_data, save
from tests.content.versions.things import address, restore_address
from tests.factories.city import CityFactory
from tests.factories.draft import UnsavedFormFactory
from tests.factories.page import PageFactory
from twinning_site.privacy.erasure import erase_person
from twinning_site.serving.cleanup import delete_outdated

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(council):
    return CityFactory(name={"en": "Bonn"}, summary={"en": "Twinned since 1947."})


def write_draft(client, thing, text: str = "Twinned for long.") -> dict:
    save(client, address(thing, "change"), "_save_draft",
         **{"summary_0": text, "milestones-TOTAL_FORMS": "1", "milestones-0-kind": "other",
            "milestones-0-title_0": "A second visit", "milestones-0-year": "1999"})  # fmt: skip
    return Draft.objects.values("user", "saved_at", "state", "base", "publish_at").get()


def delete(client, thing):
    client.post(address(thing, "delete"), {"post": "yes"})


def test_draft_is_a_draft_again_and_readers_see_what_they_saw(city, officer_client, client):
    before = write_draft(officer_client, city)
    page = client.get(city.get_absolute_url()).content

    delete(officer_client, city)
    assert not Draft.objects.exists()
    officer_client.post(restore_address(city))

    assert Draft.objects.values(*before).get() == before
    form = form_data(officer_client.get(address(city, "change")))
    assert form["summary_0"] == ["Twinned for long."]
    assert form["milestones-0-title_0"] == ["A second visit"]
    assert client.get(city.get_absolute_url()).content == page
    save(officer_client, address(city, "change"))
    city.refresh_from_db()
    assert str(city.summary) == "Twinned for long."
    assert city.milestones.count() == 1


def test_draft_of_somebody_who_has_left_comes_back_without_a_name(city, officer_client, officer):
    write_draft(officer_client, city)
    Draft.objects.update(user=None)
    delete(officer_client, city)

    officer_client.post(restore_address(city))

    assert Draft.objects.get().user is None


@pytest.mark.parametrize(("days", "is_due"), [(1, True), (-1, False)])
def test_moment_to_publish_comes_back_unless_it_has_passed(city, officer_client, days, is_due):
    write_draft(officer_client, city)
    moment = timezone.now() + timedelta(days=days)
    Draft.objects.update(publish_at=moment)
    delete(officer_client, city)

    officer_client.post(restore_address(city))

    assert Draft.objects.get().publish_at == (moment if is_due else None)


def test_bin_shows_the_row_alone_and_its_draft_stays_unpublished(city, officer_client, client):
    write_draft(officer_client, city, "Not for anybody yet.")
    delete(officer_client, city)
    version = Version.objects.of(city).in_bin().get()

    shown = officer_client.get(reverse("admin:content_version_change", args=[version.pk])).text

    assert "Twinned since 1947." in shown
    assert "Not for anybody yet." not in shown


def test_erasing_a_person_reaches_the_draft_in_the_bin(city, officer_client):
    write_draft(officer_client, city, 'Ask "Ada" at\nada@example.org.')
    delete(officer_client, city)

    erase_person("ada@example.org")

    assert not Version.objects.filter(state__contains="ada@example.org").exists()
    officer_client.post(restore_address(city))
    draft = form_data(officer_client.get(address(city, "change")))
    assert draft["summary_0"] == ['Ask "Ada" at\n[erased].']


def typed_into(thing) -> UnsavedForm:
    return UnsavedFormFactory(object_id=str(thing.pk), fields='[["title_0", "Half a sen"]]')


def test_what_was_typed_stays_in_the_bin_and_is_erased_with_it(council, officer_client):
    page, other = PageFactory(), PageFactory()
    for thing in (page, other):
        typed_into(thing)
    delete(officer_client, page)
    delete_outdated()
    assert UnsavedForm.objects.count() == 2

    version = Version.objects.of(page).in_bin().get()
    officer_client.post(reverse("admin:content_version_erase", args=[version.pk]))

    assert UnsavedForm.objects.get().object_id == str(other.pk)


def test_what_was_typed_ends_with_the_time_of_the_bin(council, officer_client, settings):
    settings.BIN_DAYS = 2
    page = PageFactory()
    typed_into(page)
    delete(officer_client, page)

    with time_machine.travel(timezone.now() + timedelta(days=3)):
        delete_outdated()

    assert not UnsavedForm.objects.exists()


def test_what_was_typed_goes_with_a_row_that_a_program_deletes(council):
    gone, kept = PageFactory(), PageFactory()
    for thing in (gone, kept):
        typed_into(thing)
    new = UnsavedFormFactory(object_id="", fields='[["title_0", "New"]]')
    gone.delete()

    delete_outdated()

    assert set(UnsavedForm.objects.values_list("object_id", flat=True)) == {
        str(kept.pk),
        new.object_id,
    }
