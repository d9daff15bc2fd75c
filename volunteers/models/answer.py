"""What volunteers answered to the questions of the council: personal data."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from content.models.constraints import has_its_texts, is_one_of
from content.text.fields import I18nCharField, I18nTextField
from content.text.lines import lines_of
from content.text.lists import comma_separated
from content.text.plain_fields import PlainTextField
from volunteers.models.application import Application
from volunteers.models.question import CHOSEN, Question, QuestionKind

YES, NO = "yes", "no"


class Answer(models.Model):
    """One answer, with the question as it was asked: later changes of that are not in it.

    `text` is what was typed, a date (ISO 8601), `yes` or `no`; `chosen` the names of what was
    chosen, one a line, in all languages of the question.
    """

    application = models.ForeignKey(
        Application,
        on_delete=models.CASCADE,
        related_name="answers",
        verbose_name=_("application"),
    )
    question = models.ForeignKey(
        Question,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="answers",
        verbose_name=_("further question"),
    )
    label = I18nCharField(_("question as it was asked"), editable=False)
    help_text = I18nCharField(_("hint"), blank=True, editable=False)
    kind = models.CharField(
        _("kind of answer"), max_length=10, choices=QuestionKind, editable=False
    )
    position = models.PositiveSmallIntegerField(_("position"), editable=False)
    text = PlainTextField(_("answer"), blank=True)
    chosen = I18nTextField(_("chosen"), blank=True, editable=False)

    class Meta:
        constraints = [has_its_texts("label"), is_one_of("kind", QuestionKind)]
        ordering = ["position", "pk"]
        verbose_name = _("answer")
        verbose_name_plural = _("answers to further questions")

    def __str__(self) -> str:
        return str(self.label)

    @classmethod
    def to(cls, question: Question, value: list[int] | date | str, position: int = 0) -> Answer:
        """Return an answer that is not saved; `value` is what the form's field has cleaned."""
        text, chosen = "", LazyI18nString("")
        if question.kind in CHOSEN:
            names = question.choice_names
            chosen = _joined([names[at] for at in value] if isinstance(value, list) else [])
        else:
            text = value.isoformat() if isinstance(value, date) else str(value)
        return cls(
            question=question,
            label=question.label,
            help_text=question.help_text,
            kind=question.kind,
            position=position,
            text=text,
            chosen=chosen,
        )

    def is_to_the_same(self, other: Answer) -> bool:
        """Return whether the question is the same, also after it was deleted."""
        if self.question_id or other.question_id:
            return self.question_id == other.question_id
        return self.label.data == other.label.data

    @property
    def words(self) -> str:
        """Return the answer in the language of the moment."""
        if self.kind in CHOSEN:
            return comma_separated(lines_of(str(self.chosen)))
        if self.kind == QuestionKind.YES_NO:
            return gettext("Yes") if self.text == YES else gettext("No")
        day = parse_date(self.text) if self.kind == QuestionKind.DATE else None
        return date_format(day, "DATE_FORMAT") if day else self.text


def _joined(names: list[LazyI18nString]) -> LazyI18nString:
    """Return names as lines, in each language that any of them has."""
    codes = dict.fromkeys(code for name in names for code in name.data)
    return LazyI18nString(
        {code: "\n".join(name.localize(code) for name in names) for code in codes}
    )
