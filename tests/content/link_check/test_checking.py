"""A guest who is welcome again: what counts as broken, and how servers are asked."""

import socket
import time
from contextlib import suppress
from datetime import timedelta
from http.server import BaseHTTPRequestHandler

import pytest
from django.utils import timezone
from django.utils.http import http_date

from content.link_check import fetching
from content.link_check.checking import MAX_LATER, MIN_LATER, Checker, Outcome
from content.models import LinkFault
from tests.content.link_check.web_server import Page

THERE = Outcome()


@pytest.mark.parametrize("status", [200, 204, 206, 304, 401, 403, 405, 406, 418, 451])
def test_what_answers_is_there_though_programs_may_not_see_it(web, checker, status):
    web.pages["/"] = Page(status)

    assert checker.check(web.url("/")) == THERE


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (404, LinkFault.NOT_FOUND),
        (410, LinkFault.NOT_FOUND),
        (500, LinkFault.SERVER),
        (503, LinkFault.SERVER),
    ],
)
def test_page_that_is_gone_and_server_that_fails_are_faults(web, checker, status, fault):
    web.pages["/"] = Page(status)

    assert checker.check(web.url("/")) == Outcome(fault)


@pytest.mark.parametrize("status", [403, 404, 405, 500, 501])
def test_server_that_knows_no_head_is_asked_by_get(web, checker, status):
    web.pages["/"] = Page(head_status=status)

    assert checker.check(web.url("/")) == THERE
    assert web.asked == ["GET /robots.txt", "HEAD /", "GET /"]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("7200", timedelta(hours=2)),
        ("1", MIN_LATER),
        ("99999999999999", MAX_LATER),
        ("-1", timedelta(days=1)),
        ("soon", timedelta(days=1)),
        ("", timedelta(days=1)),
    ],
)
def test_who_asks_to_wait_is_asked_later(web, checker, status, value, wait):
    web.pages["/"] = Page(status, {"Retry-After": value})

    assert checker.check(web.url("/")) == Outcome(wait=wait)


def test_day_until_which_to_wait_is_understood(web, checker):
    in_two_days = http_date((timezone.now() + timedelta(days=2)).timestamp())
    web.pages["/"] = Page(429, {"Retry-After": in_two_days})

    wait = checker.check(web.url("/")).wait

    assert timedelta(days=1, hours=23) < wait < timedelta(days=2, hours=1)


def test_too_many_requests_are_not_answered_by_another_one(web, checker):
    web.pages["/"] = Page(429)

    checker.check(web.url("/"))

    assert web.asked == ["GET /robots.txt", "HEAD /"]


def test_redirects_are_followed_to_their_end(web, checker):
    web.pages |= {
        "/a/": Page(301, {"Location": "/b/"}),
        "/b/": Page(302, {"Location": web.url("/c/", "other.test")}),
        "/c/": Page(404),
    }

    assert checker.check(web.url("/a/")) == Outcome(LinkFault.NOT_FOUND)


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("/a/", LinkFault.REDIRECTS),
        ("ftp://example.org/", LinkFault.NO_WEBSITE),
        ("file:///etc/passwd", LinkFault.NO_WEBSITE),
        ("http://user:word@127.0.0.1/", LinkFault.NO_WEBSITE),
        ("http://[", LinkFault.NO_WEBSITE),
        (f"http://{'a' * 300}.test/", LinkFault.NO_WEBSITE),
    ],
)
def test_redirects_that_lead_nowhere_are_faults(web, checker, target, fault):
    web.pages["/a/"] = Page(302, {"Location": target})

    assert checker.check(web.url("/a/")) == Outcome(fault)


def test_page_that_robots_may_not_ask_for_is_left_alone(web, checker):
    web.pages |= {
        "/robots.txt": Page(body=b"User-agent: *\nDisallow: /private/\n"),
        "/private/": Page(404),
        "/": Page(),
    }

    assert checker.check(web.url("/private/")) == Outcome(is_judged=False)
    assert checker.check(web.url("/")) == THERE
    assert web.asked == ["GET /robots.txt", "HEAD /"]


def test_rules_for_this_robot_alone_are_kept(web, checker):
    rules = b"User-agent: TwinningSiteLinkCheck\nDisallow: /\n\nUser-agent: *\nAllow: /\n"
    web.pages |= {"/robots.txt": Page(body=rules), "/": Page()}

    assert checker.check(web.url("/")) == Outcome(is_judged=False)


def test_target_of_a_redirect_has_its_own_rules(web, checker):
    web.pages |= {
        "/robots.txt": Page(body=b"User-agent: *\nDisallow: /private/\n"),
        "/": Page(302, {"Location": "/private/"}),
        "/private/": Page(404),
    }

    assert checker.check(web.url("/")) == Outcome(is_judged=False)


