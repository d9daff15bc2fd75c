"""The volunteer form. Its labels address the applicant; the model's address the officer."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cities.models import City, CityStatus
from content.intake.form_fields import AddressField, LineField, NameField, PlainTextField
from content.models.theme import all_themes
from content.text.lists import comma_separated
from volunteers import questions
from volunteers.further_form import FurtherQuestionsForm
from volunteers.models import Answer, ConsentWording, Question, VolunteerTask
from volunteers.row_fields import Row, RowChoiceField, RowNamesField

# More boxes than these are too many to look through.
MOST_BOXES = 15


class ApplicationForm(FurtherQuestionsForm):
    """All questions to a volunteer. `wording` is the key of the wording shown with the consent."""

    name = NameField()
    email = AddressField(
        help_text=_("We answer to this address and send you a link to what you tell us."),
    )
    phone = LineField(
        label=_("Phone number"),
        max_length=50,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    cities = RowChoiceField(
        label=_("Which links would you like to help with?"),
        help_text=_("Choose as many as you like, or none if you are open to all."),
        required=False,
    )
    interests = RowChoiceField(
        label=_("What interests you?"),
        help_text=_("Choose as many as you like."),
        required=False,
    )
    tasks = RowChoiceField(
        label=_("Is there a task that you would like?"),
        help_text=_("Choose as many as you like."),
        required=False,
        error_messages={
            "invalid_choice": _(
                "A task that you chose is no longer offered. Please look at the tasks again."
            )
        },
    )
    languages = LineField(
        label=_("Languages you speak"),
        help_text=_("Such as “German well, a little Polish”."),
        max_length=300,
        required=False,
    )
    skills = PlainTextField(
        label=_("Skills and experience"),
        help_text=_("Such as hosting guests, taking photographs, or keeping accounts."),
        max_length=2000,
        required=False,
    )
    availability = LineField(
        label=_("When do you have time?"),
        help_text=_("Such as weekday evenings, or only in the summer holidays."),
        max_length=300,
        required=False,
    )
    message = PlainTextField(
        label=_("Anything else you would like to say"), max_length=4000, required=False
    )
    consent = forms.BooleanField(
        error_messages={"required": _("Tick the box if you agree. Without it we cannot go on.")},
    )
    wording = forms.IntegerField(widget=forms.HiddenInput, required=False)

    ANSWER_FIELDS = [
        "name", "email", "phone", "cities", "interests", "tasks", "languages", "skills",
        "availability", "message",
    ]  # fmt: skip

    def __init__(self, *args: Any, current_wording: ConsentWording, **kwargs: Any) -> None:
        super().__init__(*args, asked=Question.objects.asked(), **kwargs)
        self.current_wording = current_wording
        cities = City.objects.published().exclude(status=CityStatus.ENDED)
        self._offer_cities(cities.in_order())
        self._offer("interests", list(all_themes()))
        self._offer("tasks", list(VolunteerTask.objects.offered()))
        self.order_fields(self.asked)
        self.fields["consent"].label = current_wording.text
        self.fields["wording"].initial = current_wording.pk

    def _offer_cities(self, cities: list[City]) -> None:
        """Ask for cities with boxes, or for names if they are many."""
        if len(cities) <= MOST_BOXES:
            self._offer("cities", cities)
            return
        self.fields["cities"] = RowNamesField(
            cities,
            label=self.fields["cities"].label,
            help_text=_("Type a name in each line, or leave them empty if you are open to all."),
            required=False,
        )

    def _offer(self, name: str, rows: Sequence[Row]) -> None:
        """Let the question have these rows to choose from; without any, it is not asked."""
        if rows:
            cast(RowChoiceField, self.fields[name]).set_rows(rows)
        else:
            del self.fields[name]

    def clean(self) -> dict:
        """Ask for consent again if the wording has changed since the form was shown."""
        cleaned = super().clean()
        if cleaned.get("wording") != self.current_wording.pk:
            data = cast(QueryDict, self.data).copy()
            data["wording"] = str(self.current_wording.pk)
            data.pop("consent", None)
            self.data = data
            self.add_error("consent", _("The wording has changed. Please read it again."))
        return cleaned

    @property
    def asked(self) -> list[str]:
        """Return the names of the questions that are asked."""
        names = [*self.ANSWER_FIELDS[:-1], *self.further, self.ANSWER_FIELDS[-1]]
        return [name for name in names if name in self.fields]

    def summary(self) -> list[dict[str, object]]:
        """Return the valid answers as dicts of `label`, `value` and `anchor` of the field."""
        rows = []
        for name in self.asked:
            value, bound = self.cleaned_data[name], self[name]
            if value and name in self.further:
                value = Answer.to(self.further[name], value).words
            elif isinstance(value, list):
                value = comma_separated(value)
            first_box = "_0" if bound.use_fieldset else ""
            rows.append(
                {
                    "label": bound.label,
                    "value": value or _("No answer"),
                    "anchor": f"{bound.auto_id}{first_box}",
                }
            )
        return rows

    def typed(self) -> list[dict[str, object]]:
        """Return as `summary()` does what was typed, right or wrong; nothing can be changed."""
        rows: list[dict[str, object]] = []
        for bound in (self[name] for name in self.asked):
            value = bound.value() or ""
            if isinstance(bound.field, RowChoiceField | RowNamesField):
                value = bound.field.typed_words(value)
            elif question := self.further.get(bound.name):
                posted = cast(QueryDict, self.data).getlist(bound.name)
                value = questions.typed_words(question, posted)
            if value:
                rows.append({"label": bound.label, "value": value, "anchor": ""})
        return [*rows, *self.answers_to_others]
