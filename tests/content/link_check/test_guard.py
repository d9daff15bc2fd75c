"""The server asks no machine but those of the public internet."""

import socket

import pytest

from content.link_check.checking import Checker, Outcome
from content.link_check.guard import NotPublic, is_public, public_addresses
from tests.content.link_check.web_server import Page


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111", "1.1.1.1"])
def test_public_machines_may_be_asked(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.1", "224.0.0.1", "255.255.255.255", "192.0.0.1", "198.18.0.1", "240.0.0.1",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:93.184.215.14", "::127.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::a00:1", "2002:7f00:1::", "2001:0:7f00:1::",
    ],
)  # fmt: skip
def test_no_other_machine_may_be_asked(address):
    assert not is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "::1"])
def test_names_of_this_machine_are_refused(host):
    with pytest.raises(NotPublic):
        public_addresses(host, 80)


def test_one_private_address_among_public_ones_is_enough(monkeypatch):
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 80)) for one in ("1.1.1.1", "10.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: found)

    with pytest.raises(NotPublic):
        public_addresses("example.org", 80)


def test_server_on_this_machine_gets_no_request(web):
    web.pages = {"/": Page(), "/robots.txt": Page()}

    assert Checker().check(web.url("/")) == Outcome(is_judged=False)
    assert web.asked == []


def test_redirect_to_this_machine_is_not_followed(web, clock):
    def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"] if host == "public.test" else public_addresses(host, port)

    web.pages["/inside/"] = Page()
    web.pages["/"] = Page(302, {"Location": web.url("/inside/", "localhost")})

    outcome = Checker(resolve, clock.sleep, clock).check(web.url("/", "public.test"))

    assert outcome == Outcome(is_judged=False)
    assert [one for one in web.asked if "inside" in one] == []


def test_name_is_looked_up_once_for_each_request(web, clock):
    """A name that is public when it is looked at leads to nothing else afterwards."""
    looked_up = []

    def resolve(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"]

    web.pages = {"/": Page(), "/robots.txt": Page(404)}
    Checker(resolve, clock.sleep, clock).check(web.url("/", "does-not-exist.test"))

    assert web.asked == ["GET /robots.txt", "HEAD /"]
    assert looked_up == ["does-not-exist.test"] * 2