@pytest.mark.parametrize("status", [500, 503, 429])
def test_server_that_cannot_tell_its_rules_is_left_alone(web, checker, status):
    web.pages |= {"/robots.txt": Page(status), "/": Page()}

    assert checker.check(web.url("/")) == Outcome(is_judged=False)


@pytest.mark.parametrize("rules", [b"\xff\xfe\0" * 1000, b"Disallow: /", b"<html>" * 10_000, b""])
def test_rules_that_are_none_forbid_nothing(web, checker, rules):
    web.pages |= {"/robots.txt": Page(body=rules), "/": Page()}

    assert checker.check(web.url("/")) == THERE


def test_between_two_requests_to_one_host_there_are_five_seconds(web, checker, clock):
    web.pages["/"] = Page(head_status=405)

    checker.check(web.url("/"))
    checker.check(web.url("/other/", "other.test"))

    # Before HEAD and GET of the one, before HEAD and GET of the other; never before the first
    assert clock.slept == [5.0] * 4


@pytest.mark.parametrize(
    ("delay", "pause"), [(b"1", 5.0), (b"12", 12.0), (b"9999", 30.0), (b"x", 5.0)]
)
def test_longer_pauses_are_kept_within_reason(web, checker, clock, delay, pause):
    web.pages |= {"/robots.txt": Page(body=b"User-agent: *\nCrawl-delay: " + delay), "/": Page()}

    checker.check(web.url("/"))

    assert clock.slept == [pause]


def test_requests_say_who_asks_and_bring_no_cookies(web, checker, settings):
    settings.SITE_URL, settings.DEFAULT_FROM_EMAIL = "https://twins.example", "office@twins.example"
    web.pages["/"] = Page(302, {"Location": "/b/", "Set-Cookie": "a=b"})
    web.pages["/b/"] = Page()

    checker.check(web.url("/"))

    assert web.agents == {
        "TwinningSiteLinkCheck/1.0 (+https://twins.example/contact/; office@twins.example)"
    }
    assert web.cookies == {""}


def test_host_without_address_and_port_without_server_are_faults(clock):
    def nobody(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    gone = Checker(nobody, clock.sleep, clock).check("https://gone.test/")
    silent = Checker(lambda *_: ["127.0.0.1"], clock.sleep, clock).check(f"http://a.test:{port}/")
    assert gone == Outcome(LinkFault.NO_HOST)
    assert silent == Outcome(LinkFault.NO_CONNECTION)


def test_certificate_that_is_none_is_a_fault(web, checker):
    """A server that speaks plain HTTP where a certificate is asked for."""
    outcome = checker.check(web.url("/").replace("http:", "https:"))

    assert outcome.fault in {LinkFault.NO_CONNECTION, LinkFault.CERTIFICATE}


def say(words: bytes):
    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(words)
        handler.close_connection = True

    return act


@pytest.mark.parametrize(
    "words",
    [b"nonsense\r\n\r\n", b"", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 200,
     b"HTTP/1.1 200 OK\r\na: " + b"x" * 70_000],
)  # fmt: skip
def test_answer_that_is_none_is_a_fault(web, checker, words):
    web.pages["/"] = Page(act=say(words))

    assert checker.check(web.url("/")).fault in {LinkFault.NO_WEBSITE, LinkFault.NO_CONNECTION}


def drip(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte every tenth of a second, for ever."""
    with suppress(OSError):
        while True:
            handler.wfile.write(b"a")
            handler.wfile.flush()
            time.sleep(0.1)


def endless_page(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(405 if handler.command == "HEAD" else 200)
    handler.end_headers()
    with suppress(OSError):
        while handler.command == "GET":
            handler.wfile.write(b"x" * 65_536)


def test_server_that_answers_for_ever_is_left(web, checker, monkeypatch):
    monkeypatch.setattr(fetching, "MAX_SECONDS", 0.6)
    web.pages["/"] = Page(act=drip)

    assert checker.check(web.url("/")).fault


def test_server_that_says_nothing_is_too_slow(web, checker, monkeypatch):
    monkeypatch.setattr(fetching, "TIMEOUT", 0.3)
    web.pages["/"] = Page(act=lambda handler: time.sleep(1))

    assert checker.check(web.url("/")) == Outcome(LinkFault.TOO_SLOW)


def test_long_body_is_not_read(web, checker):
    web.pages["/"] = Page(act=endless_page)

    assert checker.check(web.url("/")) == THERE


@pytest.mark.parametrize("path", ["/münchen/", "/a b/", "/?q=ü&x=[1]", "/%zz/", "/a\tb/", "/#part"])
def test_addresses_as_people_write_them_are_asked_for(web, checker, path):
    assert checker.check(web.url(path)).fault in {LinkFault.NOT_FOUND, LinkFault.NO_WEBSITE}
