from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext
from i18nfield.strings import LazyI18nString

from content.search.sources import FOREVER, SearchSource, theme_names
from content.text.dates import long_date
from events.date_text import date_text, names_zone
from events.models import Event
from events.place_text import is_only_online
from events.recurrence_text import rule_text

MAX_WORDS = 200


class EventSearchSource(SearchSource[Event]):
    kind = "event"
    model = Event

    def rows(self) -> QuerySet[Event]:
        return super().rows().prefetch_related("themes")

    def texts(self, row: Event) -> list[LazyI18nString | str]:
        return [
            row.summary, row.body, row.place, row.address, row.organiser,
            *theme_names(row),
        ]  # fmt: skip

    def over_at(self, row: Event) -> datetime:
        return row.last_ends_at or FOREVER

    def date_words(self, row: Event) -> str:
        if row.recurrence:
            # The next date changes without the event being saved.
            return rule_text(row.schedule)
        occurrence = next(row.occurrences())
        if not names_zone(occurrence):
            return long_date(occurrence.local_starts_at)
        words = date_text(occurrence, names_city=False)
        if is_only_online(row):
            words = gettext("%(date)s, online") % {"date": words}
        # The index keeps so much; a name of two lines leaves no room for hours.
        return words if len(words) <= MAX_WORDS else long_date(occurrence.local_starts_at)

    def year(self, row: Event) -> int:
        return row.starts_at.astimezone(row.zone).year
