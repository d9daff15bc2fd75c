"""How long readers and applicants wait while a large bundle is loaded, beside a quiet site.

60 cities, 1,000 events and 300 pictures, on SQLite and on PostgreSQL. The quiet time comes before
and after the load, in the same run.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

import pytest
from django.conf import settings

from tests.benchmarks.bench_sites import environment_of, manage
from tests.failures.conftest import post_box, start_site
from tests.failures.crowd import GOOD, Crowd
from tests.failures.postgres import own_postgres
from tests.failures.site import Site
from tests.serving.programs import MANAGE
from tests.volunteers.applicant import Answer

__all__ = ["post_box", "start_site"]

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
CITIES, EVENTS_OF_CITY, PICTURES = 60, 17, 300
FILL = (
    "from tests.benchmarks.bench_content import add_photographs, fill; "
    f"fill({CITIES}, {EVENTS_OF_CITY}); add_photographs({PICTURES})"
)
# Seconds
QUIET = 45


@pytest.fixture(scope="module")
def bundle(tmp_path_factory) -> Path:
    """The folder that is loaded: what another site has dumped."""
    folder = tmp_path_factory.mktemp("source")
    environment = environment_of(folder)
    manage(environment, "migrate", "--verbosity", "0")
    manage(environment, "shell", "--no-imports", "-c", FILL)
    manage(environment, "bundle", "dump", str(folder / "bundle"))
    return folder / "bundle"


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """Give the address of an empty database."""
    if kind == "SQLite":
        yield f"sqlite:///{folder / 'site.sqlite3'}"
    else:
        with own_postgres() as server:
            yield server.url


@pytest.mark.parametrize("kind", ["SQLite", "PostgreSQL"])
def test_waiting_while_a_bundle_is_loaded(bundle, start_site, tmp_path, kind):
    with database(kind, tmp_path) as url:
        Site(tmp_path / "filling", url).fill_database()
        site = start_site(tmp_path / "site", url)
        with Crowd(site) as crowd:
            began = [time.monotonic()]
            time.sleep(QUIET)
            began.append(time.monotonic())
            load(site, bundle)
            began.append(time.monotonic())
            time.sleep(QUIET)
            began.append(time.monotonic())
        crowd.check_and_tell(f"{kind}, loaded in {began[2] - began[1]:.0f} s")
        for people, persons in {"readers": crowd.readers, "applicants": crowd.applicants}.items():
            answers = [answer for person in persons for answer in person.answers]
            for label, start, end in zip(
                ("quiet", "loading", "quiet again"), began, began[1:], strict=False
            ):
                say(f"  {people:10} {label:11} {figures(answers, start, end)}")
        assert site.rows("SELECT count(*) FROM events_event") == [(CITIES * EVENTS_OF_CITY,)]


def load(site: Site, bundle: Path) -> None:
    """Load the bundle into a site that runs."""
    subprocess.run(
        [*MANAGE, "bundle", "load", str(bundle), "--yes"],
        cwd=settings.BASE_DIR,
        env=site.environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )


def figures(answers: list[Answer], start: float, end: float) -> str:
    """Say how long good answers took that were given between two moments."""
    took = [a.seconds for a in answers if start <= a.at < end and a.status in GOOD]
    failed = sum(start <= a.at < end and a.status not in GOOD for a in answers)
    return (
        f"{len(took):5} answers, {failed} others; median {median(took) * 1000:4.0f} ms, "
        f"95 % within {quantiles(took, n=20)[-1] * 1000:5.0f} ms, longest {max(took):5.2f} s"
    )


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - for the reader
