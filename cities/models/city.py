"""Partner cities and where to read more about them."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from i18nfield.strings import LazyI18nString

from content.models import Illustrated, Publishable, PublishableQuerySet, Theme
from content.models.constraints import has_its_texts, is_one_of
from content.models.located import Located
from content.models.vague_date import MAX_YEAR, MIN_YEAR, PLAUSIBLE_YEAR
from content.text.countries import SortedCountries
from content.text.fields import I18nCharField, I18nTextField, RichTextField, is_blank
from content.text.sorting import sorted_by_name

SAY_WHY = _("Say why the link is suspended or has ended.")


class CityQuerySet(PublishableQuerySet):
    """Cities; names are sorted as the active language sorts them."""

    def for_cards(self) -> Self:
        """Read the pictures with them, and not the long texts."""
        return self.select_related("picture").defer("body", "status_reason", "status_outlook")

    def sharing_themes_with(self, city: City) -> Self:
        """Keep other cities that have a theme in common with `city`."""
        cities = City.objects.filter(themes__in=city.themes.all())
        return self.exclude(pk=city.pk).filter(pk__in=cities.values("pk"))

    def in_order(self) -> list[City]:
        """Read the rows, links that live before those that ended, then by name."""
        cities = sorted_by_name(self)
        return sorted(cities, key=lambda city: city.status == City.Status.ENDED)


class City(Publishable, Illustrated, Located):
    """A partner city of any kind."""

    class Kind(models.TextChoices):
        TWIN_CITY = "twin_city", _("twin city")
        FRIENDSHIP = "friendship", _("friendship")
        PROJECT = "project", _("project partnership")
        NATIONAL = "national", _("twinning within the country")
        DISTRICT = "district", _("district link")
        SOLIDARITY = "solidarity", _("solidarity link")

    class Status(models.TextChoices):
        ACTIVE = "active", _("active")
        SUSPENDED = "suspended", _("suspended")
        ENDED = "ended", _("ended")

    name = I18nCharField(_("name"))
    slug = models.SlugField(_("short name in the address"), unique=True)
    country = CountryField(_("country"), countries=SortedCountries)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.TWIN_CITY)
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
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.ACTIVE)
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
    themes = models.ManyToManyField(
        Theme, blank=True, related_name="cities", verbose_name=_("themes")
    )

    objects = CityQuerySet.as_manager()

    class Meta(Publishable.Meta):
        constraints = [
            *Publishable.Meta.constraints,
            *Illustrated.Meta.constraints,
            *Located.Meta.constraints,
            has_its_texts("name", "slug", "country", "time_zone", "summary"),
            is_one_of(
                "kind", "twin_city", "friendship", "project", "national", "district", "solidarity"
            ),
            is_one_of("status", "active", "suspended", "ended"),
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
        """Refuse a reason of nothing but spaces where one is needed.

        Raises:
            ValidationError: beside the reason.
        """
        super().clean()
        if self.status != self.Status.ACTIVE and is_blank(self.status_reason):
            raise ValidationError({"status_reason": SAY_WHY})

    def get_absolute_url(self) -> str:
        return reverse("cities:city-detail", kwargs={"slug": self.slug})

    @property
    def since_text(self) -> LazyI18nString | str:
        """The beginning as it is known: words, a year, or nothing."""
        return self.since_words or str(self.since_year or "")


class WebLink(models.Model):
    """An address about a city, outside this site."""

    city = models.ForeignKey(
        City, on_delete=models.CASCADE, related_name="web_links", verbose_name=_("city")
    )
    title = I18nCharField(_("title"))
    url = models.URLField(_("address"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        constraints = [has_its_texts("title", "url")]
        ordering = ["position", "pk"]
        verbose_name = _("web link")
        verbose_name_plural = _("web links")

    def __str__(self) -> str:
        return str(self.title)
