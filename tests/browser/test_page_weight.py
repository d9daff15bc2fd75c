"""What pages weigh on the wire at a first visit."""

import re
import urllib.request

import pytest

KB = 1000


def weight(url: str) -> int:
    """Bytes of one body, in the encoding that everybody knows."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310
        return len(response.read())


def test_home_and_its_style_sheet_weigh_less_than_30_kb(demo_server):
    html = demo_server.fetch("/")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)
    scripts = re.findall(r'<script[^>]* src="([^"]+)"', html)

    assert len(sheets) == 1
    assert weight(demo_server.url) + sum(weight(demo_server.url + one) for one in sheets) <= 30 * KB
    assert sum(weight(demo_server.url + one) for one in scripts) <= 8 * KB


@pytest.mark.parametrize("path", ["/", "/cities/leiden/", "/cities/bonn/", "/events/"])
@pytest.mark.parametrize(("width", "density"), [(360, 2), (1280, 1)])
def test_first_view_asks_for_ten_files_at_most_and_100_kb(
    demo_server, new_page, path, width, density
):
    """All that a browser asks for before anybody scrolls: pictures, fonts and headers, too."""
    page = new_page(width=width, height=800, device_scale_factor=density)
    network, sizes = page.context.new_cdp_session(page), []
    network.on("Network.loadingFinished", lambda done: sizes.append(done["encodedDataLength"]))
    network.send("Network.enable")

    page.goto(path, wait_until="networkidle")

    assert 5 < len(sizes) <= 10
    assert sum(sizes) <= 100 * KB
