"""The real thing: `manage.py serve` with its programs, over a database of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.post_box import free_port

MANAGE = [sys.executable, "-u", "manage.py"]


@pytest.fixture(scope="session")
def migrated_database(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("migrated")
    file = folder / "site.sqlite3"
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{file}", "VAR_DIR": str(folder)}
    command = [*MANAGE, "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=True)
    return file


@pytest.fixture
def environment(tmp_path):
    return {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'site.sqlite3'}",
        "PORT": str(free_port()),
        "VAR_DIR": str(tmp_path),
    }


@pytest.fixture
def serve(environment, migrated_database):
    """Starts the site and waits until it says where it is."""
    for folder in ("fonts", "static"):
        Path(environment["VAR_DIR"], folder).mkdir(exist_ok=True)
    shutil.copy(migrated_database, environment["VAR_DIR"])
    with subprocess.Popen(
        [*MANAGE, "serve"],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert "The site is at" in process.stdout.readline()
        yield process
        process.terminate()
