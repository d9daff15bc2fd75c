"""The admin of the further questions, which warns of special categories of data."""

from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.admin.drafts.autosave import AutosaveAdmin
from content.admin.texts.multilingual import MultilingualAdmin
from content.admin.versions.versioned import VersionedAdmin
from volunteers.models import Question
from volunteers.models.question import MAX_QUESTIONS
from volunteers.special_categories import special_words


class QuestionForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        """Refuse one question too many: the form has to stay short."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("shown_from"):
            others = Question.objects.exclude(pk=self.instance.pk).exclude(shown_from=None)
            if others.count() >= MAX_QUESTIONS:
                words = gettext(
                    "%(count)s questions are asked already, and long forms are not sent. Empty "
                    "“shown from” here, or of another one first."
                )
                self.add_error("shown_from", ValidationError(words % {"count": MAX_QUESTIONS}))
        return cleaned


@admin.register(Question)
class QuestionAdmin(AutosaveAdmin, VersionedAdmin, MultilingualAdmin):
    form = QuestionForm
    list_display = ["label", "kind", "is_required", "shown_from", "position"]
    list_editable = ["position"]
    search_fields = ["label"]
    actions = None
    fieldsets = [
        (
            None,
            {
                "fields": ["label", "help_text", "kind", "choices", "is_required",
                           ("shown_from", "position")],
                "description": _(
                    "Ask only what you need to find a task. Questions about health, religion, "
                    "origin, politics, trade unions or sexual life need a reason of their own "
                    "(GDPR, article 9), and the consent has to name them: ask your data "
                    "protection officer first."
                ),
            },
        )
    ]  # fmt: skip

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Have the next question come last."""
        last = Question.objects.order_by("position").last()
        position = min(last.position + 1, 32_767) if last else 0
        return {"position": position, **super().get_changeform_initial_data(request)}

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if words := special_words(cast(Question, obj)):
            warning = gettext(
                "This seems to ask about what the law protects most (GDPR, article 9): %(words)s. "
                "It is saved. Ask your data protection officer before it is shown."
            )
            self.message_user(request, warning % {"words": ", ".join(words)}, messages.WARNING)
