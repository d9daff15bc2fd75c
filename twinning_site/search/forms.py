"""The search form. It is sent by GET, so that a search has an address."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.forms.filters import FilterForm, RowSelect
from twinning_site.search.models import SearchEntryKind

# In the plural; the choices of the model are in the singular.
KINDS = [
    ("", _("everything")),
    (SearchEntryKind.CITY, _("cities")),
    (SearchEntryKind.GROUP, _("groups")),
    (SearchEntryKind.EVENT, _("events")),
    (SearchEntryKind.NEWSLETTER, _("newsletters")),
    (SearchEntryKind.FUND, _("funds")),
    (SearchEntryKind.DOCUMENT, _("documents")),
    (SearchEntryKind.PAGE, _("other pages")),
]


class WordsField(forms.CharField):
    """Words of any kind: what is too long is cut, and NUL parts words."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(str(value or "").replace("\x00", " ")) or ""
        return text[: self.max_length]


class SearchForm(FilterForm):
    """Words, kind and year. A kind or a year that is not valid is ignored."""

    q = WordsField(
        label=_("Search for"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "enterkeyhint": "search"}),
    )
    kind = forms.ChoiceField(label=_("Among"), choices=KINDS, required=False, widget=RowSelect)
    year = forms.IntegerField(
        label=_("From the year"),
        min_value=1000,
        max_value=2999,
        required=False,
        # One for numbers would not show again what is none.
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
        help_text=_("Events and newsletters only"),
    )

    @property
    def words(self) -> str:
        """Return what to search for."""
        return self.chosen.get("q", "")

    @property
    def filters(self) -> dict[str, Any]:
        """Return the keyword arguments of `query.search`."""
        chosen = self.chosen
        return {"kind": chosen.get("kind", ""), "year": chosen.get("year")}

    def link_label(self, name: str, value: Any) -> str | None:
        match name:
            case "kind":
                return capfirst(super().link_label(name, value))
            case "year":
                return gettext("From %(year)s") % {"year": value}
        return None  # The words are changed in their field.
