"""PostgreSQL is restarted, and crashes, while people read and apply."""

import pytest

from tests.failures.crowd import Crowd
from tests.failures.postgres import own_postgres
from tests.failures.rounds import ROUNDS
from tests.failures.site import Site


@pytest.fixture
def postgres(tmp_path):
    with own_postgres() as server:
        site = Site(tmp_path / "filling", server.url)
        site.fill_database()
        yield server


def test_site_comes_back_when_postgresql_is_restarted(postgres, start_site, tmp_path):
    site = start_site(tmp_path / "site", postgres.url)
    before = site.processes()
    with Crowd(site) as crowd:
        for _ in range(ROUNDS):
            for mode in ("fast", "immediate"):
                postgres.restart(mode)
                crowd.wait_for_more()
    crowd.check_and_tell(f"PostgreSQL restarted in good order and after a crash, {ROUNDS} ×")

    assert site.processes() == before
