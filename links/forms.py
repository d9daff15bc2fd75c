"""Forms that choose newsletters by the query of an address, and the formset of articles."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from content.forms.filters import FilterForm, RowSelect
from content.models import PublishingState

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
        self.fields["group"].choices = [("", _("Everybody")), *groups]
        self.fields["year"].choices = [("", _("Every year")), *((str(y), str(y)) for y in years)]

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


class ArticleFormSet(forms.BaseInlineFormSet):
    """The articles of an issue. Together they decide whether it can be published."""

    def clean(self) -> None:
        """Refuse to publish an issue in which there is nothing to read.

        Raises:
            ValidationError: above the articles.
        """
        super().clean()
        if self._becomes_public and not self.instance.document_id and not self._articles:
            raise ValidationError(
                _("There is nothing to read in this issue. Add an article or a PDF to publish it.")
            )

    @property
    def _becomes_public(self) -> bool:
        if "_saveasnew" in self.data or "_take_down" in self.data:
            return False
        issue = self.instance
        has_date = issue.published_at and issue.publishing_state != PublishingState.EXPIRED
        return "_publish" in self.data or bool(has_date)

    @property
    def _articles(self) -> list[forms.ModelForm]:
        """Return the forms of the articles that are in the issue once it is saved."""
        filled = [form for form in self.forms if form.instance.pk or form.has_changed()]
        return [form for form in filled if not self._should_delete_form(form)]
