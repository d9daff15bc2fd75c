"""Programs of the site hang: they run, but do nothing."""

import os
import shutil
import signal
import sys

import pytest

from tests.failures.crowd import Crowd
from tests.failures.rounds import ROUNDS
from tests.failures.site import wait_until

# On one worker, which makes the database once.
pytestmark = pytest.mark.xdist_group("failures")
# `manage.py serve`, but it loses patience after seconds
IMPATIENT = """
import django
django.setup()
from django.core.management import execute_from_command_line
from twinning_site.serving.management.commands import serve
serve.MAX_SILENCE, serve.WEB_MAX_SILENCE, serve.ASKED_EVERY = 12, 12, 0.5
execute_from_command_line(["manage.py", "serve"])
"""


def test_site_comes_back_when_all_its_programs_hang(
    start_site, filled_database, tmp_path, monkeypatch
):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "twinning_site.settings")
    file = tmp_path / "site.sqlite3"
    shutil.copy(filled_database, file)
    command = [sys.executable, "-c", IMPATIENT]
    site = start_site(tmp_path / "site", f"sqlite:///{file}", command)
    with Crowd(site) as crowd:
        for _ in range(ROUNDS):
            hanging = site.processes()
            for process in hanging:
                os.kill(process, signal.SIGSTOP)
            wait_until(
                lambda: site.is_whole() and not hanging & site.processes(),  # noqa: B023
                "all are started again",
            )
            crowd.wait_for_more()
    crowd.check_and_tell(f"All programs hang, and are ended after 12 s, {ROUNDS} ×")

    for name in site.programs():
        assert site.told(f"The {name} hangs and is ended.") == ROUNDS
