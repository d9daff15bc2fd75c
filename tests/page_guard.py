"""What no page may have, wherever it comes from: the client of every test calls this.

The Content-Security-Policy forbids inline script and style, so a page that has them is
broken in the browser however well it looks in the source.
"""

import gzip
import re
from html.parser import HTMLParser

# Data blocks are not run, so the policy does not concern them (HTML standard, 4.12.1).
DATA_BLOCKS = {"application/json", "application/ld+json"}
LEFTOVER = re.compile(r"\{\{|\{%")


class _Findings(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        allowed = attributes.keys() & {"src", "nonce"} or attributes.get("type") in DATA_BLOCKS
        if tag == "script" and not allowed:
            self.found.append(f"inline script: {self.get_starttag_text()}")
        if tag == "style" and "nonce" not in attributes:
            self.found.append("inline style element")
        self.found += [
            f"{name} attribute: {self.get_starttag_text()}"
            for name in attributes
            if name == "style" or name.startswith("on")
        ]


def check_page(response, *, template_text_allowed: bool = False) -> None:
    """Raise AssertionError, naming everything that is wrong with an HTML response."""
    if response.streaming or not response.headers.get("Content-Type", "").startswith("text/html"):
        return
    is_packed = response.headers.get("Content-Encoding") == "gzip"
    content = gzip.decompress(response.content) if is_packed else response.content
    html = content.decode(response.charset)
    findings = _Findings()
    findings.feed(html)
    if not template_text_allowed and (leftover := LEFTOVER.search(html)):
        around = html[max(0, leftover.start() - 60) : leftover.end() + 60]
        findings.found.append(f"template syntax left over: …{around}…")
    path = response.request.get("PATH_INFO", "?") if hasattr(response, "request") else "?"
    assert not findings.found, f"{path}: " + "; ".join(findings.found)
