"""Each address of another site once a week; broken after three days on which it was not there."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from content.link_check.addresses import DAYS, linking_models, note_addresses
from content.link_check.checking import Outcome
from content.link_check.looking import MIN_FAILURES, check_due_addresses, hosts_in_turn
from content.models import ExternalAddress, LinkFault
from tests.content.link_check.web_server import Page
from tests.factories.city import CityFactory, WebLinkFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.external_address import ExternalAddressFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory
from tests.factories.page import PageFactory
from tests.factories.picture import PictureFactory
from tests.worker import work_off

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def switched_on(settings):
    settings.LINK_CHECK = True


class Answers:
    """Gives the outcomes it was told, and remembers what it was asked."""

    def __init__(self, **outcomes: Outcome):
        self.outcomes = outcomes
        self.asked: list[str] = []

    def check(self, url: str) -> Outcome:
        self.asked.append(url)
        outcome = self.outcomes.get(url.rstrip("/").rpartition("/")[2], Outcome())
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def at(path: str, **values) -> ExternalAddress:
    return ExternalAddressFactory(url=f"https://example.org/{path}/", **values)


def night_after(address: ExternalAddress, answers: Answers) -> None:
    """Let a day pass and look again, with something else that answers."""
    ExternalAddress.objects.update(next_check_at=timezone.now())
    if address.last_failed_on:
        day_before = address.last_failed_on - timedelta(days=1)
        ExternalAddress.objects.filter(pk=address.pk).update(last_failed_on=day_before)
    check_due_addresses(answers)
    address.refresh_from_db()


def test_only_what_is_due_is_looked_at_and_then_a_week_later():
    due = at("due")
    at("later", next_check_at=timezone.now() + timedelta(hours=1))
    answers = Answers()

    assert check_due_addresses(answers) == {
        "addresses of other sites": 1,
        "of them without an answer": 0,
    }
    due.refresh_from_db()
    assert answers.asked == [due.url]
    assert timedelta(days=6, hours=23) < due.next_check_at - timezone.now() <= timedelta(days=7)
    assert check_due_addresses(answers)["addresses of other sites"] == 0


def test_address_is_broken_after_three_failures_on_different_days():
    address, _other = at("gone"), at("there")
    answers = Answers(gone=Outcome(LinkFault.NOT_FOUND))

    for days in (1, 2, 3):
        night_after(address, answers)
        assert address.failed_days == days
        assert ExternalAddress.objects.broken().exists() is (days == 3)
    assert address.fault == LinkFault.NOT_FOUND


def test_two_failures_of_one_day_are_one():
    address, answers = at("gone"), Answers(gone=Outcome(LinkFault.SERVER))

    for _time in range(5):
        ExternalAddress.objects.update(next_check_at=timezone.now())
        check_due_addresses(answers)

    address.refresh_from_db()
    assert address.failed_days == 1


def test_one_answer_makes_an_address_whole():
    address = at(
        "there", failed_days=3, fault=LinkFault.SERVER, last_failed_on=timezone.localdate()
    )

    check_due_addresses(Answers())

    address.refresh_from_db()
    assert (address.failed_days, address.fault) == (0, "")


@pytest.mark.parametrize(
    ("outcome", "wait"),
    [(Outcome(wait=timedelta(hours=3)), timedelta(hours=3)),
     (Outcome(is_judged=False), timedelta(days=7)),
     (ZeroDivisionError(), timedelta(days=7))],
)  # fmt: skip
def test_what_is_not_judged_stays_as_it_was(outcome, wait, caplog):
    address = at("a", failed_days=2, fault=LinkFault.SERVER, last_failed_on=timezone.localdate())

    check_due_addresses(Answers(a=outcome))

    address.refresh_from_db()
    assert (address.failed_days, address.fault) == (2, LinkFault.SERVER)
    assert abs(address.next_check_at - timezone.now() - wait) < timedelta(minutes=1)


def test_if_nothing_at_all_answers_the_fault_is_ours(caplog):
    for number in range(MIN_FAILURES):
        ExternalAddressFactory(url=f"https://{number}.example.org/{number}/")
    answers = Answers(**{str(n): Outcome(LinkFault.NO_HOST) for n in range(MIN_FAILURES)})

    assert check_due_addresses(answers) == {}
    assert not ExternalAddress.objects.exclude(failed_days=0).exists()
    assert "None of 4 addresses" in caplog.text


def test_one_host_that_does_not_answer_is_its_own_fault():
    for number in range(MIN_FAILURES):
        at(f"{number}")
    answers = Answers(**{str(n): Outcome(LinkFault.NO_HOST) for n in range(MIN_FAILURES)})

    check_due_addresses(answers)

    assert ExternalAddress.objects.filter(failed_days=1).count() == MIN_FAILURES


def test_switched_off_it_asks_nobody(settings):
    settings.LINK_CHECK = False
    at("a")
    answers = Answers()

    assert check_due_addresses(answers) == {}
    assert answers.asked == []


def test_hosts_take_turns():
    urls = [
        "https://a.test/1",
        "https://a.test/2",
        "https://b.test/1",
        "https://A.test/3",
        "http://[",
    ]

    turns = [one.url for one in hosts_in_turn(ExternalAddress(url=url) for url in urls)]

    assert turns == [urls[0], urls[2], urls[4], urls[1], urls[3]]


def test_results_are_not_kept_in_one_transaction(web, checker):
    """Nobody waits for the lock of the database while a stranger's server thinks."""
    depths = []
    web.pages["/"] = Page()
    ExternalAddressFactory(url=web.url("/"))
    outer = len(connection.savepoint_ids)
    ask = checker.check
    checker.check = lambda url: depths.append(len(connection.savepoint_ids)) or ask(url)

    check_due_addresses(checker)

    assert depths == [outer]
    assert ExternalAddress.objects.get().checked_at


