"""Filters of newsletters, with their state in the address."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from content.forms.filters import FilterForm, RowFilterField
from content.models import Council
from links.directory import Issue, public_issues, publishing_groups, years_of

# Stands in the address for issues of the council, in place of the slug of a group.
COUNCIL_CHOICE = "council"


class NewsletterFilterForm(FilterForm):
    """Group and year, among those that have public issues.

    An unknown group or year does not filter, and is no error for the reader.
    """

    group = RowFilterField(label=_("Published by"), required=False)
    year = forms.ChoiceField(label=_("Year"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        council = Council.current()
        own = [(COUNCIL_CHOICE, council.name)] if council else []
        self.offer_rows("group", publishing_groups(), first=[("", _("Everybody")), *own])
        years = [(str(year), str(year)) for year in years_of(public_issues())]
        self.offer("year", [("", _("Every year")), *years])

    def apply(self, issues: Sequence[Issue]) -> Sequence[Issue]:
        """Keep the issues that fit both choices."""
        chosen = self.chosen
        if "group" in chosen:
            group = self.chosen_rows.get("group")
            key = group.pk if group else None
            issues = [issue for issue in issues if issue.group_id == key]
        if "year" in chosen:
            issues = [issue for issue in issues if issue.year == int(chosen["year"])]
        return issues


class NewsletterFeedForm(forms.Form):
    """The group whose issues a feed has; without one it has everybody's."""

    group = forms.SlugField(required=False)
