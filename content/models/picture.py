"""The library of pictures, and the lead picture of a page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from content.file_digests import digest_of
from content.models.constraints import has_its_texts
from content.models.example import MarkedAsExample
from content.pictures.alternative_texts import objection_to
from content.pictures.lasting_address import lasting_token
from content.pictures.renditions import LibraryPictureField, picture_path
from content.text.fields import I18nCharField, texts_of
from content.text.plain_fields import PlainCharField, PlainURLField

# Each has a class in static/css, because inline styles are not allowed.
FOCUS_CHOICES = [(percent, f"{percent} %") for percent in range(0, 101, 10)]


class Picture(MarkedAsExample):
    """A picture with its description and credit."""

    file = LibraryPictureField(
        _("file"), upload_to=picture_path, width_field="width", height_field="height"
    )
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    # Whether a worker is to make the renditions, so that nobody waits for them
    is_left_to_worker = False
    # Until the worker has made them, pages show the file itself; see content.tasks.make_renditions.
    has_renditions = models.BooleanField(default=False, db_default=False, editable=False)
    alt = I18nCharField(
        _("alternative text"),
        help_text=_(
            "What is to be seen, in one sentence, for people who do not see it. "
            "Not “picture of”; not the caption again."
        ),
    )
    caption = I18nCharField(_("caption"), blank=True)
    creator = PlainCharField(
        _("creator"), max_length=200, help_text=_("Who made it: person or agency.")
    )
    source_url = PlainURLField(_("source"), blank=True, help_text=_("Where it was found."))
    licence = PlainCharField(
        _("licence"),
        max_length=100,
        help_text=_("Such as “CC BY-SA 4.0” or “With permission of the creator”."),
    )
    licence_url = PlainURLField(_("licence link"), blank=True)
    example = models.BooleanField(
        _("example picture"),
        default=False,
        db_default=False,
        help_text=_(
            "Made up to show what could stand here. Readers see the words “Example picture” with "
            "its credit, until you take the mark off."
        ),
    )
    focus_x = models.PositiveSmallIntegerField(
        _("centre from the left"), choices=FOCUS_CHOICES, default=50,
        help_text=_("What must stay in view when the picture is cropped."),
    )  # fmt: skip
    focus_y = models.PositiveSmallIntegerField(
        _("centre from the top"), choices=FOCUS_CHOICES, default=50
    )
    # Of the file as it was sent, before it was prepared; empty for what is older than this column
    sha256 = models.CharField(
        max_length=64, default="", db_default="", db_index=True, editable=False
    )
    created_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="content_picture_focus_inside",
                condition=models.Q(focus_x__lte=100, focus_y__lte=100),
            ),
            has_its_texts("file", "alt", "creator", "licence"),
        ]
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self) -> str:
        return str(self.caption) or str(self.alt)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Note that a new file has no renditions yet, and by what it can be recognised."""
        if self.file and not self.file._committed:
            self.has_renditions = False
            self.sha256 = digest_of(self.file)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Return the address that stays when the picture gets another file."""
        return reverse("content:picture", kwargs={"token": lasting_token(self.pk)})

    def clean(self) -> None:
        """Refuse an alternative text that describes nothing.

        Raises:
            ValidationError: beside the text.
        """
        super().clean()
        file_name = getattr(self.file, "original_name", self.file.name) if self.file else ""
        found = [objection_to(text, file_name or "") for text in texts_of(self.alt)]
        if any(found):
            raise ValidationError({"alt": list(filter(None, found))})


class Illustrated(models.Model):
    """A model with a lead picture, which may be decoration only."""

    picture = models.ForeignKey(
        Picture,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    picture_is_decorative = models.BooleanField(
        _("the picture is only decoration here"),
        default=False,
        help_text=_("People who do not see it then miss nothing: screen readers skip it."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_decoration_is_a_picture",
                condition=models.Q(picture_is_decorative=False) | models.Q(picture__isnull=False),
                violation_error_message=_("Choose the picture first."),
            )
        ]

    def clean(self) -> None:
        """Refuse decoration without a picture.

        Raises:
            ValidationError: beside the switch.
        """
        super().clean()
        if self.picture_is_decorative and self.picture is None:
            raise ValidationError({"picture_is_decorative": _("Choose the picture first.")})
