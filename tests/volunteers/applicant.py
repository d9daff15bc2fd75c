"""A patient applicant: presses again when the connection breaks, until there is a reference."""

import http.client
import re
import threading
from http.cookies import SimpleCookie
from urllib.parse import unquote, urlencode

from tests.volunteers.form_filler import _Inputs

PATH = "/volunteer/apply/"


class Applicant(threading.Thread):
    """Applies again and again, each time as another person, until `stop` is set.

    `confirmed`: {address: reference} of those who saw a confirmation.
    """

    def __init__(self, number: int, port: int, stop: threading.Event):
        super().__init__(daemon=True)
        self.number, self.port, self.stop = number, port, stop
        self.confirmed: dict[str, str] = {}
        self.broken = 0

    def run(self) -> None:
        count = 0
        while not self.stop.is_set():
            count += 1
            address = f"person-{self.number}-{count}@example.org"
            if reference := self.apply(address):
                self.confirmed[address] = reference

    def apply(self, address: str) -> str | None:
        body = headers = None
        while True:
            try:
                if body is None:
                    body, headers = self.fill_in(address)
                status, answer_headers, _text = self.request("POST", body, headers)
            except (OSError, http.client.HTTPException):
                self.broken += 1
                if self.stop.wait(0.05):
                    return None
                continue
            if status == 302:
                return re.search(r"/sent/([^:]+):", unquote(answer_headers["Location"]))[1]
            raise AssertionError(f"answered {status}")

    def fill_in(self, address: str) -> tuple[str, dict]:
        _status, headers, text = self.request("GET")
        inputs = _Inputs()
        inputs.feed(text)
        cookie = SimpleCookie(headers["Set-Cookie"])["csrftoken"].value
        fields = dict(inputs.hidden) | {
            "name": f"Zoë {address}",
            "email": address,
            "message": "Grüße",
            "consent": "on",
            "step": "send",
        }
        return urlencode(fields), {
            "Cookie": f"csrftoken={cookie}",
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def request(self, method: str, body: str | None = None, headers: dict | None = None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, PATH, body, headers or {})
            response = connection.getresponse()
            return response.status, response.headers, response.read().decode()
        finally:
            connection.close()
