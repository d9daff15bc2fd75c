"""Two people save the same row at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from content.models import Version
from content.versions.recording import keep_version
from tests.factories.page import PageFactory


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite lets only one transaction write at a time."
)
@pytest.mark.django_db(transaction=True)
def test_versions_of_the_same_moment_have_different_numbers():
    page = PageFactory()
    is_kept = Event()

    def other():
        is_kept.wait()
        keep_version(page, None)
        connection.close()

    with ThreadPoolExecutor() as threads:
        waiting = threads.submit(other)
        with transaction.atomic():
            keep_version(page, None)
            is_kept.set()
            # The other one comes while this transaction is open.
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.5)
        waiting.result(timeout=10)

    assert {one.number for one in Version.objects.of(page)} == {1, 2}
