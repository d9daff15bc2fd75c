import factory
from django.utils import timezone

from content.search.sources import FOREVER
from twinning_site.search.models import SearchEntry, SearchEntryKind


class SearchEntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SearchEntry

    kind = SearchEntryKind.PAGE
    row = factory.Sequence(lambda n: n + 1)
    language = "en"
    address = factory.Sequence(lambda n: f"/page-{n:04}/")
    heading = factory.Sequence(lambda n: f"Page {n:04}")
    text = "Words."
    visible_from = factory.LazyFunction(timezone.now)
    visible_until = FOREVER
    over_at = FOREVER
