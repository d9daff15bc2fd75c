"""Each process of the site is killed in turn while people read and apply."""

import os
import signal

import pytest

from tests.failures.crowd import Crowd
from tests.failures.rounds import ROUNDS
from tests.failures.site import is_running, wait_until

# On one worker, which makes the database once.
pytestmark = pytest.mark.xdist_group("failures")


def test_site_comes_back_when_its_programs_are_killed_in_turn(site):
    with Crowd(site) as crowd:
        for _ in range(ROUNDS):
            for victim in [*site.web_workers(), *site.programs().values()]:
                before = set(site.programs().values())
                site.kill(victim)
                wait_until(
                    lambda: site.is_whole() and victim not in site.processes(),  # noqa: B023
                    "another one is started",
                )
                crowd.wait_for_more()
                assert before - set(site.programs().values()) <= {victim}, "others ended, too"
    crowd.check_and_tell(f"Each of five processes killed in turn, {ROUNDS} ×")

    for name in site.programs():
        assert site.told(f"The {name} ended (code -9)") == ROUNDS


def test_killed_supervisor_leaves_no_orphan_and_a_new_one_goes_on(site):
    with Crowd(site) as crowd:
        for _ in range(ROUNDS):
            left = site.processes()
            site.kill(site.supervisor.pid)
            site.supervisor.wait()
            wait_until(lambda: not any(map(is_running, left)), "all end")  # noqa: B023
            site.start()
            crowd.wait_for_more()
    crowd.check_and_tell(f"The supervisor killed and started anew, {ROUNDS} ×")

    assert site.is_whole()


def test_site_comes_back_when_hanging_web_workers_outlive_their_master(site):
    left = site.web_workers()
    for process in left:
        os.kill(process, signal.SIGSTOP)
    site.kill(site.programs()["web server"])

    wait_until(lambda: site.is_whole() and site.answers(), "another one answers")

    assert not any(map(is_running, left))
