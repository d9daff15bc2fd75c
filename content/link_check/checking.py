"""Look whether there is anything at an address, as a guest who is welcome again."""

import http.client
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from django.utils import timezone

from content.link_check.fetching import NAME, Answer, BadAddress, Resolve, fetch, host_of
from content.link_check.guard import NotPublic, public_addresses
from content.models.records.external_address import LinkFault

# Seconds between two requests to one host, and the longest that a robots.txt may ask for
PAUSE, MAX_PAUSE = 5, 30
MAX_REDIRECTS = 5
MAX_ROBOTS = 200_000
LATER, MIN_LATER, MAX_LATER = timedelta(days=1), timedelta(hours=1), timedelta(days=7)
REDIRECTS = {301, 302, 303, 307, 308}
# Servers that answer HEAD with these may still have the page.
IS_UNSURE = range(400, 600)
GONE = {404, 410}


@dataclass(frozen=True)
class Outcome:
    """What was found: a fault, or how long to wait, or neither, where something is there.

    `is_judged` is false where we were not welcome, or would not ask.
    """

    fault: LinkFault | None = None
    wait: timedelta | None = None
    is_judged: bool = True


THERE, NOT_ASKED = Outcome(), Outcome(is_judged=False)


@dataclass
class Checker:
    """Looks at one address after the other; of each host it reads the robots.txt once."""

    resolve: Resolve = public_addresses
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _asked_at: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)

    def check(self, url: str) -> Outcome:
        """Return what is at `url`, or at the end of its redirects."""
        try:
            return self._follow(url)
        except NotPublic:
            return NOT_ASKED
        except BadAddress:
            return Outcome(LinkFault.NO_WEBSITE)
        except socket.gaierror:
            return Outcome(LinkFault.NO_HOST)
        except ssl.SSLCertVerificationError:
            return Outcome(LinkFault.CERTIFICATE)
        except TimeoutError:
            return Outcome(LinkFault.TOO_SLOW)
        except http.client.HTTPException:
            return Outcome(LinkFault.NO_WEBSITE)
        except OSError:
            return Outcome(LinkFault.NO_CONNECTION)

    def _follow(self, url: str) -> Outcome:
        for _number in range(MAX_REDIRECTS + 1):
            host_of(url)  # Raises for what is no address of a website
            if not self._is_welcome(url):
                return NOT_ASKED
            answer = self._ask("HEAD", url)
            if answer.status in IS_UNSURE and answer.status != http.client.TOO_MANY_REQUESTS:
                answer = self._ask("GET", url)
            target = answer.headers.get("Location", "")
            if answer.status not in REDIRECTS or not target:
                return _outcome(answer)
            url = _target(url, target)
        return Outcome(LinkFault.REDIRECTS)

    def _ask(self, method: str, url: str, max_bytes: int = 0) -> Answer:
        host = host_of(url)
        pause = self._pause(url)
        if host in self._asked_at:
            self.sleep(max(0, self._asked_at[host] + pause - self.clock()))
        try:
            return fetch(method, url, self.resolve, max_bytes)
        finally:
            self._asked_at[host] = self.clock()

    def _pause(self, url: str) -> float:
        robots = self._robots.get(_origin(url))
        delay = robots.crawl_delay(NAME) if robots else None
        return min(max(PAUSE, float(delay or 0)), MAX_PAUSE)

    def _is_welcome(self, url: str) -> bool:
        """Return what the robots.txt of the host says (RFC 9309)."""
        origin = _origin(url)
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(f"{origin}/robots.txt")
        return self._robots[origin].can_fetch(NAME, url)

    def _read_robots(self, url: str) -> RobotFileParser:
        robots = RobotFileParser()
        for _number in range(MAX_REDIRECTS + 1):
            answer = self._ask("GET", url, MAX_ROBOTS)
            target = answer.headers.get("Location", "")
            if answer.status not in REDIRECTS or not target:
                break
            url = _target(url, target)
        if answer.status >= http.client.INTERNAL_SERVER_ERROR or answer.status == 429:
            rules = ["User-agent: *", "Disallow: /"]
        elif answer.status == http.client.OK:
            rules = answer.body.decode("utf-8", "replace").splitlines()
        else:
            rules = []
        robots.parse(rules)
        return robots


def _target(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise BadAddress(location) from error


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _outcome(answer: Answer) -> Outcome:
    if answer.status == http.client.TOO_MANY_REQUESTS:
        return Outcome(wait=_wait(answer))
    if answer.status == http.client.SERVICE_UNAVAILABLE and "Retry-After" in answer.headers:
        return Outcome(wait=_wait(answer))
    if answer.status in GONE:
        return Outcome(LinkFault.NOT_FOUND)
    if answer.status >= http.client.INTERNAL_SERVER_ERROR and answer.status < 600:
        return Outcome(LinkFault.SERVER)
    # Not for programs (401, 403 and the like), but there
    return THERE


def _wait(answer: Answer) -> timedelta:
    """Return how long the server asks to wait (RFC 9110, 10.2.3), within reason."""
    value = str(answer.headers.get("Retry-After", ""))[:60].strip()
    wait = LATER
    if value.isdecimal():
        wait = timedelta(seconds=int(value[:9]))
    else:
        with suppress(TypeError, ValueError, OverflowError):
            wait = parsedate_to_datetime(value) - timezone.now()
    return min(max(wait, MIN_LATER), MAX_LATER)
