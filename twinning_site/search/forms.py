"""What a reader may ask the search; the state is in the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from twinning_site.search.models import SearchEntry

# Lists tell of many, single rows of one.
KINDS = [
    ("", _("everything")),
    (SearchEntry.Kind.CITY, _("cities")),
    (SearchEntry.Kind.GROUP, _("groups")),
    (SearchEntry.Kind.EVENT, _("events")),
    (SearchEntry.Kind.NEWSLETTER, _("newsletters")),
    (SearchEntry.Kind.PAGE, _("other pages")),
]


class SearchForm(forms.Form):
    """A kind that does not exist, or no year, is as good as none."""

    q = forms.CharField(
        label=_("Search for"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "enterkeyhint": "search"}),
    )
    kind = forms.ChoiceField(label=_("Among"), choices=KINDS, required=False)
    year = forms.IntegerField(
        label=_("From the year"),
        min_value=1000,
        max_value=2999,
        required=False,
        help_text=_("Events and newsletters only"),
    )

    @property
    def words(self) -> str:
        return self.cleaned_data.get("q", "")

    @property
    def filters(self) -> dict:
        """Keyword arguments of `finding.find`."""
        return {
            "kind": self.cleaned_data.get("kind", ""),
            "year": self.cleaned_data.get("year"),
        }
