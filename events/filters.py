"""Which events a list, a calendar or a feed is about. The state is in the address."""

from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from cities.models import City
from content.forms.filters import RowSelect
from content.models import Theme
from content.text.sorting import sorted_by_name
from events.models import EventQuerySet
from links.models import LinkGroup

# The pages whose slugs are choices of the form
FILTER_ROUTES = {"city": "cities:city-detail", "group": "links:group-detail"}


class EventFilterForm(forms.Form):
    """City, group and theme, by their slugs; each may be left out. Building it takes 3 queries."""

    city = forms.ChoiceField(label=_("City"), required=False, widget=RowSelect)
    group = forms.ChoiceField(label=_("Group"), required=False, widget=RowSelect)
    theme = forms.ChoiceField(label=_("Theme"), required=False, widget=RowSelect)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {
            "city": {row.slug: row for row in sorted_by_name(City.objects.published())},
            "group": {row.slug: row for row in sorted_by_name(LinkGroup.objects.published())},
            "theme": {row.slug: row for row in Theme.objects.all()},
        }
        for name, rows in self.rows.items():
            self.fields[name].choices = [
                ("", _("all")),
                *((slug, row.name) for slug, row in rows.items()),
            ]

    @property
    def chosen_rows(self) -> dict[str, City | LinkGroup | Theme]:
        """What was chosen, by the name of its field. Needs a form that was validated."""
        return {
            name: rows[self.cleaned_data[name]]
            for name, rows in self.rows.items()
            if self.cleaned_data.get(name)
        }

    def apply(self, events: EventQuerySet) -> EventQuerySet:
        """Keep the events that all the choices fit; choices that do not exist count as none."""
        self.is_valid()
        chosen = self.chosen_rows
        if "city" in chosen:
            events = events.of_city(chosen["city"])
        if "group" in chosen:
            events = events.of_groups([chosen["group"]])
        if "theme" in chosen:
            events = events.of_theme(chosen["theme"])
        return events

    @property
    def query(self) -> str:
        """The choices as they stand in an address, without `?`; empty if there are none."""
        return urlencode({name: row.slug for name, row in self.chosen_rows.items()})

    def tags(self, path: str) -> list[dict[str, object]]:
        """A link for each choice that takes it away: label and url."""
        chosen = self.chosen_rows
        tags = []
        for name, row in chosen.items():
            rest = urlencode({other: chosen[other].slug for other in chosen if other != name})
            tags.append({"label": row.name, "url": f"{path}?{rest}" if rest else path})
        return tags
