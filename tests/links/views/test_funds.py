"""Funds: open ones by deadline, closed by the clock, and shown where they belong."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.theme import ThemeFactory

pytestmark = pytest.mark.usefixtures("council")
LIST = reverse("links:fund-list")
STATES = ["draft", "scheduled", "expired"]
NOINDEX = '<meta name="robots" content="noindex">'
DEADLINE = date(2027, 3, 31)
LAST_MINUTE = datetime(2027, 3, 31, 22, 59, tzinfo=UTC)


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def names(rows) -> list[str]:
    return [str(row) for row in rows]


def test_open_funds_come_by_deadline_then_those_without_one_by_name(client):
    FundFactory(name="Later", deadline=in_days(30))
    FundFactory(name="Today", deadline=in_days(0))
    FundFactory(name="Zeal")
    FundFactory(name="Arts", is_all_year=False)
    FundFactory(name="Long ago", deadline=in_days(-30))
    FundFactory(name="Yesterday", deadline=in_days(-1))
    for state in STATES:
        FundFactory(name="Secret", **{state: True})

    page = client.get(LIST)

    assert names(page.context["with_deadline"]) == ["Today", "Later"]
    assert names(page.context["without_deadline"]) == ["Arts", "Zeal"]
    assert names(page.context["closed"]) == ["Yesterday", "Long ago"]
    assert "Secret" not in page.text
    for words in ("Open all year round", "Ask whether there is a deadline"):
        assert page.text.count(words) == 1


def test_page_says_all_that_is_known(client):
    city, group = CityFactory(name="Bonn"), LinkGroupFactory(name="Bonn Link")
    fund = FundFactory(
        name="Seed fund",
        summary="For a start.",
        given_by="The Town Trust",
        given_by_url="https://trust.example.org/",
        amount="up to £500",
        who_may_ask="Clubs\nand schools",
        deadline=in_days(30),
        body="<p>Not for salaries.</p>",
        how_to_apply="<p>Write one page.</p>",
        apply_url="https://trust.example.org/apply/",
        cities=[city, CityFactory(name="Secret", draft=True)],
        groups=[group, LinkGroupFactory(name="Secret", draft=True)],
        documents=[DocumentFactory(title="Form"), DocumentFactory(title="Secret", draft=True)],
    )
    fund.themes.add(ThemeFactory(name="Music"))

    html = client.get(fund.get_absolute_url()).text

    for text in [
        "<h1>Seed fund</h1>", "For a start.", "The Town Trust", 'href="https://trust.example.org/"',
        "up to £500", "Clubs<br>and schools", "Until ", "Not for salaries.", "Write one page.",
        'href="https://trust.example.org/apply/"', "Bonn Link", city.get_absolute_url(), "Form",
        "Music",
    ]:  # fmt: skip
        assert text in html, text
    assert "Secret" not in html
    assert NOINDEX not in html


def test_page_with_little_says_to_ask_and_has_no_empty_part(client):
    html = client.get(FundFactory().get_absolute_url()).text

    assert "Ask the office" in html
    for words in ("How much", "Who may ask", "For exchange with", "This fund is closed"):
        assert words not in html


@pytest.mark.parametrize("state", STATES)
def test_what_is_not_public_has_no_page(client, state):
    assert client.get(FundFactory(**{state: True}).get_absolute_url()).status_code == 404


def test_fund_closes_when_its_day_is_over_without_anybody_saving(client, time_machine):
    """The clocks of the site are an hour ahead of UTC on that day."""
    time_machine.move_to(LAST_MINUTE, tick=False)
    city = CityFactory(name="Bonn")
    fund = FundFactory(
        name="Seed fund", deadline=DEADLINE, cities=[city], apply_url="https://a.example.org/"
    )
    places = [city.get_absolute_url(), "/sitemap-funds.xml"]
    address = fund.get_absolute_url()
    assert all(address in client.get(place).text for place in places)
    assert "This fund is closed" not in client.get(address).text

    time_machine.move_to(LAST_MINUTE + timedelta(minutes=1), tick=False)

    assert not any(address in client.get(place).text for place in places)
    page = client.get(address).text
    assert "This fund is closed" in page
    assert "The deadline was 31 March 2027." in page
    assert NOINDEX in page
    assert "Apply online" not in page
    listed = client.get(LIST)
    assert "No fund is open now." in listed.text
    assert names(listed.context["closed"]) == ["Seed fund"]


def test_city_and_group_show_their_own_open_funds(client):
    city, group = CityFactory(), LinkGroupFactory()
    FundFactory(name="Ours", cities=[city], groups=[group], deadline=in_days(3))
    FundFactory(name="Closed", cities=[city], groups=[group], deadline=in_days(-3))
    FundFactory(name="Draft", cities=[city], groups=[group], draft=True)
    FundFactory(name="Of others", cities=[CityFactory()], groups=[LinkGroupFactory()])

    for row in (city, group):
        page = client.get(row.get_absolute_url())
        assert names(page.context["funds"]) == ["Ours"]
        assert '<h2 id="funds">Funding</h2>' in page.text


@pytest.mark.parametrize("rows", [1, 3])
def test_funds_cost_a_city_and_a_group_one_query(client, rows, django_assert_num_queries):
    city, group = CityFactory(), LinkGroupFactory()
    for row in (city, group):
        with CaptureQueriesContext(connection) as without:
            client.get(row.get_absolute_url())
        funds = FundFactory.create_batch(rows, cities=[city], groups=[group])
        with django_assert_num_queries(len(without) + 1):
            client.get(row.get_absolute_url())
        for fund in funds:
            fund.delete()


def test_nothing_leads_to_the_list_without_a_fund(client):
    city, group = CityFactory(), LinkGroupFactory()
    FundFactory(draft=True, cities=[city], groups=[group])

    pages = ["/", "/about/", city.get_absolute_url(), group.get_absolute_url()]
    pages += ["/sitemap-lists.xml"]
    assert not [page for page in pages if LIST in client.get(page).text]
    empty = client.get(LIST)
    assert "No fund is open now." in empty.text
    assert NOINDEX in empty.text


def test_about_and_sitemap_lead_to_the_list(client):
    FundFactory()

    for page in ("/about/", "/sitemap-lists.xml"):
        assert LIST in client.get(page).text, page
    assert NOINDEX not in client.get(LIST).text


@pytest.mark.parametrize("rows", [1, 3])
def test_list_costs_the_same_for_any_number_of_funds(client, rows, django_assert_num_queries):
    for days in (-5, 5):
        FundFactory.create_batch(rows, deadline=in_days(days))
    FundFactory.create_batch(rows)
    FundFactory(draft=True)
    with django_assert_num_queries(4):
        client.get(LIST)


@pytest.mark.parametrize("rows", [1, 3])
def test_page_costs_the_same_for_any_number_of_rows(client, rows, django_assert_num_queries):
    fund = FundFactory(
        cities=CityFactory.create_batch(rows),
        groups=LinkGroupFactory.create_batch(rows),
        documents=DocumentFactory.create_batch(rows),
    )
    fund.themes.set(ThemeFactory.create_batch(rows))
    with django_assert_num_queries(8):
        client.get(fund.get_absolute_url())
