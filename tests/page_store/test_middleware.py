"""What the page store keeps, for how long, and for whom."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection

from cities.models import City
from tests.factories.city import CityFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.event import EventFactory
from tests.factories.page import NoticeFactory
from tests.page_store.wsgi_client import ask
from twinning_site.page_store import generation

pytestmark = pytest.mark.django_db(transaction=True)
MOMENT = datetime(2026, 11, 26, 10, 1, tzinfo=UTC)


def test_second_reader_gets_what_the_first_one_got(site):
    CityFactory(name="Bonn")

    first, second = ask(site, "/cities/"), ask(site, "/cities/")

    assert (first.status, first.state, second.state) == (200, "miss", "hit")
    assert first.body == second.body
    assert "Bonn" in first.body.decode()


@pytest.mark.parametrize(
    "write",
    [
        lambda city: city.save(),
        lambda city: City.objects.update(summary="New"),
        lambda city: City.objects.bulk_update([city], ["summary"]),
        lambda city: City.objects.bulk_create([CityFactory.build()]),
        lambda city: city.delete(),
        lambda city: connection.cursor().execute("UPDATE cities_city SET slug = 'new'"),
    ],
    ids=["save", "update", "bulk_update", "bulk_create", "delete", "SQL"],
)
def test_every_way_of_writing_is_seen_at_once(site, write):
    city = CityFactory()
    ask(site, "/cities/")

    write(city)

    assert ask(site, "/cities/").state == "miss"


def test_change_while_a_page_is_made_is_not_missed(site, monkeypatch):
    city = CityFactory(name="Old")
    django = site.application

    def slow(environ, start_response):
        parts = django(environ, start_response)
        City.objects.filter(pk=city.pk).update(name="New")
        return parts

    monkeypatch.setattr(site, "application", slow)
    assert "Old" in ask(site, "/cities/").body.decode()

    monkeypatch.setattr(site, "application", django)
    assert "New" in ask(site, "/cities/").body.decode()


@pytest.mark.parametrize("address", ["/contact/", "/feedback/", "/volunteer/apply/"])
def test_form_is_made_anew_for_each_reader(site, address):
    ConsentWordingFactory()

    first, second = ask(site, address), ask(site, address)

    assert first.status == 200
    assert (first.state, second.state) == ("", "")
    assert first.headers["set-cookie"] != second.headers["set-cookie"]


def test_proxy_is_told_the_end_of_this_second_and_others_nothing(site, settings):
    """What nginx understands: `@` and the second until which it may keep the answer."""
    with time_machine.travel(MOMENT + timedelta(seconds=0.9), tick=False):
        assert "x-accel-expires" not in ask(site, "/cities/").headers

        settings.BEHIND_PROXY = True
        site.pages.answers.clear()
        reply = ask(site, "/cities/", HTTP_X_FORWARDED_PROTO="http")

        names = [name for name, _value in site.pages.answers["/cities/", ""].headers]

    assert reply.headers["x-accel-expires"] == f"@{int(MOMENT.timestamp())}"
    assert "X-Accel-Expires" not in names


def test_what_is_not_found_is_not_kept(site):
    assert [ask(site, "/cities/nowhere/").status for _ in range(2)] == [404, 404]
    assert len(site.pages.answers) == 0


def test_size_is_bounded_and_queries_never_push_out_pages(site):
    page = ask(site, "/cities/")
    for number in range(60):
        ask(site, f"/search/?q=word{number}")

    assert site.queries.bytes <= site.queries.max_bytes
    assert ask(site, "/cities/").body == page.body
    assert ask(site, "/cities/").state == "hit"


def test_being_full_of_pages_is_told_once(site, caplog):
    ask(site, "/cities/")
    site.pages.max_bytes = site.pages.bytes + 1000
    for path in ("/groups/", "/events/", "/newsletters/"):
        ask(site, path)

    told = [record for record in caplog.records if "The page store is full" in record.message]
    assert len(told) == 1


@pytest.mark.parametrize(
    ("make", "address", "words"),
    [
        (lambda at: CityFactory(name="Bonn", published_at=at), "/cities/", "Bonn"),
        (lambda at: NoticeFactory(text="Closed", starts_at=at), "/cities/", "Closed"),
    ],
    ids=["publication", "notice"],
)
def test_what_begins_by_the_clock_is_seen_in_the_same_second(site, make, address, words):
    with time_machine.travel(MOMENT, tick=False) as clock:
        make(MOMENT + timedelta(seconds=30))
        assert words not in ask(site, address).body.decode()
        clock.shift(29.9)
        assert ask(site, address).state == "hit"
        clock.shift(0.1)

        assert words in ask(site, address).body.decode()


def test_event_moves_from_next_to_now_at_its_start(site):
    with time_machine.travel(MOMENT, tick=False) as clock:
        EventFactory(
            recurrence="FREQ=DAILY",
            starts_at=MOMENT - timedelta(days=3) + timedelta(seconds=30),
            ends_at=MOMENT - timedelta(days=3) + timedelta(seconds=90),
        )
        before = ask(site, "/events/").body
        clock.shift(30)
        during = ask(site, "/events/").body
        clock.shift(60)

        assert before != during
        assert ask(site, "/events/").state == "miss"


def test_day_begins_without_any_row_that_says_so(site):
    with time_machine.travel(MOMENT, tick=False) as clock:
        ask(site, "/events/")
        clock.move_to(datetime(2026, 11, 27, 0, 0, tzinfo=UTC))

        assert ask(site, "/events/").state == "miss"


def test_one_of_many_readers_makes_the_page(site, monkeypatch):
    calls, django = [], site.application
    go = threading.Event()

    def counted(environ, start_response):
        calls.append(environ["PATH_INFO"])
        go.wait(5)
        return django(environ, start_response)

    monkeypatch.setattr(site, "application", counted)

    def read():
        try:
            ask(site, "/cities/")
        finally:
            connection.close()

    readers = [threading.Thread(target=read) for _ in range(5)]
    for reader in readers:
        reader.start()
    go.set()
    for reader in readers:
        reader.join()

    assert calls == ["/cities/"]


def test_kept_pages_are_given_out_while_the_database_is_away(site, monkeypatch):
    ask(site, "/cities/")

    def away(connection):
        raise generation.DatabaseError("gone")

    monkeypatch.setattr(generation, "read_version", away)

    assert ask(site, "/cities/").state == "hit"


def test_head_has_the_headers_and_no_body(site):
    page = ask(site, "/cities/")

    head = ask(site, "/cities/", method="HEAD")

    assert head.body == b""
    assert head.headers["content-length"] == str(len(page.body))


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", None),
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("identity", None),
        ("nonsense;q=9", None),
    ],
)
def test_answer_comes_in_the_coding_that_is_asked_for(site, accepted, coding):
    ask(site, "/cities/")

    reply = ask(site, "/cities/", HTTP_ACCEPT_ENCODING=accepted)

    assert reply.headers.get("content-encoding") == coding
    assert reply.headers["vary"] == "Accept-Encoding"


def test_reader_who_has_the_page_gets_304(site):
    etag = ask(site, "/cities/").headers["etag"]

    for condition in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        reply = ask(site, "/cities/", HTTP_IF_NONE_MATCH=condition)
        assert (reply.status, reply.body) == (304, b"")
        assert reply.headers["etag"] == etag
    assert ask(site, "/cities/", HTTP_IF_NONE_MATCH='"other"').status == 200
