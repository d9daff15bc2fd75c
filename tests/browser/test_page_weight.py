"""What the home page weighs on the wire at a first visit, in the encoding that everybody knows."""

import re
import urllib.request

import pytest

KB = 1000


def weight(url: str) -> int:
    """Bytes of one body."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310
        return len(response.read())


def test_home_and_its_style_sheets_weigh_less_than_30_kb(demo_server):
    html = demo_server.fetch("/")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)
    scripts = re.findall(r'<script[^>]* src="([^"]+)"', html)

    assert sheets
    assert weight(demo_server.url) + sum(weight(demo_server.url + one) for one in sheets) <= 30 * KB
    assert sum(weight(demo_server.url + one) for one in scripts) <= 8 * KB


@pytest.mark.parametrize("width", [360, 1280])
def test_first_view_of_home_weighs_less_than_150_kb(demo_server, new_page, width):
    """All that a browser asks for before anybody scrolls: pictures, fonts and headers, too."""
    page = new_page(width=width, height=800)
    network, sizes = page.context.new_cdp_session(page), []
    network.on("Network.loadingFinished", lambda done: sizes.append(done["encodedDataLength"]))
    network.send("Network.enable")

    page.goto("/", wait_until="networkidle")

    assert len(sizes) > 10
    assert sum(sizes) <= 150 * KB
