"""Officers see what readers looked for in vain, from the third day on, and dismiss it."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from tests.factories.officer import OfficerFactory
from tests.factories.unanswered_search import UnansweredSearchFactory
from tests.workbench.start_page.sheet import ANSWER, as_sent, give, panels
from twinning_site.search.models import UnansweredSearch
from twinning_site.workbench.roles import EDITORS_GROUP, WRITERS_GROUP
from twinning_site.workbench.start_page.unanswered_searches import unanswered_search_panels

pytestmark = pytest.mark.usefixtures("council")

TITLE = "Searches that found nothing"
LIST = "/admin/search/unansweredsearch/"


def client_of(group: str) -> Client:
    client = Client()
    client.force_login(OfficerFactory(groups=[Group.objects.get(name=group)]))
    return client


def shown(client) -> list[str]:
    return [entry.text for entry in panels(client).get(TITLE, [])]


def test_words_are_shown_from_the_third_day_on_the_most_frequent_first(officer_client):
    UnansweredSearchFactory(words="rare", days=2)
    UnansweredSearchFactory(words="often", days=3)
    UnansweredSearchFactory(words="more often", days=4, language="de")

    first, second = panels(officer_client)[TITLE]

    assert (first.text, first.kind, first.detail) == ("more often", "asked on 4 days", "German")
    assert (second.text, second.url) == ("often", "/admin/search/?q=often")
    assert "rare" not in officer_client.get(LIST).text


def test_words_below_the_threshold_have_no_address(officer_client):
    rare = UnansweredSearchFactory(words="rare", days=2)

    for page in ("change", "history", "delete"):
        answer = officer_client.get(f"{LIST}{rare.pk}/{page}/", follow=True)
        assert "rare" not in answer.text
    row = {"row": f"search.unansweredsearch:{rare.pk}", "answer": "dismiss"}
    stamp = officer_client.get("/admin/").context["form_stamp"]
    officer_client.post(ANSWER, row | {"seen": "", "form_stamp": stamp})
    rare.refresh_from_db()
    assert rare.dismissed_at is None


def test_dismissed_words_leave_the_sheet_and_no_trace_in_the_history(officer_client):
    row = UnansweredSearchFactory(words="allotment")
    UnansweredSearchFactory(words="zucchini")

    page = give(officer_client, row, "dismiss")

    assert "Dismissed: 1 search that found nothing." in page
    assert shown(officer_client) == ["zucchini"]
    assert not LogEntry.objects.exists()
    assert "allotment" in officer_client.get(LIST).text


def test_second_person_is_told_that_it_was_answered(officer_client):
    row = UnansweredSearchFactory()
    sent = as_sent(officer_client, row, "dismiss")
    UnansweredSearch.objects.update(dismissed_at=timezone.now() - timedelta(minutes=1))

    page = officer_client.post(ANSWER, sent, follow=True).text

    assert "Nothing was done" in page


def test_those_who_may_not_change_pages_do_not_see_them():
    UnansweredSearchFactory()

    assert shown(client_of(EDITORS_GROUP))
    writer = client_of(WRITERS_GROUP)
    assert not shown(writer)
    assert writer.get(LIST).status_code == 403


def test_list_takes_actions_and_nothing_else(officer_client):
    row = UnansweredSearchFactory(words="allotment")

    assert officer_client.get(f"{LIST}add/").status_code == 403
    assert officer_client.post(f"{LIST}{row.pk}/delete/", {"post": "yes"}).status_code == 403
    page = officer_client.get(f"{LIST}{row.pk}/change/")
    assert page.status_code == 200
    assert 'name="words"' not in page.text


def test_words_are_escaped_wherever_they_came_from(officer_client):
    UnansweredSearchFactory(words="<b>x</b>")

    assert "<b>x</b>" not in officer_client.get("/admin/").text
    assert "<b>x</b>" not in officer_client.get(LIST).text


@pytest.mark.parametrize("rows", [1, 12])
def test_panel_costs_two_queries(officer, rows, rf, django_assert_num_queries):
    UnansweredSearchFactory.create_batch(rows)
    request = rf.get("/admin/")
    request.user = officer
    officer.has_perm("pages.change_page")

    with django_assert_num_queries(2):
        [panel] = unanswered_search_panels(request)

    assert (len(panel.shown), panel.hidden_count) == (min(rows, 8), max(rows - 8, 0))
