"""Funds: money for which people can ask until a day, or all year round."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar, Self, cast

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cities.models import City
from content.models import (
    DatedRows,
    Document,
    Publishable,
    PublishableQuerySet,
    Theme,
)
from content.models.constraints import has_its_texts
from content.models.remembering.remembered import remembered
from content.text.fields import I18nCharField, I18nTextField, RichTextField
from content.text.plain_fields import PlainURLField
from content.text.sorting import sorted_by_name
from links.models.group import LinkGroup


class FundQuerySet(PublishableQuerySet):
    """Funds. The day of the site's own clock decides which are open; nobody has to save."""

    def open(self) -> Self:
        """Keep funds for which people can ask today."""
        return self.filter(Q(deadline=None) | Q(deadline__gte=timezone.localdate()))

    def ending_within(self, ahead: timedelta) -> Self:
        """Keep open funds whose deadline is at most `ahead` away."""
        today = timezone.localdate()
        return self.filter(deadline__range=(today, today + ahead))

    def ended_within(self, back: timedelta) -> Self:
        """Keep closed funds whose deadline was at most `back` ago."""
        today = timezone.localdate()
        return self.filter(deadline__gte=today - back, deadline__lt=today)

    def for_cards(self) -> Self:
        """Leave out the long texts."""
        return self.defer("body", "how_to_apply")

    def open_for(self, row: City | LinkGroup) -> list[Fund]:
        """Return the public open funds for a city or a group, in order: 1 query."""
        return [fund for fund in _dated_funds_for(row).public() if not fund.is_closed]

    def in_order(self) -> list[Fund]:
        """Return the funds as a list: by deadline, then those without one by name."""
        funds = sorted_by_name(cast("Iterable[Fund]", self))
        return sorted(funds, key=lambda fund: fund.deadline or date.max)


@remembered
def _dated_funds_for(row: City | LinkGroup) -> DatedRows[Fund]:
    return DatedRows(Fund.objects.filter(pk__in=row.funds.dated()).for_cards().in_order())


class Fund(Publishable):
    """Money that somebody gives for exchange: what for, who may ask, how much, until when.

    Without `deadline` it is open all year round, or nobody has said until when (`is_all_year`).
    """

    name = I18nCharField(_("name"))
    slug = models.SlugField(_("short name in the address"), unique=True)
    summary = I18nTextField(
        _("what it is for"), help_text=_("One or two sentences for cards and search results.")
    )
    given_by = I18nCharField(_("given by"), help_text=_("Organisations, not private persons."))
    given_by_url = PlainURLField(_("address of the giver"), blank=True)
    amount = I18nCharField(
        _("how much"), blank=True, help_text=_("In words, such as “up to £500 a project”.")
    )
    who_may_ask = I18nTextField(
        _("who may ask"), blank=True, help_text=_("Such as clubs and schools of the town.")
    )
    deadline = models.DateField(
        _("deadline"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("The last day. After it the fund moves to the closed ones by itself."),
    )
    is_all_year = models.BooleanField(
        _("open all year round"),
        default=False,
        help_text=_("Without this and without a deadline, readers are told to ask."),
    )
    body = RichTextField(
        _("text"), blank=True, help_text=_("What is paid for, what is not, and what is asked.")
    )
    how_to_apply = RichTextField(
        _("how to apply"), blank=True, help_text=_("Where to, with an address or an e-mail link.")
    )
    apply_url = PlainURLField(_("address to apply online"), blank=True)
    cities = models.ManyToManyField(
        City,
        blank=True,
        related_name="funds",
        verbose_name=_("cities"),
        help_text=_("Empty: for all."),
    )
    groups = models.ManyToManyField(
        LinkGroup,
        blank=True,
        related_name="funds",
        verbose_name=_("groups"),
        help_text=_("Those that it is for, or that advise on it."),
    )
    themes = models.ManyToManyField(
        Theme, blank=True, related_name="funds", verbose_name=_("themes")
    )
    documents = models.ManyToManyField(
        Document, blank=True, related_name="funds", verbose_name=_("documents")
    )

    objects: ClassVar = FundQuerySet.as_manager()

    class Meta(Publishable.Meta):
        constraints = [
            *Publishable.Meta.constraints,
            has_its_texts("name", "slug", "summary", "given_by"),
            models.CheckConstraint(
                name="links_fund_all_year_or_deadline",
                condition=Q(is_all_year=False) | Q(deadline=None),
                violation_error_message=_(
                    "Give a deadline, or say that it is open all year round: not both."
                ),
            ),
        ]
        ordering = ["slug"]
        verbose_name = _("fund")
        verbose_name_plural = _("funds")

    def __str__(self) -> str:
        return str(self.name)

    @property
    def is_closed(self) -> bool:
        """Return whether the deadline is over today."""
        return self.deadline is not None and self.deadline < timezone.localdate()

    def get_absolute_url(self) -> str:
        return reverse("links:fund-detail", kwargs={"slug": self.slug})