def link(url: str) -> str:
    return f'<p><a href="{url}">a</a></p>'


def test_addresses_are_noted_wherever_they_stand_each_once():
    urls = [f"https://example.org/{number}/" for number in range(11)]
    CityFactory(body={"en": link(urls[0]), "de": link(urls[1])})
    WebLinkFactory(url=urls[2])
    CouncilFactory(introduction=link(urls[3]), website=urls[4])
    EventFactory(body=link(urls[5]), booking_url=urls[6])
    LinkGroupFactory(how_to_join=link(urls[7]), website=urls[0])
    ArticleFactory(body=link(urls[8]))
    PageFactory(body=link(urls[9]) + link("/events/") + link("mailto:a@example.org") + link("#a"))
    PageFactory(body=link("http://127.0.0.1:8000/about/"), draft=True)
    PictureFactory(source_url=urls[10], licence_url=urls[0])

    note_addresses()

    assert set(urls) <= set(ExternalAddress.objects.values_list("url", flat=True))
    others = set(ExternalAddress.objects.values_list("url", flat=True)) - set(urls)
    assert not [url for url in others if "127.0.0.1" in url or "mailto" in url]


def test_what_is_noted_is_what_a_fresh_look_notes():
    page = PageFactory(body=link("https://example.org/old/"))
    note_addresses()
    kept = ExternalAddress.objects.get(url="https://example.org/old/")
    PageFactory(body=link("https://example.org/old/"))
    page.body = link("https://example.org/new/")
    page.save()
    note_addresses()
    once = set(ExternalAddress.objects.values_list("url", flat=True))
    assert ExternalAddress.objects.get(url="https://example.org/old/") == kept

    ExternalAddress.objects.all().delete()
    note_addresses()

    assert set(ExternalAddress.objects.values_list("url", flat=True)) == once
    type(page).objects.all().delete()
    note_addresses()
    assert not ExternalAddress.objects.filter(url__startswith="https://example.org/").exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_noting_takes_as_many_queries_however_many_rows(rows, django_assert_num_queries):
    for number in range(rows):
        EventFactory(body=link(f"https://example.org/{number}/"), booking_url="https://a.test/")
    note_addresses()

    # One for each model with links, and one for what is known
    with django_assert_num_queries(len(linking_models()) + 1):
        note_addresses()


def test_new_addresses_are_spread_over_a_week():
    PageFactory(body="".join(link(f"https://example.org/{n}/") for n in range(200)))

    note_addresses()

    days = [(one.next_check_at - timezone.now()).days for one in ExternalAddress.objects.all()]
    assert {days.count(day) > 10 for day in range(-1, DAYS - 1)} == {True}


def test_night_notes_looks_and_tells(web, settings, monkeypatch, checker, council):
    monkeypatch.setattr("content.link_check.looking.Checker", lambda: checker)
    web.pages["/"] = Page()
    PageFactory(body=link(web.url("/")) + link(web.url("/gone/")))

    call_command("nightly")
    ExternalAddress.objects.update(next_check_at=timezone.now())
    call_command("nightly")
    assert not ExternalAddress.objects.exclude(checked_at=None).exists()
    work_off()

    assert {one.url: one.fault for one in ExternalAddress.objects.filter(url__contains="127")} == {
        web.url("/"): "",
        web.url("/gone/"): LinkFault.NOT_FOUND,
    }


def test_pages_at_social_networks_are_looked_at_one_by_one():
    CouncilFactory(social_addresses="https://example.com/one\nhttps://example.com/two")
    note_addresses()

    asked = set(ExternalAddress.objects.values_list("url", flat=True))
    assert {"https://example.com/one", "https://example.com/two"} <= asked
