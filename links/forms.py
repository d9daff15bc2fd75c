"""The forms of newsletters: the articles of an issue, and an issue that is a file."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from content.forms.ordered_rows import OrderedFormSet
from content.forms.publishing import PUBLISH, SCHEDULE, saves_draft
from content.forms.slugs import SluggedForm
from content.models import Document, PublishingState
from content.models.vague_date import PLAUSIBLE_YEAR
from content.text.dates import active_locale
from content.text.file_sizes import file_size
from content.text.language_field import LanguageFormField
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


class IssueFactsForm(forms.Form):
    """What a file says of itself as an issue, to be corrected."""

    title = forms.CharField(
        label=_("Title"), max_length=200, widget=forms.TextInput({"class": "vTextField"})
    )
    language = LanguageFormField(label=_("Language"), choices=language_choices)
    month = forms.TypedChoiceField(
        label=_("Month"), choices=month_choices, coerce=int, empty_value=None, required=False
    )
    year = forms.IntegerField(label=_("Year"), validators=PLAUSIBLE_YEAR)

    @property
    def title_language(self) -> str:
        """Return the language to keep the title in: that of the file, or the site's first."""
        language = self.cleaned_data["language"]
        return language if language in settings.SITE_LANGUAGES else settings.LANGUAGE_CODE

    @property
    def title_in_its_language(self) -> dict[str, str]:
        """Return the title as forms of a title in several languages send it."""
        number = settings.SITE_LANGUAGES.index(self.title_language)
        return {f"title_{number}": self.cleaned_data["title"]}


class IssueFromFileForm(IssueFactsForm):
    """The facts of a file in the admin, where its group can be chosen.

    Attributes:
        issue: what was saved.
    """

    issue: Newsletter

    group: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label=_("Group"), empty_label=_("the council’s own")
    )

    def __init__(self, *args: Any, groups: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        group: Any = self.fields["group"]
        group.queryset = groups
        if self.initial.get("group"):
            group.widget = forms.HiddenInput()

    def of_issue(self, document: Document) -> dict[str, Any]:
        """Return what the form of a newsletter would send."""
        told = {name: self.cleaned_data[name] or "" for name in ("year", "month")}
        group = self.cleaned_data["group"]
        return self.title_in_its_language | told | {
            "group": group.pk if group else "", "document": document.pk
        }  # fmt: skip


class DroppedFileForm(forms.Form):
    """The file that a group hands in by its drop box link, and a word with it."""

    file = forms.FileField(
        label=_("The PDF of the issue"), widget=forms.FileInput({"accept": ".pdf"})
    )
    word = forms.CharField(
        label=_("A word to the office"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("If there is anything to say about it. It is not published."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _("At most %(limit)s.") % {
            "limit": file_size(settings.DROP_BOX_MAX_BYTES)
        }

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > settings.DROP_BOX_MAX_BYTES:
            raise ValidationError(
                _("This file has %(size)s. The most that can be taken is %(limit)s.")
                % {
                    "size": file_size(file.size or 0),
                    "limit": file_size(settings.DROP_BOX_MAX_BYTES),
                }
            )
        return file


class DroppedIssueForm(IssueFactsForm):
    """The facts of a file that a group hands in, for the page without an account."""

    word = DroppedFileForm.base_fields["word"]


class DroppedNewsletterForm(SluggedForm):
    """The issue that is made of it: its address is made from its title, or from its group."""

    class Meta:
        model = Newsletter
        fields = ("title", "slug", "group", "year", "month", "document")

    def _make_slug(self, cleaned: dict) -> None:
        """Take the group and the year if the title has no letter that addresses can have."""
        super()._make_slug(cleaned)
        if "slug" in self.errors and cleaned.get("group") and cleaned.get("year"):
            del self.errors["slug"]
            cleaned["slug"] = self._free_slug(f"{cleaned['group'].slug[:40]}-{cleaned['year']}")
