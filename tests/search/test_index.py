"""How the entries of the search follow the rows that they are made from."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from twinning_site.search.models import SearchEntry, SearchEntryKind

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("issues", [1, 3])
def test_saving_a_group_asks_once_for_all_its_newsletters(issues):
    group = LinkGroupFactory()
    NewsletterFactory.create_batch(issues, group=group)

    # What kinds of rows there are is asked once a process.
    group.save()
    with CaptureQueriesContext(connection) as queries:
        group.save()

    assert len(queries) == 10


def test_newsletters_are_hidden_with_their_group():
    group = LinkGroupFactory()
    NewsletterFactory.create_batch(2, group=group)
    group.expires_at = timezone.now() + timedelta(days=1)

    group.save()

    entries = SearchEntry.objects.filter(kind=SearchEntryKind.NEWSLETTER)
    assert set(entries.values_list("visible_until", flat=True)) == {group.expires_at}

    group.published_at = group.expires_at = None
    group.save()

    assert not entries.all()
