"""A patient applicant: presses again when the connection breaks, until there is a reference."""

import http.client
import re
import threading
import time
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import unquote, urlencode

from tests.volunteers.form_filler import _Inputs

PATH = "/volunteer/apply/"
NO_ANSWER = 0


class Answer(NamedTuple):
    """What a request came to: when and after how many seconds; `status` may be NO_ANSWER."""

    at: float
    seconds: float
    status: int


class Applicant(threading.Thread):
    """Applies again and again, each time as another person, until `stop` is set.

    `confirmed`: {address: reference} of those who saw a confirmation. `answers`: to what was
    asked. `lost_words`: how many pages that asked to send again had not all that was typed.
    `patience`: seconds until a request counts as unanswered.
    """

    def __init__(self, number: int, port: int, stop: threading.Event, patience: float = 10):
        super().__init__(daemon=True)
        self.number, self.port, self.stop, self.patience = number, port, stop, patience
        self.confirmed: dict[str, str] = {}
        self.answers: list[Answer] = []
        self.lost_words = 0

    @property
    def broken(self) -> int:
        """Return how many requests nobody answered."""
        return sum(answer.status == NO_ANSWER for answer in self.answers)

    def run(self) -> None:
        count = 0
        while not self.stop.is_set():
            count += 1
            address = f"person-{self.number}-{count}@example.org"
            if reference := self.apply(address):
                self.confirmed[address] = reference

    def apply(self, address: str) -> str | None:
        """Return the reference that somebody of this address got; None if it is time to stop."""
        body = headers = None
        while True:
            try:
                if body is None:
                    body, headers = self.fill_in(address)
                    continue
                status, answer_headers, page = self.request("POST", body, headers)
            except (OSError, http.client.HTTPException):
                if self.stop.wait(0.05):
                    return None
                continue
            if status == 302:
                return re.search(r"/sent/([^:]+):", unquote(answer_headers["Location"]))[1]
            if status != 503:
                raise AssertionError(f"answered {status}")
            body = self.from_page(page, address)
            if self.stop.wait(0.05):
                return None

    def fill_in(self, address: str) -> tuple[str, dict] | tuple[None, None]:
        """Return the form that is to be sent, and its headers; nothing if there is none now."""
        status, headers, page = self.request("GET")
        if status == 503:
            self.stop.wait(0.05)
            return None, None
        cookie = SimpleCookie(headers["Set-Cookie"])["csrftoken"].value
        fields = dict(_inputs(page)) | {
            "name": f"Zoë {address}",
            "email": address,
            "message": words_of(address),
            "consent": "on",
            "step": "send",
        }
        return urlencode(fields), {
            "Cookie": f"csrftoken={cookie}",
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def from_page(self, page: str, address: str) -> str:
        """Return what the button of a page sends that asks to send again."""
        fields = _inputs(page)
        if {"email": address, "message": words_of(address)}.items() - dict(fields).items():
            self.lost_words += 1
        return urlencode(fields)

    def request(self, method: str, body: str | None = None, headers: dict | None = None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        start, status = time.monotonic(), NO_ANSWER
        try:
            connection.request(method, PATH, body, headers or {})
            response = connection.getresponse()
            page = response.read().decode()
            status = response.status
            return status, response.headers, page
        finally:
            now = time.monotonic()
            self.answers.append(Answer(now, now - start, status))
            connection.close()


def words_of(address: str) -> str:
    """Return what somebody of this address writes."""
    return f"Grüße “from”\n{address}"


def _inputs(page: str) -> list[tuple[str, str]]:
    inputs = _Inputs()
    inputs.feed(page)
    return inputs.hidden
