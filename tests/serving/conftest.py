"""The real thing: `manage.py serve` with its programs, over a database of its own."""

import os
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from tests.serving.programs import MANAGE, environment_in, serving


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
    return environment_in(tmp_path)


@pytest.fixture
def serve(environment, migrated_database):
    """Starts the site and waits until it says where it is."""
    with serving(environment, migrated_database) as process:
        yield process
