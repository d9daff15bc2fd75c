"""The upcoming events that an issue lists."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory

pytestmark = pytest.mark.usefixtures("council")


def test_issue_of_a_group_lists_its_upcoming_events(client):
    group = LinkGroupFactory()
    today = timezone.localdate()
    issue = NewsletterFactory(group=group, events_until=today + timedelta(days=7))
    EventFactory(title="Soon", groups=[group])
    starts_at = timezone.now() + timedelta(days=30)
    EventFactory(title="Too late", groups=[group], starts_at=starts_at)
    EventFactory(title="Of others")
    EventFactory(title="Secret", groups=[group], draft=True)

    html = client.get(issue.get_absolute_url()).text

    assert "Soon" in html
    for text in ["Too late", "Of others", "Secret"]:
        assert text not in html


def test_councils_own_issue_lists_all_upcoming_events(client):
    issue = NewsletterFactory(events_until=timezone.localdate() + timedelta(days=7))
    EventFactory(title="Of a group", groups=[LinkGroupFactory()])
    EventFactory(title="Of nobody")
    EventFactory(title="Secret", scheduled=True)

    html = client.get(issue.get_absolute_url()).text

    assert "Of a group" in html
    assert "Of nobody" in html
    assert "Secret" not in html


def test_last_day_of_the_list_of_events_counts_whole(client, settings):
    settings.TIME_ZONE = "Europe/London"
    day = timezone.localdate() + timedelta(days=7)
    issue = NewsletterFactory(events_until=day)
    late = datetime(day.year, day.month, day.day, 23, 30, tzinfo=ZoneInfo("Europe/London"))
    EventFactory(title="Late evening", starts_at=late)
    EventFactory(title="Night after", starts_at=late + timedelta(hours=1))

    html = client.get(issue.get_absolute_url()).text

    assert "Late evening" in html
    assert "Night after" not in html
