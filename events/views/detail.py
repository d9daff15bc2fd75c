"""The page of one event."""

from itertools import islice

from django.db.models import OuterRef
from django.utils import timezone
from django.utils.translation import gettext

from content.models import Council, Theme
from content.nested_rows import NestedRows, linked
from content.text.dates import full_date
from content.text.sorting import sorted_by_name
from content.web.page_parts import breadcrumb
from content.web.public_views import PublicDetailView
from content.web.rich_text import pictures_in
from events.date_text import clocks
from events.dates.schedule import dates, last_date, turn
from events.linked_data import event_data
from events.models import Event
from events.place_text import where_lines

SHOWN_DATES, SHOWN_RELATED = 6, 3


class EventDetailView(PublicDetailView):
    model = Event
    context_object_name = "event"
    template_name = "events/event_detail.html"

    def get_queryset(self):
        cities = linked(Event, "cities").published()
        groups = linked(Event, "groups").published()
        return (
            super()
            .get_queryset()
            .with_changes()
            .select_related("city", "picture", "poster")
            .annotate(
                city_list=NestedRows(cities, "name", "slug", "time_zone", "published_at"),
                group_list=NestedRows(groups, "name", "slug", "website"),
                theme_list=NestedRows(Theme.objects.filter(events=OuterRef("pk")), "name", "slug"),
            )
        )

    def get_context_data(self, **kwargs):
        event, now, council = self.object, timezone.now(), Council.current()
        occurrence = turn(event, now) or last_date(event)
        cities, groups = sorted_by_name(event.city_list), sorted_by_name(event.group_list)
        poster = event.poster if event.poster and event.poster.is_published else None
        was = event.previous_starts_at
        return super().get_context_data(**kwargs) | {
            "cities": cities,
            "clocks": clocks(occurrence, council, cities) if council else [],
            "dates": list(islice(dates(event, now), SHOWN_DATES)) if event.recurrence else [],
            "documents": list(event.documents.published()),
            "groups": groups,
            "linked_data": event_data(occurrence, council, groups) if event.is_published else None,
            "occurrence": occurrence,
            # A group is named with a link below.
            "organiser": ""
            if str(event.organiser) in {str(group.name) for group in groups}
            else event.organiser,
            "phase": occurrence.phase(now),
            "photos": [photo.picture for photo in event.photos.select_related("picture")],
            "pictures": pictures_in(event.body),
            "poster": poster,
            "related": self.related(groups, now),
            "steps": [breadcrumb(gettext("Events"), "events:event-list")],
            "where": self.where(council),
            "was": full_date(was.astimezone(event.zone)) if was else "",
        }

    def where(self, council):
        """The lines of the place; that which names a partner city leads to it."""
        host = self.object.host
        return [
            {
                "text": line,
                "url": host.get_absolute_url() if host and str(line) == str(host.name) else "",
            }
            for line in where_lines(self.object, council)
        ]

    def related(self, groups, now):
        """What else is on from the same groups."""
        if not groups:
            return []
        others = Event.objects.published().of_groups(groups).exclude(pk=self.object.pk)
        return list(others.agenda(now, limit=SHOWN_RELATED))[:SHOWN_RELATED]
