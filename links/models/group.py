"""Voluntary groups, which do the work of the links between cities."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Self, cast

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cities.models import City
from content.models import (
    AtSocialNetworks,
    DatedRows,
    Document,
    Illustrated,
    Publishable,
    PublishableQuerySet,
    SharedRows,
    Theme,
    Video,
    published_now,
)
from content.models.constraints import has_its_texts
from content.models.remembering.remembered import remembered, remembered_rows
from content.text.fields import I18nCharField, I18nTextField, RichTextField, is_blank
from content.text.plain_fields import PlainURLField
from content.text.sorting import sorted_by_name

PARTNER_NEEDS_NAME = _("Say who the partner is.")
UMBRELLA_BELONGS_TO_NONE = _("An umbrella group cannot belong to another one.")


class LinkGroupQuerySet(PublishableQuerySet):
    """Groups; names are sorted as the active language sorts them."""

    def as_cards(self) -> list[LinkGroup]:
        """Return what cards show. Requests share these rows: do not change them."""
        keys = self.values_list("pk", flat=True)
        return remembered_rows(LinkGroup, keys, LinkGroupQuerySet.for_cards)

    def of_city(self, city: City) -> SharedRows[LinkGroup]:
        """Return the public groups of a city as cards show them, sorted by name: 1 query."""
        return _groups_of_city(city).public()

    def for_cards(self) -> Self:
        """Load the pictures, and leave out the long texts."""
        return self.select_related("picture").defer("body", "how_to_join")

    def with_cities(self) -> Self:
        """Load the names of the cities for `public_cities`: 1 more query."""
        cities = City.objects.dated().only("name", "slug", "published_at", "expires_at")
        return self.prefetch_related(Prefetch("cities", queryset=cities, to_attr="dated_cities"))

    def written_by(self, user: AbstractUser | AnonymousUser) -> Self:
        return self.filter(writers__user=user.pk)

    def silent(self, since: date) -> Self:
        """Keep groups that were asked about their page on `since` or earlier, without an answer."""
        return self.filter(
            models.Q(answered_on=None) | models.Q(answered_on__lt=models.F("asked_on")),
            asked_on__lte=since,
        )

    def newsletters(self) -> QuerySet:
        """Return the public issues of these groups, which are public themselves."""
        issues: Any = LinkGroup._meta.get_field("newsletters").related_model
        return issues.objects.published_by(self.values("pk"))

    def in_order(self) -> list[LinkGroup]:
        """Return the groups as a list: umbrella groups first, then by name."""
        return sorted(
            sorted_by_name(cast("Iterable[LinkGroup]", self)),
            key=lambda group: not group.is_umbrella,
        )


@remembered
def _groups_of_city(city: City) -> DatedRows[LinkGroup]:
    groups = LinkGroup.objects.dated().filter(cities=city).for_cards()
    return DatedRows(sorted_by_name(groups))


class LinkGroup(Publishable, Illustrated, AtSocialNetworks):
    """A voluntary group, for no city, one or many."""

    parts = ("contacts",)

    # Set by `LinkGroupQuerySet.with_cities`
    dated_cities: list[City]

    name = I18nCharField(_("name"))
    slug = models.SlugField(_("short name in the address"), unique=True)
    cities = models.ManyToManyField(
        City, blank=True, related_name="groups", verbose_name=_("cities")
    )
    is_umbrella = models.BooleanField(
        _("umbrella group"), default=False, help_text=_("It unites other groups.")
    )
    umbrella = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="members",
        limit_choices_to={"is_umbrella": True},
        verbose_name=_("belongs to the umbrella group"),
    )
    founded = I18nCharField(_("founded"), blank=True, help_text=_("A year, or words."))
    summary = I18nTextField(
        _("summary"), help_text=_("One or two sentences for cards and search results.")
    )
    body = RichTextField(_("text"), blank=True)
    how_to_join = RichTextField(_("how to join"), blank=True)
    meetings = I18nCharField(_("meetings"), blank=True, help_text=_("Such as “four times a year”."))
    partner_name = I18nCharField(_("partner organisation abroad"), blank=True)
    partner_url = PlainURLField(_("address of the partner organisation"), blank=True)
    website = PlainURLField(_("website"), blank=True)
    themes = models.ManyToManyField(
        Theme, blank=True, related_name="groups", verbose_name=_("themes")
    )
    asked_on = models.DateField(null=True, editable=False)
    answered_on = models.DateField(null=True, editable=False)
    checked_on = models.DateField(
        _("checked on"),
        null=True,
        editable=False,
        help_text="When the group or the office said that its page is right.",
    )
    documents = models.ManyToManyField(
        Document, blank=True, related_name="groups", verbose_name=_("documents")
    )
    videos = models.ManyToManyField(
        Video, blank=True, related_name="groups", verbose_name=_("videos")
    )

    objects: ClassVar = LinkGroupQuerySet.as_manager()

    class Meta(Publishable.Meta):
        default_permissions = (*Publishable.Meta.default_permissions, "write")
        constraints = [
            *Publishable.Meta.constraints,
            *Illustrated.Meta.constraints,
            has_its_texts("name", "slug", "summary"),
            models.CheckConstraint(
                name="links_linkgroup_partner_has_a_name",
                condition=models.Q(partner_url="") | ~models.Q(partner_name__in=["", "{}"]),
                violation_error_message=PARTNER_NEEDS_NAME,
            ),
            models.CheckConstraint(
                name="links_linkgroup_not_its_own_umbrella",
                condition=models.Q(umbrella=None) | ~models.Q(umbrella=models.F("pk")),
                violation_error_message=_("A group cannot be its own umbrella group."),
            ),
            models.CheckConstraint(
                name="links_linkgroup_umbrella_stands_alone",
                condition=models.Q(is_umbrella=False) | models.Q(umbrella=None),
                violation_error_message=UMBRELLA_BELONGS_TO_NONE,
            ),
        ]
        ordering = ["slug"]
        verbose_name = _("group")
        verbose_name_plural = _("groups")

    def __str__(self) -> str:
        return str(self.name)

    @property
    def public_cities(self) -> list[City]:
        """Return the cities that are public now, of a row read by `with_cities()`."""
        return published_now(self.dated_cities)

    def clean(self) -> None:
        """Refuse a partner's address without a name, and an umbrella that cannot be one.

        Raises:
            ValidationError: beside the name, the umbrella or the switch.
        """
        super().clean()
        if self.partner_url and is_blank(self.partner_name):
            raise ValidationError({"partner_name": PARTNER_NEEDS_NAME})
        if self.is_umbrella and self.umbrella:
            raise ValidationError({"umbrella": UMBRELLA_BELONGS_TO_NONE})
        self._check_umbrella()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refuse umbrellas within umbrellas. No constraint can: it looks at one row.

        Raises:
            ValidationError: if the group belongs to one that is no umbrella group, or has members
                and is none itself.
        """
        self._check_umbrella()
        super().save(*args, **kwargs)

    def _check_umbrella(self) -> None:
        if self.umbrella and not self.umbrella.is_umbrella:
            raise ValidationError({"umbrella": _("This group is not an umbrella group.")})
        if self.pk and not self.is_umbrella and self.members.exists():
            raise ValidationError(
                {"is_umbrella": _("Groups belong to it. Take them out of this umbrella first.")}
            )

    def get_absolute_url(self) -> str:
        return reverse("links:group-detail", kwargs={"slug": self.slug})
