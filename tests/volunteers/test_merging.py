from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.queued_email import QueuedEmailFactory
from volunteers.merging import AddressesDiffer, merge
from volunteers.models import Application, ApplicationState

pytestmark = pytest.mark.usefixtures("open_office")


def test_any_number_is_merged_into_one_and_found_by_each_reference():
    kept = ApplicationFactory(email="zoe@example.org")
    others = ApplicationFactory.create_batch(20, email="Zoe@Example.org")

    for other in others:
        merge(kept, other)

    assert {Application.objects.by_reference(other.reference) for other in others} == {kept}
    Application._meta.get_field("former_references").clean(kept.former_references, kept)


def test_merging_loses_nothing_of_either(client):
    bonn, leon = CityFactory(), CityFactory()
    kept = ApplicationFactory(
        name="Zoë", email="zoe@example.org", phone="", message="First", cities=[bonn]
    )
    other = ApplicationFactory(
        name="Zoe M", email="ZOE@example.org", phone="123", message="Second",
        vetting_seen_on=date(2026, 1, 2),
        cities=[leon], created_at=timezone.now() - timedelta(days=3),
    )  # fmt: skip
    other.notes.create(text="Rang")
    other.mails.add(QueuedEmailFactory())
    other_page, created_at = other.get_absolute_url(), other.created_at

    merge(kept, other)

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


# From the one that gives way to all others to the one that stays beside all others
PROGRESS = ["declined", "withdrawn", "new", "contacted", "passed", "active"]
PAIRS = [(kept, other) for kept in PROGRESS for other in PROGRESS]


@pytest.mark.parametrize("email", ["zoe@example.org", "zoe@example.net"])
@pytest.mark.parametrize(("kept_state", "other_state"), PAIRS)
def test_furthest_state_stays_with_its_dates(kept_state, other_state, email):
    now, today = timezone.now(), timezone.localdate()
    kept = ApplicationFactory(
        email="zoe@example.org", state=kept_state, state_since=now - timedelta(days=5),
        erase_on=today + timedelta(days=50),
    )  # fmt: skip
    other = ApplicationFactory(
        email=email, state=other_state, state_since=now - timedelta(days=3),
        erase_on=today + timedelta(days=30),
    )  # fmt: skip

    merge(kept, other, despite_addresses=True)

    kept = Application.objects.get()
    furthest = max(kept_state, other_state, key=PROGRESS.index)
    is_of_kept = furthest == kept_state
    assert kept.state == furthest
    assert kept.state_since == now - timedelta(days=5 if is_of_kept else 3)
    assert kept.erase_on == today + timedelta(days=50 if is_of_kept else 30)
    assert str(ApplicationState(other_state).label) in kept.notes.get().text


def test_every_state_has_its_place_in_the_order():
    assert sorted(ApplicationState, key=lambda state: state.progress) == PROGRESS


def test_group_that_a_volunteer_was_passed_to_stays():
    group = LinkGroupFactory()
    kept = ApplicationFactory(email="zoe@example.org")
    other = ApplicationFactory(email="zoe@example.org", state="passed", group=group)

    merge(kept, other)

    assert Application.objects.get().group == group


@pytest.fixture
def theirs():
    """The application of a person who is known to the office."""
    return ApplicationFactory(
        name="Ada Private", email="ada@example.org", phone="01632 960001", message="My story",
        cities=[CityFactory(name="Leiden")],
    )  # fmt: skip


@pytest.fixture
def strangers():
    """That of somebody who gave the same name and a mailbox of their own."""
    return ApplicationFactory(name="Ada Private", email="mallory@example.org")


def merge_by_form(client, kept, other, **data):
    return client.post(f"/admin/volunteers/application/{kept.pk}/merge/{other.pk}/", data)


CONFIRMED = {"despite_addresses": "on"}


def test_no_link_opens_what_another_address_sent(officer_client, client, theirs, strangers):
    merge_by_form(officer_client, theirs, strangers, **CONFIRMED)

    page = client.get(strangers.get_absolute_url())

    assert Application.objects.get() == theirs
    assert page.status_code == 404
    assert "Ada Private" not in page.text
    for step in ("withdraw/", "erase/"):
        assert client.post(f"{strangers.get_absolute_url()}{step}").status_code == 404
    assert "My story" in client.get(theirs.get_absolute_url()).text


def test_the_one_that_stays_shows_nothing_of_the_other(officer_client, client, theirs, strangers):
    merge_by_form(officer_client, strangers, theirs, **CONFIRMED)

    page = client.get(strangers.get_absolute_url())

    assert page.status_code == 200
    for part in ("My story", "01632 960001", "Leiden", "ada@example.org"):
        assert part not in page.text
        assert part in Application.objects.get().notes.get().text
    assert client.get(theirs.get_absolute_url()).status_code == 404


def test_link_of_a_third_is_not_passed_on_over_another_address(client, theirs, strangers):
    third = ApplicationFactory(email="MALLORY@example.org")
    merge(strangers, third)
    assert client.get(third.get_absolute_url()).status_code == 200

    merge(theirs, strangers, despite_addresses=True)

    assert client.get(third.get_absolute_url()).status_code == 404
    assert client.get(strangers.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    "address", ["ada@example.net", "ada+1@example.org", "ada@examp1e.org", "аda@example.org"]
)
def test_addresses_that_look_alike_are_different(theirs, address):
    with pytest.raises(AddressesDiffer):
        merge(theirs, ApplicationFactory(name="Ada Private", email=address))

    assert Application.objects.count() == 2


def test_address_that_changed_since_the_page_was_shown_counts(theirs):
    other = ApplicationFactory(email="ada@example.org")
    Application.objects.filter(pk=other.pk).update(email="mallory@example.org")

    with pytest.raises(AddressesDiffer):
        merge(theirs, other)


def test_merge_page_says_loudly_that_addresses_differ(officer_client, theirs, strangers):
    url = f"/admin/volunteers/application/{theirs.pk}/merge/{strangers.pk}/"
    form = officer_client.get(f"/admin/volunteers/application/{theirs.pk}/change/").text

    page, refused = officer_client.get(url).text, merge_by_form(officer_client, theirs, strangers)

    assert "<strong>another e-mail address</strong>" in form
    for html in (page, refused.text):
        assert "The e-mail addresses differ: ada@example.org and mallory@example.org." in html
        assert "go on working" not in html
    assert "Tick this first" in refused.text
    assert "Tick this first" not in page
    assert Application.objects.count() == 2


def test_same_address_needs_no_tick(officer_client, theirs):
    other = ApplicationFactory(email="ADA@example.org")
    page = officer_client.get(f"/admin/volunteers/application/{theirs.pk}/merge/{other.pk}/").text
    assert "despite_addresses" not in page

    merge_by_form(officer_client, theirs, other)

    assert Application.objects.get() == theirs


def test_double_click_on_merge_leads_to_the_one_that_stays(officer_client, theirs):
    other = ApplicationFactory(email="ada@example.org")

    answers = [merge_by_form(officer_client, theirs, other) for _click in range(2)]

    assert answers[0].url == answers[1].url == f"/admin/volunteers/application/{theirs.pk}/change/"
    assert LogEntry.objects.count() == 1
    assert theirs.notes.count() == 1


def test_officer_finds_it_by_the_reference_whose_link_is_dead(officer_client, theirs, strangers):
    merge(theirs, strangers, despite_addresses=True)

    found = officer_client.get(f"/admin/volunteers/application/?q={strangers.reference}")

    assert theirs.reference in found.text
