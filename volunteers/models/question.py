"""What a council asks volunteers beside the questions that come with the site."""

from __future__ import annotations

import hashlib
import json
from typing import ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from content.models.constraints import has_its_texts, is_one_of
from content.text.fields import I18nCharField, I18nTextField, texts_of
from content.text.lines import lines_of

# So many are asked at a time; of more, the first ones.
MAX_QUESTIONS = 10
MAX_CHOICES = 20
# Characters in one language
MAX_LABEL, MAX_HELP_TEXT, MAX_CHOICE = 200, 500, 200


class QuestionKind(models.TextChoices):
    """What an answer is."""

    LINE = "line", _("a line of text")
    TEXT = "text", _("several lines of text")
    YES_NO = "yes_no", _("yes or no")
    ONE = "one", _("one of several answers")
    SEVERAL = "several", _("any of several answers")
    DATE = "date", _("a date")


# Kinds to which the council writes what can be chosen
CHOSEN = frozenset({QuestionKind.ONE, QuestionKind.SEVERAL})


class QuestionQuerySet(models.QuerySet["Question"]):
    def shown(self) -> Self:
        """Keep those whose day has come."""
        return self.filter(shown_from__lte=timezone.localdate())

    def asked(self) -> list[Question]:
        """Return what the form asks today, in the order of the council."""
        return list(self.shown()[:MAX_QUESTIONS])


class Question(models.Model):
    """A question of the council in the form. Its answers keep what was asked (`Answer`)."""

    label = I18nCharField(_("question"), help_text=_("Such as “Do you have a driving licence?”"))
    help_text = I18nCharField(
        _("hint"), blank=True, help_text=_("A sentence below the question, if it needs one.")
    )
    kind = models.CharField(
        _("kind of answer"), max_length=10, choices=QuestionKind, default=QuestionKind.LINE
    )
    choices = I18nTextField(
        _("answers to choose from"),
        blank=True,
        help_text=_(
            "One a line, in the same order in each language. Only for answers that are chosen."
        ),
    )
    is_required = models.BooleanField(
        _("has to be answered"),
        default=False,
        help_text=_("Nobody can send the form without an answer."),
    )
    shown_from = models.DateField(
        _("shown from"),
        null=True,
        blank=True,
        help_text=_("Empty it to ask no more: the answers that are there stay."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    objects: ClassVar = QuestionQuerySet.as_manager()

    class Meta:
        constraints = [
            has_its_texts("label"),
            is_one_of("kind", QuestionKind),
            models.CheckConstraint(
                name="volunteers_question_has_choices",
                condition=~Q(kind__in=sorted(CHOSEN)) | ~Q(choices__in=["", "{}"]),
                violation_error_message=_("Write the answers to choose from, one a line."),
            ),
        ]
        ordering = ["position", "pk"]
        verbose_name = _("further question")
        verbose_name_plural = _("further questions")

    def __str__(self) -> str:
        return str(self.label)

    def clean(self) -> None:
        """Refuse texts that are too long for a form, and choices that do not fit together.

        Raises:
            ValidationError: beside the field.
        """
        super().clean()
        faults = {}
        for name, length in (("label", MAX_LABEL), ("help_text", MAX_HELP_TEXT)):
            if any(len(text) > length for text in texts_of(getattr(self, name))):
                words = _("This is too long: at most %(length)s characters are shown well.")
                faults[name] = words % {"length": length}
        if self.kind in CHOSEN and (fault := self._fault_of_choices()):
            faults["choices"] = fault
        if faults:
            raise ValidationError(faults)

    def _fault_of_choices(self) -> str:
        by_language = list(_lines_by_language(self.choices).values())
        if not by_language or min(map(len, by_language)) < 2:
            return str(_("Write at least two answers, one a line."))
        if len({len(lines) for lines in by_language}) > 1:
            return str(_("Each language needs as many answers, in the same order."))
        if len(by_language[0]) > MAX_CHOICES:
            return str(_("At most %(count)s answers can be offered.") % {"count": MAX_CHOICES})
        if any(len(set(lines)) < len(lines) for lines in by_language):
            return str(_("The same answer is there twice."))
        if any(len(line) > MAX_CHOICE for lines in by_language for line in lines):
            words = _("An answer is too long: at most %(length)s characters are shown well.")
            return str(words % {"length": MAX_CHOICE})
        return ""

    @property
    def choice_names(self) -> list[LazyI18nString]:
        """Return what can be chosen, each with its name in all languages."""
        by_language = _lines_by_language(self.choices)
        count = max(map(len, by_language.values()), default=0)
        return [
            LazyI18nString(
                {code: lines[at] for code, lines in by_language.items() if len(lines) == count}
            )
            for at in range(count)
        ]

    @property
    def digest(self) -> str:
        """Return what changes with every word of the question, to tell whether it was read so."""
        words = [self.kind, self.label.data, self.help_text.data, self.choices.data]
        written = json.dumps(words, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()[:12]


def _lines_by_language(text: LazyI18nString | str) -> dict[str, list[str]]:
    """Return the lines of each language that has any."""
    data = getattr(text, "data", text)
    if not isinstance(data, dict):
        data = {settings.LANGUAGE_CODE: data}
    found = {code: lines_of(str(words or "")) for code, words in data.items()}
    return {code: lines for code, lines in found.items() if lines}
