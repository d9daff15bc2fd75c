"""Partner cities."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Self, cast

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import Country, CountryField
from i18nfield.strings import LazyI18nString

from cities.models.link_kind import DEFAULT, LinkKind
from content.models import Illustrated, Publishable, PublishableQuerySet, Theme, Video
from content.models.constraints import has_its_texts, is_one_of
from content.models.kinds.kind_field import KindField
from content.models.location import Located
from content.models.vague_date import MAX_YEAR, MIN_YEAR, PLAUSIBLE_YEAR
from content.text.countries import SortedCountries
from content.text.fields import I18nCharField, I18nTextField, RichTextField, is_blank
from content.text.sorting import sorted_by_name

SAY_WHY = _("Say why the link is suspended or has ended.")


class CityStatus(models.TextChoices):
    """Whether the link is active."""

    ACTIVE = "active", _("active")
    SUSPENDED = "suspended", _("suspended")
    ENDED = "ended", _("ended")


class CityQuerySet(PublishableQuerySet):
    """Cities; names are sorted as the active language sorts them."""

    def for_cards(self) -> Self:
        """Read pictures and kinds in the same query, and leave out the long texts."""
        return self.select_related("picture", "kind").defer(
            "body", "status_reason", "status_outlook"
        )

    def in_order(self) -> list[City]:
        """Return a list sorted by name, with ended links last."""
        cities = sorted_by_name(cast("Iterable[City]", self))
        return sorted(cities, key=lambda city: city.status == CityStatus.ENDED)


class City(Publishable, Illustrated, Located):
    """A partner city of any kind."""

    parts = ("milestones", "web_links")

    # From home; set by `cities.maps.set_distances` where a page shows it.
    distance_km: float | None

    name = I18nCharField(_("name"))
    slug = models.SlugField(_("short name in the address"), unique=True)
    country: models.Field[str, Country] = CountryField(_("country"), countries=SortedCountries)
    kind = KindField(LinkKind, default=DEFAULT)
    since_year = models.PositiveSmallIntegerField(
        _("linked since"),
        null=True,
        blank=True,
        validators=PLAUSIBLE_YEAR,
        help_text=_("The year. The milestones below tell the story in full."),
    )
    since_words = I18nCharField(
        _("linked since, in words"),
        blank=True,
        help_text=_("Shown instead of the year, such as “1980s”."),
    )
    status = models.CharField(
        _("status"), max_length=20, choices=CityStatus, default=CityStatus.ACTIVE
    )
    status_since = I18nCharField(
        _("suspended or ended since"), blank=True, help_text=_("Such as “March 2022”.")
    )
    status_reason = I18nTextField(
        _("reason"), blank=True, help_text=_("Why the link is suspended or has ended, in words.")
    )
    status_outlook = I18nTextField(
        _("outlook"), blank=True, help_text=_("What would resume the link.")
    )
    summary = I18nTextField(
        _("summary"), help_text=_("One or two sentences for cards and search results.")
    )
    body = RichTextField(_("text"), blank=True)
    checked_on = models.DateField(
        _("checked on"),
        null=True,
        editable=False,
        help_text="When the office said that its page is right.",
    )
    themes = models.ManyToManyField(
        Theme, blank=True, related_name="cities", verbose_name=_("themes")
    )
    videos = models.ManyToManyField(
        Video, blank=True, related_name="cities", verbose_name=_("videos")
    )

    objects: ClassVar = CityQuerySet.as_manager()

    class Meta(Publishable.Meta):
        constraints = [
            *Publishable.Meta.constraints,
            *Illustrated.Meta.constraints,
            *Located.Meta.constraints,
            has_its_texts("name", "slug", "country", "time_zone", "summary"),
            is_one_of("status", CityStatus),
            models.CheckConstraint(
                name="cities_city_status_has_reason",
                condition=models.Q(status="active") | ~models.Q(status_reason__in=["", "{}"]),
                violation_error_message=SAY_WHY,
            ),
            models.CheckConstraint(
                name="cities_city_plausible_year",
                condition=models.Q(since_year=None)
                | models.Q(since_year__range=(MIN_YEAR, MAX_YEAR)),
            ),
        ]
        ordering = ["slug"]
        verbose_name = _("city")
        verbose_name_plural = _("cities")

    def __str__(self) -> str:
        return str(self.name)

    def clean(self) -> None:
        """Require a reason that is not blank where the link is not active.

        Raises:
            ValidationError: for the field `status_reason`.
        """
        super().clean()
        if self.status != CityStatus.ACTIVE and is_blank(self.status_reason):
            raise ValidationError({"status_reason": SAY_WHY})

    def get_absolute_url(self) -> str:
        return reverse("cities:city-detail", kwargs={"slug": self.slug})

    @property
    def since_text(self) -> LazyI18nString | str:
        """The beginning of the link as far as it is known: words, a year, or nothing."""
        return self.since_words or str(self.since_year or "")
