"""Merging two applications: for each field the officer chooses which answer stays."""

import pytest

from tests.factories.application import ApplicationFactory
from tests.factories.group import LinkGroupFactory
from volunteers.merging import merge
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("open_office")


@pytest.fixture
def two():
    kept = ApplicationFactory(name="Zoe Miller", email="z@example.org", skills="Baking", phone="1")
    other = ApplicationFactory(name="Zoë Miller", email="z@example.org", skills="Singing")
    return kept, other


@pytest.fixture
def page(officer_client, two):
    """The page that compares the two: its address and the fields it sends by itself."""
    url = f"/admin/volunteers/application/{two[0].pk}/merge/{two[1].pk}/"
    return url, {"seen": officer_client.get(url).context["seen"]}


def test_fields_that_differ_are_offered_to_choose_from(officer_client, page):
    html = officer_client.get(page[0]).text

    assert html.count('type="radio" name="take-name"') == 2
    assert html.count('type="radio" name="take-skills"') == 2
    assert "take-phone" not in html
    assert "take-email" not in html


def test_chosen_answers_stay_and_those_that_give_way_are_noted(officer_client, two, page):
    url, sent = page

    officer_client.post(url, sent | {"take-name": "other", "take-skills": "kept"})

    kept = Application.objects.get()
    assert (kept.pk, kept.name, kept.skills, kept.phone) == (two[0].pk, "Zoë Miller", "Baking", "1")
    note = kept.notes.get().text
    assert "Zoe Miller" in note
    assert "Singing" in note
    assert "Zoë" not in note
    assert "Baking" not in note


def test_without_a_choice_the_first_one_stays(officer_client, page):
    officer_client.post(*page)

    assert Application.objects.get().name == "Zoe Miller"


def test_empty_answer_takes_the_place_of_none(two):
    kept, other = two
    merge(kept, other, take=["phone", "skills"])

    kept.refresh_from_db()
    assert (kept.phone, kept.skills) == ("1", "Singing")


def test_what_changed_since_the_page_was_opened_is_shown_again(officer_client, two, page):
    Application.objects.filter(pk=two[1].pk).update(skills="Dancing")

    answer = officer_client.post(page[0], page[1] | {"take-name": "other"})

    assert "has changed since you opened this page" in answer.text
    assert "Dancing" in answer.text
    assert [row["is_taken"] for row in answer.context["rows"] if row["name"] == "name"] == [True]
    assert Application.objects.count() == 2


def test_second_press_says_that_it_is_done(officer_client, page):
    officer_client.post(*page)

    again = officer_client.post(*page, follow=True)

    assert "merged or erased" in again.text
    assert Application.objects.count() == 1


@pytest.mark.parametrize(
    "name", ["state", "reference", "erase_on", "group", "pk", "consent_given_at"]
)
def test_nothing_else_can_be_taken(officer_client, two, page, name):
    before = getattr(two[0], name)

    officer_client.post(page[0], page[1] | {f"take-{name}": "other"})

    assert getattr(Application.objects.get(), name) == before


def test_nothing_is_taken_from_another_address(officer_client, two):
    Application.objects.filter(pk=two[1].pk).update(email="else@example.org")
    url = f"/admin/volunteers/application/{two[0].pk}/merge/{two[1].pk}/"
    assert "take-name" not in officer_client.get(url).text

    officer_client.post(url, {"despite_addresses": "on", "take-name": "other"})

    assert Application.objects.get().name == "Zoe Miller"


def test_group_goes_with_the_state_that_is_further(two):
    kept, other = two
    first, second = LinkGroupFactory(name="First"), LinkGroupFactory(name="Second")
    Application.objects.filter(pk=kept.pk).update(state="contacted", group=first)
    Application.objects.filter(pk=other.pk).update(state="passed", group=second)

    merge(kept, other)

    kept.refresh_from_db()
    assert (kept.state, kept.group) == ("passed", second)
    assert "First" in kept.notes.get().text
