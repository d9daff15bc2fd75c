"""The disk is filled and freed while people read and apply, and while mail goes out."""

import shutil
import time

import pytest

from tests.failures.crowd import Crowd
from tests.failures.rounds import ROUNDS
from tests.serving.small_disk import fill, small_disk

# On one worker, which makes the database once.
pytestmark = pytest.mark.xdist_group("failures")
# Seconds for which the disk stays full
FULL = 2


@pytest.fixture
def disk(tmp_path):
    folder = tmp_path / "disk"
    with small_disk(folder):
        yield folder


def test_site_comes_back_when_a_full_disk_is_freed(disk, start_site, filled_database):
    file = disk / "site.sqlite3"
    shutil.copy(filled_database, file)
    site = start_site(disk / "site", f"sqlite:///{file}")
    before, unread = site.processes(), 0
    with Crowd(site) as crowd:
        for _ in range(ROUNDS):
            stuffing = fill(disk)
            crowd.wait_for_status(503)
            start = time.monotonic()
            time.sleep(FULL * ROUNDS)
            read = [a for r in crowd.readers for a in r.answers if a.at - a.seconds > start]
            unread += sum(answer.status != 200 for answer in read)
            stuffing.unlink()
            crowd.wait_for_more()
    crowd.check_and_tell(f"The disk filled for {FULL * ROUNDS} s and freed, {ROUNDS} ×")

    assert unread == 0
    assert site.processes() == before
