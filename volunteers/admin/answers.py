"""What a volunteer answered to the further questions, below their application."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from content.forms.named_cells import NamedCellsForm, NamedCellsFormSet
from content.intake.form_fields import LineField, PlainTextField
from volunteers.models import Answer, QuestionKind
from volunteers.models.answer import NO, YES
from volunteers.models.question import CHOSEN
from volunteers.questions import MAX_LINE, MAX_TEXT


class AnswerForm(NamedCellsForm):
    """Corrects what was typed (GDPR, article 16); what was chosen can only be deleted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer = self.instance
        label = self.fields["text"].widget.attrs["aria-label"]
        self.fields["text"] = _field_for(answer.kind)
        self.fields["text"].widget.attrs["aria-label"] = label
        if answer.kind in CHOSEN:
            self.initial["text"] = answer.words

    def clean_text(self) -> str:
        if self.instance.kind in CHOSEN:
            return self.instance.text
        value = self.cleaned_data["text"]
        return value.isoformat() if isinstance(value, date) else value


def _field_for(kind: str) -> forms.Field:
    match kind:
        case QuestionKind.LINE:
            return LineField(max_length=MAX_LINE)
        case QuestionKind.YES_NO:
            return forms.ChoiceField(choices=[(YES, _("Yes")), (NO, _("No"))])
        case QuestionKind.DATE:
            return forms.DateField(
                widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
            )
    box = forms.Textarea(attrs={"rows": 3})
    return PlainTextField(widget=box, max_length=MAX_TEXT, disabled=kind in CHOSEN)


class AnswerInline(admin.TabularInline):
    model = Answer
    form, formset = AnswerForm, NamedCellsFormSet
    extra = 0
    fields = ["asked", "text"]
    readonly_fields = ["asked"]

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Return False: answers come from the form alone."""
        return False

    @admin.display(description=_("question as it was asked"))
    def asked(self, obj: Answer) -> SafeString:
        return format_html("{}<br><small>{}</small>", obj.label, obj.help_text or "")
