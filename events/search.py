from content.dates import long_date
from content.search import FOREVER, Searched
from events.models import Event


class EventSearch(Searched):
    kind = "event"
    model = Event

    def texts(self, event):
        return [event.summary, event.body, event.place, event.address, event.organiser]

    def over_at(self, event):
        return event.last_ends_at or FOREVER

    def date_words(self, event):
        return "" if event.recurrence else long_date(event.starts_at.astimezone(event.zone))

    def year(self, event):
        return event.starts_at.astimezone(event.zone).year
