"""The formset of a newsletter's articles."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext_lazy as _

from content.forms.ordered_rows import OrderedFormSet
from content.forms.publishing import PUBLISH, SCHEDULE, saves_draft
from content.models import PublishingState


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
