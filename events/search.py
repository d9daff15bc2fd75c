from datetime import datetime

from i18nfield.strings import LazyI18nString

from content.search.sources import FOREVER, SearchSource
from content.text.dates import long_date
from events.models import Event
from events.recurrence_text import rule_text


class EventSearchSource(SearchSource[Event]):
    kind = "event"
    model = Event

    def texts(self, row: Event) -> list[LazyI18nString | str]:
        return [row.summary, row.body, row.place, row.address, row.organiser]

    def over_at(self, row: Event) -> datetime:
        return row.last_ends_at or FOREVER

    def date_words(self, row: Event) -> str:
        if row.recurrence:
            # The next date changes without the event being saved.
            return rule_text(row.schedule)
        return long_date(row.starts_at.astimezone(row.zone))

    def year(self, row: Event) -> int:
        return row.starts_at.astimezone(row.zone).year
