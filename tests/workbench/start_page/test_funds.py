"""Funds on the day sheet: what closes soon, what has closed, and their answers."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from content.models import QueuedEmail, Version
from tests.factories.fund import FundFactory
from tests.factories.officer import OfficerFactory
from tests.factories.sheet_letters import WeeklySheetFactory
from tests.workbench.start_page.sheet import ANSWER, as_sent, entry_of, give, panels
from twinning_site.workbench.roles import EDITORS_GROUP
from twinning_site.workbench.sheet_letters.weekly import queue_weekly_sheets

pytestmark = pytest.mark.usefixtures("council")
NEAR = "Funds whose deadline is near"
ENDED = "Ended funds: take them down or set a new deadline"


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def texts(client: Client, title: str) -> list[str]:
    return [entry.text for entry in panels(client).get(title, [])]


def test_what_closes_soon_and_what_has_closed_lately_is_named_soonest_first(officer_client):
    for days in (14, 0, 15, -1, -42, -43):
        FundFactory(name=f"{days} days", deadline=in_days(days))
    FundFactory(name="All year")
    for state in ("draft", "scheduled", "expired"):
        FundFactory(name="Hidden", deadline=in_days(3), **{state: True})

    assert texts(officer_client, NEAR) == ["0 days", "14 days"]
    assert texts(officer_client, ENDED) == ["-42 days", "-1 days"]


def test_more_than_are_shown_are_counted(officer_client):
    FundFactory.create_batch(9, deadline=in_days(-3))

    assert f"<h3>{ENDED}: 9</h3>" in officer_client.get("/admin/").text


def test_new_deadline_is_set_in_place_with_a_version(officer, officer_client):
    fund = FundFactory(name="Seed fund", deadline=in_days(-3))
    day = in_days(100)

    page = give(officer_client, fund, "new_deadline", day=day.isoformat())

    fund.refresh_from_db()
    assert fund.deadline == day
    assert "is now open until" in page
    assert Version.objects.of(fund).filter(user=officer).exists()
    assert texts(officer_client, ENDED) == []


def test_proposed_deadline_is_in_the_next_year(officer_client):
    fund = FundFactory(deadline=in_days(-3))

    [answer, _take_down] = entry_of(officer_client, fund).answers

    assert answer.day == in_days(361)


@pytest.mark.parametrize("typed", ["", "x", "2027-02-30", "1999-01-01", "9999-12-31"])
def test_day_that_is_none_is_refused_with_what_was_typed(officer_client, typed):
    fund = FundFactory(deadline=in_days(3))

    response = officer_client.post(ANSWER, as_sent(officer_client, fund, "new_deadline", day=typed))

    fund.refresh_from_db()
    assert response.status_code == 422
    assert fund.deadline == in_days(3)


def test_ended_fund_is_taken_down_in_place(officer_client):
    fund = FundFactory(deadline=in_days(-3))

    give(officer_client, fund, "take_down_now")

    fund.refresh_from_db()
    assert not fund.is_published


def test_answer_to_what_somebody_changed_meanwhile_does_nothing(officer_client):
    fund = FundFactory(deadline=in_days(3))
    sent = as_sent(officer_client, fund, "new_deadline")
    fund.deadline = in_days(20)
    fund.save()

    page = officer_client.post(ANSWER, sent, follow=True).text

    fund.refresh_from_db()
    assert fund.deadline == in_days(20)
    assert "Nothing was done" in page


def test_editor_sees_it_and_cannot_answer_it(officer_client):
    fund = FundFactory(deadline=in_days(3))
    sent = as_sent(officer_client, fund, "new_deadline")
    editor = OfficerFactory(groups=Group.objects.filter(name=EDITORS_GROUP))
    client = Client()
    client.force_login(editor)

    assert entry_of(client, fund).answers == ()
    stamp = client.get("/admin/").context["form_stamp"]
    assert client.post(ANSWER, sent | {"form_stamp": stamp}).status_code == 403
    fund.refresh_from_db()
    assert fund.deadline == in_days(3)


def test_weekly_letter_counts_them():
    FundFactory.create_batch(2, deadline=in_days(-3))
    WeeklySheetFactory(queued_on=in_days(-8))

    queue_weekly_sheets()

    assert f"{ENDED}: 2" in QueuedEmail.objects.get().text
