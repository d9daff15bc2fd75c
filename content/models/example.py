"""The mark of what is made up to show what could stand somewhere."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MarkedAsExample(models.Model):
    """What readers see the words “Example text” with, as long as it is marked as made up."""

    example = models.BooleanField(
        _("example text"),
        default=False,
        db_default=False,
        help_text=_(
            "Made up to show what could stand here. Readers see the words “Example text” with it, "
            "until you take the mark off."
        ),
    )

    class Meta:
        abstract = True
