"""Filters of newsletters, with their state in the address."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from content.forms.filters import FilterForm, RowSelect

# Stands in the address for issues of the council, in place of the slug of a group.
COUNCIL_CHOICE = "council"


class NewsletterFilterForm(FilterForm):
    """Group and year, among those that have public issues.

    An unknown group or year does not filter, and is no error for the reader.
    """

    group = forms.ChoiceField(label=_("Published by"), required=False, widget=RowSelect)
    year = forms.ChoiceField(label=_("Year"), required=False)

    def __init__(
        self, data: QueryDict, *, groups: list[tuple[str, object]], years: list[int]
    ) -> None:
        super().__init__(data)
        self.offer("group", [("", _("Everybody")), *groups])
        self.offer("year", [("", _("Every year")), *((str(y), str(y)) for y in years)])

    @property
    def group_slug(self) -> str:
        """Return the chosen group's slug, or `COUNCIL_CHOICE`; empty for everybody's issues."""
        return self.chosen.get("group", "")

    @property
    def chosen_year(self) -> int | None:
        """Return the chosen year; None for all years."""
        year = self.chosen.get("year")
        return int(year) if year else None


class NewsletterFeedForm(forms.Form):
    """The group whose issues a feed has; without one it has everybody's."""

    group = forms.SlugField(required=False)
