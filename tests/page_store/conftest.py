"""The site behind a page store, as the web server runs it."""

from collections.abc import Callable

import pytest
from django.core.wsgi import get_wsgi_application

from content.models.remembering import remembered
from content.pdf import jobs
from twinning_site.page_store import generation
from twinning_site.page_store.middleware import PageStore
from twinning_site.search.words import vocabulary


@pytest.fixture
def site(monkeypatch, council) -> PageStore:
    """The site behind a page store that asks for the version at each request."""
    monkeypatch.setattr(generation, "BELIEVED_SECONDS", 0)
    # No worker makes PDFs here.
    monkeypatch.setattr(jobs, "MAX_WAIT_SECONDS", 0)
    return PageStore(get_wsgi_application(), 2**22)


@pytest.fixture
def forget_all(site, monkeypatch) -> Callable[[], None]:
    """A function that makes the process know nothing, as one that has just begun."""

    def forget() -> None:
        for shelf in (site.pages, site.queries):
            shelf.answers.clear()
        monkeypatch.setattr(remembered, "_shared", remembered._Memory())
        vocabulary.last_read.clear()

    return forget
