"""What nobody sees in a text that an officer pasted reaches no reader, whatever shows the text."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from content.text.invisible_characters import without_invisible
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory

pytestmark = pytest.mark.django_db
TITLE = "Fire\x07wor\xadks at\u2060 mid\u200bnight\ufeff"


@pytest.mark.parametrize(
    "address",
    [
        "/events/",
        "/events/fireworks/",
        "/events/calendar/{month}/",
        "/events/feed/",
        "/events/calendar.ics",
        "/events/fireworks.ics",
        "/open-data/events.json",
        "/open-data/events.csv",
        "/search/?q=midnight",
    ],
)
def test_no_address_sends_invisible_characters(client, address):
    CouncilFactory()
    start = timezone.now().replace(hour=12) + timedelta(days=1)
    EventFactory(title=TITLE, slug="fireworks", starts_at=start, city=CityFactory())

    text = client.get(address.format(month=f"{start:%Y/%m}")).content.decode()

    assert "Fireworks at midnight" in re.sub("</?mark>", "", text)
    # Excel knows UTF-8 by U+FEFF, and calendars end their lines with a carriage return.
    sent = text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert without_invisible(sent) == sent
