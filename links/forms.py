"""The filter of the list of newsletters; its state is in the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

# In the address, where a group's short name would stand.
COUNCIL = "council"


class NewsletterFilter(forms.Form):
    """Choices are what there is: groups and years of public issues.

    An unknown group or year is no error; it merely does not filter.
    """

    group = forms.ChoiceField(label=_("Published by"), required=False)
    year = forms.ChoiceField(label=_("Year"), required=False)

    def __init__(self, data, *, groups: list[tuple[str, str]], years: list[int]) -> None:
        super().__init__(data)
        self.fields["group"].choices = [("", _("Everybody")), *groups]
        self.fields["year"].choices = [("", _("Every year")), *((str(y), str(y)) for y in years)]
        self.full_clean()

    @property
    def group_slug(self) -> str:
        return self.cleaned_data.get("group", "")

    @property
    def chosen_year(self) -> int | None:
        year = self.cleaned_data.get("year")
        return int(year) if year else None
