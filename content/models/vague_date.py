"""Dates of which only a part may be known."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models.constraints import day_is_in_its_month
from content.text.dates import vague_date_text
from content.text.fields import I18nCharField

# Other years are typing errors, such as 76 or 20000.
MIN_YEAR, MAX_YEAR = 800, 2200
PLAUSIBLE_YEAR = [MinValueValidator(MIN_YEAR), MaxValueValidator(MAX_YEAR)]


class VagueDated(models.Model):
    """A model with a year and perhaps month and day, or with words and a year to sort by."""

    year = models.PositiveSmallIntegerField(
        _("year"),
        validators=PLAUSIBLE_YEAR,
        help_text=_("If only words are known (“1980s”), the year to sort by."),
    )
    month = models.PositiveSmallIntegerField(
        _("month"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
        help_text=_("As a number, if it is known."),
    )
    day = models.PositiveSmallIntegerField(
        _("day"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(31)],
        help_text=_("If it is known."),
    )
    date_words = I18nCharField(
        _("date in words"),
        blank=True,
        help_text=_("Shown instead of the date, such as “1980s” or “autumn 2015”."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_plausible_year",
                condition=models.Q(year__range=(MIN_YEAR, MAX_YEAR)),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_month_in_year",
                condition=models.Q(month=None) | models.Q(month__range=(1, 12)),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_day_needs_month",
                condition=models.Q(day=None) | models.Q(month__isnull=False, day__range=(1, 31)),
                violation_error_message=_("A day needs its month."),
            ),
            day_is_in_its_month(),
        ]

    def clean(self) -> None:
        """Refuse a day that its month does not have.

        Raises:
            ValidationError: on 31 April and the like, beside the field.
        """
        super().clean()
        if self.day and self.month and self.year:
            try:
                vague_date_text(self.year, self.month, self.day)
            except ValueError as error:
                raise ValidationError({"day": _("That month has no such day.")}) from error

    @property
    def date_text(self) -> str:
        """Return the date as far as it is known, in the active language."""
        return str(self.date_words) or vague_date_text(self.year, self.month, self.day)

    @property
    def is_exact_year(self) -> bool:
        """Return whether the year is known, and not only a year to sort by."""
        return not self.date_words
