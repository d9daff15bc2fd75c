"""What pages cost beside a bare Django view of 20 kB, and whether that grows with the content.

All figures are of one run, so that their ratios hold on any machine.
"""

import sqlite3
import sys
import time
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.benchmarks.bench_sites import Server, environment_of, manage, served
from tests.collected_static import copy_static_files
from tests.serving.nginx import HOST, nginx_path, proxy_before

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
FEW, MANY = 6, 600
PAGES = {
    "home": "/",
    "cities": "/cities/",
    "city": "/cities/city-3/",
    "events": "/events/",
    "event": "/events/event-3-2/",
    "newsletters": "/newsletters/",
    "search": "/search/?q=tasting",
}
EDITS = 10


@pytest.fixture(scope="module")
def folders(tmp_path_factory) -> dict[int, Path]:
    """A filled site of each size, in a folder of its own."""
    made = {}
    for cities in (FEW, MANY):
        folder = made[cities] = tmp_path_factory.mktemp(f"cities-{cities}")
        copy_static_files(folder)
        environment, began = environment_of(folder), time.monotonic()
        manage(environment, "migrate", "--verbosity", "0")
        order = f"from tests.benchmarks.bench_content import fill; fill({cities})"
        manage(environment, "shell", "--no-imports", "-c", order)
        say(f"{cities} cities filled in {time.monotonic() - began:.0f} s")
    return made


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - for the reader


def test_pages_beside_a_bare_view(folders):
    with ExitStack() as stack:
        bare = stack.enter_context(
            served(environment_of(folders[FEW]), "tests.benchmarks.bare_view")
        )
        servers = {
            (cities, store): stack.enter_context(
                served(environment_of(folders[cities], PAGE_STORE=store))
            )
            for cities in (FEW, MANY)
            for store in ("on", "off")
        }
        floor = bare.milliseconds("/")
        say(
            f"\nThe bare view of 20 kB costs {floor:.2f} ms of processor time, one process holds "
            f"{bare.megabytes():.0f} MB.\nRequests a second as a share of the bare view's, and of "
            f"{FEW} cities' at {MANY}:\n"
        )
        say(f"{'page':12} {'warm':>7} {'cold':>7} {'cold, ms':>9} {'at 600':>9} {'growth':>7}")
        for name, path in PAGES.items():
            cost = {key: server.milliseconds(path) for key, server in servers.items()}
            few, many = cost[FEW, "off"], cost[MANY, "off"]
            say(
                f"{name:12} {floor / cost[MANY, 'on']:7.2f} {floor / few:7.3f} {few:9.1f} "
                f"{many:9.1f} {few / many:7.2f}"
            )
        say(
            "\nMemory of one process, page store included: "
            + ", ".join(
                f"{cities} cities {servers[cities, 'on'].megabytes():.0f} MB"
                for cities in (FEW, MANY)
            )
        )


def test_an_edit_is_seen_by_the_other_process(folders):
    """Two processes that know nothing of each other, as on two machines, and an edit by a third."""
    environment = environment_of(folders[FEW])
    database_file = folders[FEW] / "site.sqlite3"
    with ExitStack() as stack:
        servers = [stack.enter_context(served(environment, host=HOST)) for _ in range(2)]
        readers = [stack.enter_context(closing(one.reader("identity"))) for one in servers]
        seconds = []
        for number in range(EDITS):
            text = f"Edit {number}"
            for reader in readers:
                reader.read("/cities/")
            with closing(sqlite3.connect(database_file, timeout=20)) as database, database:
                database.execute("UPDATE cities_city SET summary = ?", [f'{{"en": "{text}"}}'])
            edited = time.monotonic()
            while not all(text.encode() in reader.read("/cities/") for reader in readers):
                assert time.monotonic() - edited < 10
            seconds.append(time.monotonic() - edited)
    say(
        f"\nAn edit is seen by two processes after {sorted(seconds)[EDITS // 2]:.2f} s "
        f"(median of {EDITS}), {max(seconds):.2f} s at most."
    )


def test_a_page_behind_nginx_beside_a_file_of_its_own(folders, tmp_path):
    """With the configuration that is shipped; processor time of nginx and of the site together."""
    nginx_path()
    environment = environment_of(folders[FEW]) | {
        "SITE_URL": f"https://{HOST}",
        "SECRET_KEY": "only-for-this-run-and-long-enough-for-the-checks-of-django",
    }
    (folders[FEW] / "static" / "bench.html").write_text(
        ("<p>Twenty kilobytes.</p>\n" * 900)[:20_000]
    )
    with (
        served(environment, host=HOST) as site,
        proxy_before(str(site.port), tmp_path, folders[FEW]) as nginx,
    ):
        proxy = Server(nginx.process, nginx.https_port, HOST, nginx.trust, site)
        file = proxy.milliseconds("/static/bench.html")
        shares = {name: file / proxy.milliseconds(path) for name, path in PAGES.items()}
    say(
        f"\nBehind nginx, as a share of its own file of 20 kB ({file:.3f} ms): "
        + ", ".join(f"{name} {share:.2f}" for name, share in shares.items())
    )
