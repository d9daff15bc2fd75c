from content.search.sources import FOREVER, SearchSource
from content.text.dates import long_date
from events.models import Event
from events.recurrence_text import rule_text


class EventSearchSource(SearchSource):
    kind = "event"
    model = Event

    def texts(self, event):
        return [event.summary, event.body, event.place, event.address, event.organiser]

    def over_at(self, event):
        return event.last_ends_at or FOREVER

    def date_words(self, event):
        if event.recurrence:
            # The next date changes without the event being saved.
            return rule_text(event.schedule)
        return long_date(event.starts_at.astimezone(event.zone))

    def year(self, event):
        return event.starts_at.astimezone(event.zone).year
