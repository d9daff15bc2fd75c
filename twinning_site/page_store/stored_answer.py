"""An answer as the page store keeps it: compressed once, and given out as HTTP asks for it."""

import gzip
import re
from dataclasses import dataclass
from hashlib import sha256

import brotli

# brotli's best quality takes seconds, which a reader would wait for.
BROTLI_QUALITY, GZIP_LEVEL = 5, 6
MIN_COMPRESSED_BYTES = 500
# RFC 9110, 12.5.3: what the reader accepts, with a quality of 1 unless it says another one
ACCEPTED = re.compile(r"([\w*-]+)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?))?", re.IGNORECASE)
CODINGS = ("br", "gzip", "identity")

Headers = list[tuple[str, str]]


@dataclass(frozen=True)
class StoredAnswer:
    """The headers without those that depend on the coding, and the body in each coding."""

    headers: Headers
    bodies: dict[str, bytes]
    digest: str

    @classmethod
    def of(cls, headers: Headers, body: bytes) -> "StoredAnswer":
        """Compress `body` and keep the headers that are true of every coding."""
        bodies = {"identity": body}
        if len(body) >= MIN_COMPRESSED_BYTES:
            bodies["gzip"] = gzip.compress(body, GZIP_LEVEL, mtime=0)
            bodies["br"] = brotli.compress(body, quality=BROTLI_QUALITY)
        own = {"connection", "content-encoding", "content-length", "etag", "vary"}
        own.add("x-accel-expires")  # told anew each time
        kept = [(name, value) for name, value in headers if name.lower() not in own]
        return cls(kept, bodies, sha256(body).hexdigest()[:32])

    @property
    def size(self) -> int:
        """Return roughly how many bytes of memory it takes."""
        return sum(map(len, self.bodies.values())) + 1000

    def give(self, environ: dict, headers: Headers) -> tuple[str, Headers, bytes]:
        """Return status, headers and body for one request (RFC 9110, 8.8.3 and 13.1.2)."""
        coding = choose_coding(environ.get("HTTP_ACCEPT_ENCODING", ""), self.bodies)
        etag = f'"{self.digest}"' if coding == "identity" else f'"{self.digest}-{coding}"'
        headers = [*self.headers, *headers, ("ETag", etag), ("Vary", "Accept-Encoding")]
        if matches(environ.get("HTTP_IF_NONE_MATCH", ""), etag):
            body_only = {"content-type", "content-language", "content-disposition"}
            kept = [pair for pair in headers if pair[0].lower() not in body_only]
            return "304 Not Modified", kept, b""
        body = self.bodies[coding]
        if coding != "identity":
            headers.append(("Content-Encoding", coding))
        headers.append(("Content-Length", str(len(body))))
        return "200 OK", headers, b"" if environ["REQUEST_METHOD"] == "HEAD" else body


def choose_coding(accepted: str, bodies: dict[str, bytes]) -> str:
    """Return the smallest coding that the reader accepts; `identity` if none is named."""
    qualities = {name.lower(): float(q or 1) for name, q in ACCEPTED.findall(accepted)}
    anything = qualities.get("*", 0.0)
    for coding in CODINGS[:-1]:
        if coding in bodies and qualities.get(coding, anything) > 0:
            return coding
    return "identity"


def matches(condition: str, etag: str) -> bool:
    """Return whether If-None-Match names `etag`, by weak comparison (RFC 9110, 13.1.2)."""
    named = [one.strip().removeprefix("W/") for one in condition.split(",")]
    return "*" in named or etag in named
