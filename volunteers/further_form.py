"""The part of the volunteer form that asks what the council has written."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from content.intake.guarded_form import GuardedForm
from volunteers import questions
from volunteers.models import Answer, Question
from volunteers.models.question import CHOSEN


class FurtherQuestionsForm(GuardedForm):
    """A form with the questions of the council behind its own.

    Attributes:
        further: the questions by the names of their fields.
        answers_to_others: what was posted to questions that are not asked any more, as rows of a
            summary. It is shown to be copied, and not stored.
    """

    # Which words the questions had when they were read
    versions = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, asked: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.further = {questions.field_name(question): question for question in asked}
        for name, question in self.further.items():
            self.fields[name] = questions.field_for(question)
        self.fields["versions"].initial = questions.versions_of(asked)
        data = cast(QueryDict, self.data)
        others = questions.answers_to_others(data, self.fields) if self.is_bound else []
        self.answers_to_others = others

    def clean(self) -> dict:
        """Ask again for an answer to a question that has other words than when it was read."""
        cleaned = super().clean()
        data = cast(QueryDict, self.data).copy()
        read = questions.read_versions(cleaned.get("versions") or "")
        for name, question in self.further.items():
            if any(data.getlist(name)) and read.get(str(question.pk)) != question.digest:
                words = _("This question has changed. Please read it again: %(question)s")
                self.add_error(name, words % {"question": question.label})
                if question.kind in CHOSEN:
                    del data[name]
        data["versions"] = questions.versions_of(self.further.values())
        self.data = data
        if self.answers_to_others:
            words = _("You answered a question that is no longer asked. Your answer stands below.")
            self.add_error(None, words)
        return cleaned

    @property
    def further_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.further]

    def further_answers(self) -> list[Answer]:
        """Return the valid answers, not saved; what was left out is none."""
        return [
            Answer.to(question, value, position)
            for position, (name, question) in enumerate(self.further.items())
            if (value := self.cleaned_data[name])
        ]
