"""The filter of lists, calendars and feeds of events."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cities.models import City
from content.forms.filters import FilterForm, RowSelect
from content.models import Theme
from content.text.sorting import sorted_by_name
from events.models import EventQuerySet
from links.models import LinkGroup

# The pages whose slugs are choices of the form
FILTER_ROUTES = {"city": "cities:city-detail", "group": "links:group-detail"}


class EventFilterForm(FilterForm):
    """City, group and theme, by their slugs. It takes 3 queries."""

    city = forms.ChoiceField(label=_("City"), required=False, widget=RowSelect)
    group = forms.ChoiceField(label=_("Group"), required=False, widget=RowSelect)
    theme = forms.ChoiceField(label=_("Theme"), required=False, widget=RowSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_rows("city", sorted_by_name(City.objects.published()))
        self.offer_rows("group", sorted_by_name(LinkGroup.objects.published()))
        self.offer_rows("theme", Theme.objects.all())

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
