"""Places on the globe."""

import zoneinfo

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


def check_time_zone(name: str) -> None:
    """Refuse a name that is not in the IANA time zone database.

    Raises:
        ValidationError: with an example.
    """
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("There is no such time zone. Write it like “Europe/London”."))


class Located(models.Model):
    """A model with a place on the globe, in degrees (WGS 84), and its time zone."""

    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Degrees north; south of the equator negative."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Degrees east; west of Greenwich negative."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=50,
        validators=[check_time_zone],
        help_text=_("As in the IANA database, such as “Europe/London”."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_on_the_globe",
                condition=models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
            )
        ]
