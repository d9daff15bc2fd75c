"""Rows below a form that two have open: joined by their keys, not by their places."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cities.models import Milestone
from tests.admin_forms import form_data
from tests.content.opened_forms.two_windows import differences, opened_by, send
from tests.factories.city import CityFactory
from tests.factories.milestone import MilestoneFactory

pytestmark = pytest.mark.django_db


def test_rows_below_are_joined_and_decided(officer_client):
    city = CityFactory()
    first, second = (MilestoneFactory(city=city, title=title) for title in ("First", "Second"))
    opened = opened_by(officer_client, city)
    Milestone.objects.filter(pk=first.pk).update(title="First of Ada")
    places = {
        opened[f"milestones-{place}-id"][0]: f"milestones-{place}-title_0" for place in range(2)
    }

    joined = send(officer_client, city, opened, **{places[str(second.pk)]: "My second"})
    refused = send(officer_client, city, opened, **{places[str(first.pk)]: "My first"})

    assert joined.status_code == 302
    assert {str(row.title) for row in city.milestones.all()} == {"First of Ada", "My second"}
    assert [difference[1:] for difference in differences(refused)] == [("First of Ada", "My first")]


def test_row_below_that_a_colleague_deleted_stays_deleted(officer_client):
    city = CityFactory()
    rows = [MilestoneFactory(city=city, title=title) for title in ("A", "B", "C")]
    opened = opened_by(officer_client, city)
    rows[1].delete()

    answer = send(officer_client, city, opened, name_0="My Bonn")

    assert answer.status_code == 302
    assert {str(row.title) for row in city.milestones.all()} == {"A", "C"}


def test_row_below_that_was_changed_here_and_deleted_there_can_be_kept(officer_client):
    city = CityFactory()
    rows = [MilestoneFactory(city=city, title=title) for title in ("A", "B", "C")]
    opened = opened_by(officer_client, city)
    (place,) = [n for n in range(3) if opened[f"milestones-{n}-id"] == [str(rows[1].pk)]]
    rows[1].delete()

    refused = send(officer_client, city, opened, **{f"milestones-{place}-title_0": "My B"})
    assert differences(refused) == [("Milestone: What happened (English)", "deleted", "My B")]
    send(officer_client, city, form_data(refused))

    assert {str(row.title) for row in city.milestones.all()} == {"A", "My B", "C"}


def test_deleting_a_row_below_that_somebody_changed_is_asked_about(officer_client):
    city = CityFactory()
    row = MilestoneFactory(city=city, title="A")
    opened = opened_by(officer_client, city)
    Milestone.objects.filter(pk=row.pk).update(title="Better")

    refused = send(officer_client, city, opened, **{"milestones-0-DELETE": "on"})
    assert [difference[1:] for difference in differences(refused)] == [("Better", "to be deleted")]
    assert city.milestones.exists()
    send(officer_client, city, form_data(refused))

    assert not city.milestones.exists()


def test_row_that_a_colleague_added_stays(officer_client):
    city = CityFactory()
    MilestoneFactory(city=city, title="Mine", year=1950)
    opened = opened_by(officer_client, city)
    MilestoneFactory(city=city, title="Earlier", year=1900)

    send(officer_client, city, opened, **{"milestones-0-title_0": "Mine, too"})

    assert {str(row.title) for row in city.milestones.all()} == {"Mine, too", "Earlier"}


def test_new_row_goes_behind_rows_that_are_gone(officer_client):
    city = CityFactory()
    row = MilestoneFactory(city=city, title="A")
    opened = opened_by(officer_client, city)
    row.delete()
    new = {
        name.replace("-0-", "-1-"): values
        for name, values in opened.items()
        if "milestones-0" in name
    }

    send(
        officer_client, city, opened | new,
        **{"milestones-TOTAL_FORMS": "2", "milestones-1-id": "", "milestones-1-title_0": "New"},
    )  # fmt: skip

    assert [str(row.title) for row in city.milestones.all()] == ["New"]


@pytest.mark.parametrize("count", ["-1", "x", "999999999", ""])
def test_odd_counts_of_rows_are_refused_or_taken_as_django_does(officer_client, count):
    city = CityFactory()
    MilestoneFactory(city=city)
    opened = opened_by(officer_client, city)
    city.milestones.all().delete()

    answer = send(officer_client, city, opened, **{"milestones-INITIAL_FORMS": count})

    assert answer.status_code in {200, 302}


def test_database_is_not_asked_about_rows_that_nobody_changed(officer_client):
    city = CityFactory()
    questions = []
    for number in (1, 4):
        MilestoneFactory.create_batch(number, city=city)
        opened = opened_by(officer_client, city)
        with CaptureQueriesContext(connection) as asked:
            send(officer_client, city, opened, name_0=f"Bonn {number}")
        # Of rows that do or do not keep the rules of their table
        questions.append([one["sql"] for one in asked if "_check" in one["sql"]])

    assert questions[0]
    assert len(questions[0]) == len(questions[1])
