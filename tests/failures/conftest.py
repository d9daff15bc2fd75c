"""Sites to be broken, each over a database of its own."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.failures.site import Site
from tests.post_box import PostBox


@pytest.fixture
def post_box() -> Iterator[PostBox]:
    with PostBox() as box:
        yield box


@pytest.fixture(scope="session")
def filled_database(tmp_path_factory) -> Path:
    """A file of SQLite to begin with."""
    folder = tmp_path_factory.mktemp("filled") / "site"
    file = folder / "site.sqlite3"
    Site(folder, f"sqlite:///{file}").fill_database()
    return file


@pytest.fixture
def start_site(post_box) -> Iterator[Callable[..., Site]]:
    """Starts the site of a folder on SQLite, or on the (filled) database of a URL."""
    with ExitStack() as stack:

        def start(folder: Path, database_url: str, command: list[str] | None = None) -> Site:
            site = Site(folder, database_url, post_box)
            site.command = command or site.command
            site.start()
            stack.callback(site.stop)
            return site

        yield start


@pytest.fixture
def site(start_site, filled_database, tmp_path) -> Site:
    """A site on SQLite that answers."""
    file = tmp_path / "site.sqlite3"
    shutil.copy(filled_database, file)
    return start_site(tmp_path / "site", f"sqlite:///{file}")
