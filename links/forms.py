"""The forms of newsletters: the articles of an issue, and an issue that is a file."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from content.forms.ordered_rows import OrderedFormSet
from content.forms.publishing import PUBLISH, SCHEDULE, saves_draft
from content.models import Document, PublishingState
from content.models.vague_date import PLAUSIBLE_YEAR
from content.text.dates import active_locale
from content.text.language_names import language_choices
from links.models import Newsletter


class ArticleFormSet(OrderedFormSet):
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
        if "_saveasnew" in self.data or saves_draft(self.data):
            return False
        issue = self.instance
        has_date = issue.published_at and issue.publishing_state != PublishingState.EXPIRED
        return PUBLISH in self.data or SCHEDULE in self.data or bool(has_date)

    @property
    def _articles(self) -> list[forms.ModelForm]:
        """Return the forms of the articles that are in the issue once it is saved."""
        filled = [form for form in self.forms if form.instance.pk or form.has_changed()]
        return [form for form in filled if not form.cleaned_data.get(DELETION_FIELD_NAME)]


def month_choices() -> list[tuple[int | str, str]]:
    """Return the months by their names, after one that is none."""
    names = active_locale().months["stand-alone"]["wide"]
    return [("", "–"), *((number, capfirst(names[number])) for number in range(1, 13))]


class IssueFromFileForm(forms.Form):
    """What a file says of itself as an issue, to be corrected.

    Attributes:
        issue: what was saved.
    """

    issue: Newsletter

    title = forms.CharField(
        label=_("Title"), max_length=200, widget=forms.TextInput({"class": "vTextField"})
    )
    language = forms.ChoiceField(label=_("Language"), choices=language_choices)
    month = forms.TypedChoiceField(
        label=_("Month"), choices=month_choices, coerce=int, empty_value=None, required=False
    )
    year = forms.IntegerField(label=_("Year"), validators=PLAUSIBLE_YEAR)
    group: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label=_("Group"), empty_label=_("the council’s own")
    )

    def __init__(self, *args: Any, groups: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        group: Any = self.fields["group"]
        group.queryset = groups
        if self.initial.get("group"):
            group.widget = forms.HiddenInput()

    @property
    def title_in_its_language(self) -> dict[str, str]:
        """Return the title as the admin's forms send it: in its language, or else in the first."""
        codes, language = settings.SITE_LANGUAGES, self.cleaned_data["language"]
        number = codes.index(language) if language in codes else 0
        return {f"title_{number}": self.cleaned_data["title"]}

    def of_issue(self, document: Document) -> dict[str, Any]:
        """Return what the form of a newsletter would send."""
        told = {name: self.cleaned_data[name] or "" for name in ("year", "month")}
        group = self.cleaned_data["group"]
        return self.title_in_its_language | told | {
            "group": group.pk if group else "", "document": document.pk
        }  # fmt: skip
