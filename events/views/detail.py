"""The page of one event."""

from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from cities.directory import public_cities
from content.models import Council, published_now
from content.models.theme import all_themes
from content.text.dates import full_date
from content.web.page_navigation import breadcrumb
from content.web.public_views import PublicDetailView
from content.web.rich_text import references_in
from content.web.shown_videos import shown_videos
from events.date_text import clocks
from events.linked_data import event_data
from events.models import Event
from events.place_text import is_only_online, place_lines
from links.directory import public_groups

MAX_DATES, MAX_RELATED = 6, 3


class EventDetailView(PublicDetailView):
    """The page of one event."""

    model = Event
    context_object_name = "event"
    template_name = "events/event_detail.html"

    @classmethod
    def rows(cls) -> QuerySet:
        events = Event.objects.select_related("city", "picture", "poster").with_changes()
        return events.defer("city__body", "poster__text")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        event, now, council = self.object, timezone.now(), Council.current()
        occurrence = event.main_occurrence(now)
        keys = event.linked_keys()
        cities = [city for city in public_cities() if city.pk in keys["cities"]]
        groups = [group for group in public_groups() if group.pk in keys["groups"]]
        documents = event.documents.defer("text") if keys["documents"] else ()
        photos = event.photos.select_related("picture") if keys["photos"] else ()
        poster = event.poster if event.poster and event.poster.is_published else None
        previous = event.previous_starts_at
        return super().get_context_data(**kwargs) | {
            "cities": cities,
            "clocks": clocks(occurrence, council, cities) if council else [],
            "council": council,
            "dates": list(islice(event.occurrences(now), MAX_DATES)) if event.recurrence else [],
            "documents": published_now(documents),
            "groups": groups,
            "has_begun": occurrence.has_begun(now),
            "linked_data": event_data(occurrence, council, groups) if event.is_published else None,
            "occurrence": occurrence,
            # A group is named with a link below.
            "organiser": ""
            if str(event.organiser) in {str(group.name) for group in groups}
            else event.organiser,
            "is_past": occurrence.is_over(now),
            "photos": [photo.picture for photo in photos],
            "references": references_in(event.body),
            "poster": poster,
            "related": Event.objects.groups_agenda(groups, MAX_RELATED, but=event),
            "breadcrumbs": [breadcrumb(gettext("Events"), "events:event-list")],
            "place_lines": self.linked_place_lines(council),
            "previous_date": full_date(previous.astimezone(event.zone)) if previous else "",
            **shown_videos(event.videos if keys["videos"] else None),
            "themes": [theme for theme in all_themes() if theme.pk in keys["themes"]],
        }

    def linked_place_lines(self, council: Council | None) -> list[dict[str, Any]]:
        """Return text and url of each line of the place; only that of a partner city has a url.

        What has an online address and no place is said by the link to that address.
        """
        if self.object.online_url and is_only_online(self.object):
            return []
        host = self.object.host
        return [
            {
                "text": line,
                "url": host.get_absolute_url() if host and str(line) == str(host.name) else "",
            }
            for line in place_lines(self.object, council)
        ]
