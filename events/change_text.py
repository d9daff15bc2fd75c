"""Changes of single dates in words, as visitors read them."""

from django.utils.translation import gettext

from content.text.dates import full_date
from events.date_text import date_text
from events.models import Event, EventOccurrence, EventStatus


def change_text(occurrence: EventOccurrence[Event]) -> str:
    """Return `Monday 11 May 2026, 19:00 to 21:00: cancelled`, with the note if there is one."""
    values = {"date": date_text(occurrence), "status": occurrence.status_words}
    if occurrence.is_moved and not occurrence.is_off:
        values["day"] = full_date(occurrence.day_by_rule)
        if occurrence.day_by_rule == occurrence.first_day:
            words = gettext("%(date)s (moved)")
        else:
            words = gettext("%(date)s (moved from %(day)s)")
    elif occurrence.status == EventStatus.SCHEDULED:
        words = gettext("%(date)s: takes place as planned")
    else:
        words = gettext("%(date)s: %(status)s")
    note = str(occurrence.note or (occurrence.event.status_note if occurrence.is_off else ""))
    return f"{words % values}. {note}".rstrip() if note else f"{words % values}."
