"""As many cities as asked for, each with a group, ten newsletters and twelve coming events."""

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
def fill(cities: int) -> None:
    """Write all of it through the models, into an empty database."""
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
        for turn, kind in enumerate(KINDS):
            EventFactory(
                title=f"{kind} with city {number}", slug=f"event-{number}-{turn}", body=TEXT,
                starts_at=today + timedelta(days=3 + 28 * turn + number % 28), cities=[city],
                groups=[group], themes=[theme],
            )  # fmt: skip
