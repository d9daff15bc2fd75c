"""What a search costs among 20,000 events and 2,000 newsletters beside 200 and 20, in one run."""

import time
from datetime import timedelta

import pytest
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.models import Event
from links.models import Newsletter
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.newsletter import NewsletterFactory
from twinning_site.search.indexing.entries import rebuild

RUNS = 5
SEARCHES = ["concert", "Leon", "concrt", "nothing at all", "choir -bonn"]
WORDS = ["concert", "choir", "León", "exchange", "school", "supper", "swim", "exhibition"]


def fill(events: int, newsletters: int) -> None:
    """Add rows without their entries, which `rebuild` makes at once."""
    now = timezone.now()
    Event.objects.bulk_create(EventFactory.build_batch(events - Event.objects.count()))
    Newsletter.objects.bulk_create(
        NewsletterFactory.build_batch(newsletters - Newsletter.objects.count())
    )
    for number, event in enumerate(Event.objects.order_by("pk").iterator()):
        word, other = WORDS[number % 8], WORDS[number // 8 % 8]
        event.title = {"en": f"{word} and {other} {number}"}
        event.starts_at = now + timedelta(hours=number - events // 2)
        event.ends_at = event.last_ends_at = event.starts_at + timedelta(hours=2)
        Event.objects.filter(pk=event.pk).update(
            title=event.title, starts_at=event.starts_at, ends_at=event.ends_at,
            last_ends_at=event.last_ends_at,
        )  # fmt: skip
    rebuild()


def measure(client, connection) -> str:
    figures = []
    for words in SEARCHES:
        seconds = []
        for _run in range(RUNS):
            with CaptureQueriesContext(connection) as queries:
                start = time.process_time()
                response = client.get("/search/", {"q": words})
                seconds.append(time.process_time() - start)
            assert response.status_code == 200
        figures.append(f"{words!r} {min(seconds) * 1000:.0f} ms, {len(queries)} queries")
    return "; ".join(figures)


@pytest.mark.django_db
def test_searches_among_few_and_many(client):
    from django.db import connection  # noqa: PLC0415 - the test's own database

    CouncilFactory()
    for events, newsletters in ((200, 20), (20_000, 2_000)):
        fill(events, newsletters)
        print(  # noqa: T201 - for the reader
            f"\n{events} events, {newsletters} newsletters: {measure(client, connection)}"
        )
