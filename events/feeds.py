"""Events as entries of a feed."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from content.web.feed_entries import MAX_ENTRIES, Entry, make_entry, paragraphs, picture_enclosures
from content.web.feeds import AtomFeed
from events.date_text import date_text
from events.filters import EventFilterForm
from events.models import Event, EventQuerySet, EventStatus
from events.place_text import place_text


def event_entries(events: EventQuerySet) -> list[Entry]:
    """Return the events that were published last: 2 queries."""
    newest = events.with_changes().select_related("city", "picture").last_published(MAX_ENTRIES)
    return [_entry(event) for event in newest]


def _entry(event: Event) -> Entry:
    occurrence = event.main_occurrence(timezone.now())
    date = date_text(occurrence)
    title = str(event.title)
    if occurrence.status != EventStatus.SCHEDULED:
        title = gettext("%(title)s (%(status)s)") % {
            "title": title,
            "status": occurrence.status_words,
        }
    head = paragraphs(date, place_text(event), event.status_note, occurrence.note, event.summary)
    return make_entry(
        event,
        title,
        (head, event.body),
        summary=f"{date}. {event.summary}",
        author=str(event.organiser),
        enclosures=picture_enclosures(event.picture),
    )


class EventFeed(AtomFeed):
    """New events: all of them, or those of a city, a group or a theme."""

    def get_object(self, request: HttpRequest) -> EventFilterForm:
        form = EventFilterForm(request.GET)
        if not form.is_valid():
            # All events would pass for those of the city that was meant.
            raise Http404
        return form

    def title(self, form: EventFilterForm) -> str:
        names = [gettext("Events"), *(str(row.name) for row in form.chosen_rows.values())]
        return " – ".join(names)

    def path(self, form: EventFilterForm) -> str:
        path = reverse("events:event-list")
        return f"{path}?{form.query}" if form.query else path

    def entries(self, form: EventFilterForm) -> Iterable[Entry]:
        return event_entries(form.apply(Event.objects.published()))
