"""People apply all at once while officers upload, and while SQLite is locked for writing."""

import sqlite3
import threading
import time
from collections import Counter
from contextlib import closing
from statistics import median

import pytest

from tests.failures.crowd import Reader
from tests.failures.nothing_lost import check_nothing_lost, check_statuses
from tests.failures.officer import Officer, photograph
from tests.failures.rounds import AT_LENGTH, ROUNDS
from tests.failures.site import Site, wait_until
from tests.volunteers.applicant import Applicant

# On one worker, which makes the database once.
pytestmark = pytest.mark.xdist_group("failures")
PEOPLE = 20 if AT_LENGTH else 5
UPLOADS, MEGAPIXELS = 3, 12 if AT_LENGTH else 3
# Seconds; a writer's patience ends after 20 (twinning_site/settings/database.py)
LOCKS = [10, 40] if AT_LENGTH else [3]
WITH_SIZES = "SELECT count(*) FROM content_picture WHERE has_renditions"


class ApplyingOnce(Applicant):
    """Somebody who applies once. `took`: seconds from the first press until the reference."""

    def run(self) -> None:
        address = f"person-{time.monotonic_ns()}@example.org"
        self.confirmed[address] = self.apply(address) or ""
        opened = next(index for index, answer in enumerate(self.answers) if answer.status == 200)
        pressed = self.answers[opened + 1]
        self.took = self.answers[-1].at - (pressed.at - pressed.seconds)


def people_apply(site: Site, label: str) -> list[ApplyingOnce]:
    """Let many apply in the same moment, and tell how long it took them."""
    people = [ApplyingOnce(n, site.port, threading.Event(), 90) for n in range(PEOPLE)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    took = [one.took for one in people]
    statuses = Counter(answer.status for one in people for answer in one.answers)
    print(  # noqa: T201 - for the reader
        f"  {label}: {PEOPLE} apply at once: median {median(took):.2f} s, "
        f"longest {max(took):.2f} s; answers {dict(statuses)}"
    )
    return people


def test_people_apply_while_officers_upload(site):
    quiet, busy = [], []
    print(f"\n{UPLOADS} uploads of {MEGAPIXELS} megapixels at once, {ROUNDS} ×:")  # noqa: T201
    first = people_apply(site, "the first")
    for _ in range(ROUNDS):
        quiet += people_apply(site, "quiet")
        go = threading.Barrier(UPLOADS + 1)
        # The same file twice would be recognised.
        officers = [Officer(site, photograph(MEGAPIXELS), go) for _ in range(UPLOADS)]
        for officer in officers:
            officer.start()
        go.wait(30)
        busy += people_apply(site, "uploads")
        for officer in officers:
            officer.join()
        assert [officer.status for officer in officers] == [302] * UPLOADS

    check_statuses(first + quiet + busy)
    check_nothing_lost(site, first + quiet + busy)
    assert site.rows("SELECT count(*) FROM content_picture") == [(ROUNDS * UPLOADS,)]
    if AT_LENGTH:
        wait_until(lambda: site.rows(WITH_SIZES) == [(ROUNDS * UPLOADS,)], "all get their sizes")
        assert max(one.took for one in busy) <= 2 * max(one.took for one in quiet)


@pytest.mark.parametrize("seconds", LOCKS)
def test_people_apply_while_the_database_is_locked(site, seconds):
    print(f"\nSQLite locked for {seconds} s:")  # noqa: T201
    stop, people = threading.Event(), []
    reader = Reader(site.port, stop)
    crowd = threading.Thread(target=lambda: people.extend(people_apply(site, "meanwhile")))
    file = site.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(file, isolation_level=None)) as lock:
        lock.execute("BEGIN IMMEDIATE")
        for one in (reader, crowd):
            one.start()
        time.sleep(seconds)
        lock.rollback()
    crowd.join()
    stop.set()
    reader.join()
    slowest = max(answer.seconds for answer in reader.answers)
    print(f"  {len(reader.answers)} pages were read, the slowest in {slowest:.2f} s")  # noqa: T201

    assert {answer.status for answer in reader.answers} == {200}
    check_statuses(people)
    check_nothing_lost(site, people)
    assert len(site.rows("SELECT id FROM volunteers_application")) == PEOPLE
    assert site.is_whole()
