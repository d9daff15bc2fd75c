"""The questions of the council as fields of the form, and what was posted to others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from i18nfield.strings import LazyI18nString

from content.intake.form_fields import LineField, PlainTextField
from content.text.fields import is_blank
from content.text.lists import comma_separated
from volunteers.models import Question, QuestionKind
from volunteers.models.answer import NO, YES
from volunteers.models.question import CHOSEN, MAX_QUESTIONS

MAX_LINE, MAX_TEXT = 300, 2000
# Short enough for the key of a row
_NAME = re.compile(r"question_([1-9][0-9]{0,9})")
_CHOICE = re.compile(r"choice_([0-9]{1,3})")


def field_name(question: Question) -> str:
    """Return the name of the field in the form."""
    return f"question_{question.pk}"


def field_for(question: Question) -> forms.Field:
    """Return a field of the form. Its cleaned value is a text, a date, or numbers of choices."""
    asked = {"question": str(question.label)}
    options: dict[str, Any] = {
        "label": question.label,
        "help_text": "" if is_blank(question.help_text) else question.help_text,
        "required": question.is_required,
        "error_messages": {
            "required": _("Please answer this question: %(question)s") % asked,
            "invalid_choice": _(
                "An answer that you chose is no longer offered. Please choose again: %(question)s"
            )
            % asked,
        },
    }
    match question.kind:
        case QuestionKind.TEXT:
            field = PlainTextField(max_length=MAX_TEXT, **options)
            # Browsers silently cut pasted text; we keep it and say that it is too long.
            del field.widget.attrs["maxlength"]
            return field
        case QuestionKind.YES_NO:
            return _Radios(choices=[(YES, _("Yes")), (NO, _("No"))], **options)
        case QuestionKind.ONE:
            return _NumberOfChoice(choices=_choices(question), **options)
        case QuestionKind.SEVERAL:
            return _NumbersOfChoices(choices=_choices(question), **options)
        case QuestionKind.DATE:
            options["error_messages"]["invalid"] = _("Enter a date such as 2027-12-31.")
            return forms.DateField(
                widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **options
            )
    return LineField(max_length=MAX_LINE, **options)


class _Radios(forms.ChoiceField):
    """One of several; without a script nobody can take back a choice, so there is one for none."""

    def __init__(self, *, choices: Sequence[tuple[str, object]], **options: Any) -> None:
        none = [] if options["required"] else [("", _("No answer"))]
        super().__init__(choices=[*choices, *none], widget=forms.RadioSelect, **options)


class _NumberOfChoice(_Radios):
    def clean(self, value: object) -> list[int]:
        chosen = super().clean(value)
        return [_number(chosen)] if chosen else []


class _NumbersOfChoices(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def clean(self, value: object) -> list[int]:
        return sorted({_number(chosen) for chosen in super().clean(value)})


def _choices(question: Question) -> list[tuple[str, LazyI18nString]]:
    return [(f"choice_{number}", name) for number, name in enumerate(question.choice_names)]


def _number(choice: str) -> int:
    return int(choice.removeprefix("choice_"))


def versions_of(questions: Iterable[Question]) -> str:
    """Return which words the questions have, for a hidden field: `3-0a1b2c 4-…`."""
    return " ".join(f"{question.pk}-{question.digest}" for question in questions)


def read_versions(text: str) -> Mapping[str, str]:
    """Return the digests of the questions that a visitor read, by their keys."""
    parts = (part.partition("-") for part in text.split())
    return {key: digest for key, _dash, digest in parts}


def answers_to_others(data: QueryDict, asked: Iterable[str]) -> list[dict[str, object]]:
    """Return what was posted to questions that are not asked (any more), as rows of a summary.

    Args:
        asked: the names of the fields that the form has.
    """
    names = [name for name in data.keys() - set(asked) if _NAME.fullmatch(name)]
    found = {name: list(filter(None, data.getlist(name))) for name in sorted(names)}
    posted = dict([it for it in found.items() if it[1]][:MAX_QUESTIONS])
    if not posted:
        return []
    keys = [int(name.removeprefix("question_")) for name in posted]
    questions = {field_name(row): row for row in Question.objects.filter(pk__in=keys)}
    rows = []
    for name, values in posted.items():
        question = questions.get(name)
        label = question.label if question else _("A question that is no longer asked")
        if words := typed_words(question, values):
            rows.append({"label": label, "value": words, "anchor": ""})
    return rows


def typed_words(question: Question | None, values: Sequence[str]) -> str:
    """Return what was typed or chosen, right or wrong; without a question, what was typed."""
    names = question.choice_names if question and question.kind in CHOSEN else []
    answers = {YES: _("Yes"), NO: _("No")}
    words = []
    for value in values:
        if found := _CHOICE.fullmatch(value):
            number = int(found[1])
            words += [str(names[number])] if number < len(names) else []
        elif question and question.kind == QuestionKind.YES_NO:
            words.append(answers.get(value, value))
        else:
            words.append(value)
    return comma_separated(words)
