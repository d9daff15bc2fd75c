"""An officer who uploads photographs."""

import io
import os
import re
import threading
from http.client import HTTPConnection

from PIL import Image

from tests.failures.site import Site

ADD = "/admin/content/picture/add/"
BOUNDARY = "a-boundary-that-no-photograph-has"


def photograph(megapixels: int) -> bytes:
    """Return 3 or 12 megapixels with as much detail as a camera sees."""
    width, height = {3: (2000, 1500), 12: (4000, 3000)}[megapixels]
    small = width // 4, height // 4
    noise = Image.frombytes("RGB", small, os.urandom(small[0] * small[1] * 3))
    buffer = io.BytesIO()
    noise.resize((width, height), Image.Resampling.BICUBIC).save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


class Officer(threading.Thread):
    """Opens the form, waits for the others, uploads. `status`: of the answer."""

    def __init__(self, site: Site, file: bytes, go: threading.Barrier):
        super().__init__(daemon=True)
        self.site, self.file, self.go = site, file, go
        [(key,)] = site.rows("SELECT session_key FROM django_session")
        self.session = f"sessionid={key}"
        self.status = 0

    def run(self) -> None:
        _status, cookies, page = self._ask("GET", b"", {"Cookie": self.session})
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
        headers = {
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
            "Cookie": f"{self.session}; {cookies.partition(';')[0]}",
        }
        body = self._form(token)
        self.go.wait(30)
        self.status, _cookies, _page = self._ask("POST", body, headers)

    def _form(self, token: str) -> bytes:
        fields = {"alt_0": "A bridge", "creator": "A", "licence": "CC", "focus_x": "50"}
        fields |= {"focus_y": "50", "csrfmiddlewaretoken": token, "_save": "on"}
        parts = [f'name="{name}"\r\n\r\n{value}'.encode() for name, value in fields.items()]
        parts.append(b'name="file"; filename="a.jpg"\r\n\r\n' + self.file)
        start = f"--{BOUNDARY}\r\nContent-Disposition: form-data; ".encode()
        return b"".join(start + part + b"\r\n" for part in parts) + f"--{BOUNDARY}--".encode()

    def _ask(self, method: str, body: bytes, headers: dict[str, str]) -> tuple[int, str, str]:
        visit = HTTPConnection("127.0.0.1", self.site.port, timeout=90)
        try:
            visit.request(method, ADD, body, headers)
            response = visit.getresponse()
            return response.status, response.headers["Set-Cookie"] or "", response.read().decode()
        finally:
            visit.close()
