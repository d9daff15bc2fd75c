"""As many cities as asked for, each with a group, ten newsletters and coming events."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.picture import PictureFactory
from tests.factories.theme import ThemeFactory

NEWSLETTERS, EVENTS = 10, 12
COUNTRIES = ["FR", "DE", "IT", "PL", "IE", "DK"]
KINDS = [
    "Spring market", "Choir exchange", "School visit", "Football weekend", "Film evening",
    "Committee meeting", "Language café", "Walking tour", "Bread and wine tasting",
    "Summer festival", "Museum trip", "Winter fair",
]  # fmt: skip
TEXT = "<h2>What we do</h2>" + (
    "<p>The choirs of both cities have sung together since the first winter after the link was "
    "made. This year they meet again, and there is room for twelve more voices, whatever their "
    "age or training may be. Families offer beds; those who prefer a hotel get a list.</p>" * 6
)


@transaction.atomic
def fill(cities: int, events: int = EVENTS) -> None:
    """Write all of it through the models, into an empty database, with so many events a city."""
    CouncilFactory()
    theme, pictures = ThemeFactory(), PictureFactory.create_batch(6)
    today = timezone.now().replace(minute=0, second=0, microsecond=0)
    for number in range(cities):
        city = CityFactory(
            name=f"City {number}", slug=f"city-{number}", country=COUNTRIES[number % 6], body=TEXT,
            since_year=1950 + number % 70, picture=pictures[number % 6], themes=[theme],
            latitude=f"{36 + number * 7.3 % 30:.4f}", longitude=f"{-9 + number * 11.7 % 60:.4f}",
        )  # fmt: skip
        group = LinkGroupFactory(name=f"Friends of city {number}", cities=[city])
        for issue in range(NEWSLETTERS):
            NewsletterFactory(
                title=f"News {issue} of city {number}", group=group, year=2025 - issue // 4,
                month=1 + issue * 3 % 12,
            )  # fmt: skip
        for turn in range(events):
            EventFactory(
                title=f"{KINDS[turn % len(KINDS)]} with city {number}",
                slug=f"event-{number}-{turn}", body=TEXT,
                starts_at=today + timedelta(days=3 + 28 * turn + number % 28), cities=[city],
                groups=[group], themes=[theme],
            )  # fmt: skip


def add_photographs(count: int) -> None:
    """Add pictures of two megapixels to the library, each in a colour of its own."""
    for number in range(count):
        PictureFactory(
            file__width=1600, file__height=1200, file__format="JPEG",
            file__color=(number % 256, 90, 60 + number // 256), has_renditions=False,
        )  # fmt: skip
