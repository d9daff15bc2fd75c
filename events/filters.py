"""The filter of lists, calendars and feeds of events."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cities.directory import public_cities
from content.forms.filters import FilterForm, RowFilterField
from content.models.theme import all_themes
from events.models import EventQuerySet
from links.directory import public_groups

# The pages whose slugs are choices of the form
FILTER_ROUTES = {"city": "cities:city-detail", "group": "links:group-detail"}


class EventFilterForm(FilterForm):
    """City, group and theme, by their slugs. It takes 3 queries."""

    city = RowFilterField(label=_("City"), required=False)
    group = RowFilterField(label=_("Group"), required=False)
    theme = RowFilterField(label=_("Theme"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_rows("city", public_cities())
        self.offer_rows("group", public_groups())
        self.offer_rows("theme", all_themes())

    def apply(self, events: EventQuerySet) -> EventQuerySet:
        """Keep the events that fit all choices."""
        chosen = self.chosen_rows
        if "city" in chosen:
            events = events.of_city(chosen["city"])
        if "group" in chosen:
            events = events.of_groups([chosen["group"]])
        if "theme" in chosen:
            events = events.of_theme(chosen["theme"])
        return events
