"""Issues of newsletters: an uploaded PDF, or articles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar, Self

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db import models
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from content.models import (
    Document,
    Illustrated,
    Publishable,
    PublishableQuerySet,
    PublishingState,
    VagueDated,
)
from content.models.constraints import has_its_texts
from content.models.remembering.remembered import remembered_rows
from content.text.fields import I18nCharField, I18nTextField, RichTextField
from links.models.group import LinkGroup


class NewsletterQuerySet(PublishableQuerySet):
    """Issues of groups and of the council. One of a group is as public as the group."""

    def published(self, at: datetime | None = None) -> Self:
        """Keep what is public now, or at the aware moment `at`."""
        groups = LinkGroup.objects.published(at)
        return super().published(at).filter(models.Q(group=None) | models.Q(group__in=groups))

    def published_by(self, groups: QuerySet) -> Self:
        """Keep the public issues of `groups`, of which all are public."""
        return super().published().filter(group__in=groups)

    def drafts(self) -> Self:
        """Keep issues without a date of publication, and those whose group is not public."""
        groups = LinkGroup.objects.published()
        by_group = super().published().exclude(group=None).exclude(group__in=groups)
        return self.filter(
            models.Q(pk__in=super().drafts().values("pk")) | models.Q(pk__in=by_group.values("pk"))
        )

    def written_by(self, user: AbstractUser | AnonymousUser) -> Self:
        return self.filter(group__writers__user=user.pk)

    def as_cards(self) -> list[Newsletter]:
        """Return what cards show. Requests share these rows: do not change them."""
        return self.cards_of(self.values_list("pk", flat=True))

    def cards_of(self, keys: Iterable[int]) -> list[Newsletter]:
        """Return the issues with these keys, in their order, as cards show them."""
        return remembered_rows(Newsletter, keys, NewsletterQuerySet.for_cards)

    def for_cards(self) -> Self:
        """Load what a card shows, and leave out the long texts."""
        return self.select_related("group", "document", "picture").defer(
            "document__text", "group__body", "group__how_to_join"
        )

    def newest_first(self) -> Self:
        """Sort by date. What is known less exactly comes last within its year or month."""
        return self.order_by(
            "-year", F("month").desc(nulls_last=True), F("day").desc(nulls_last=True), "-pk"
        )

    def without_content(self) -> Self:
        """Keep the issues in which there is nothing to read."""
        return self.filter(document=None, articles=None)


class Newsletter(Publishable, Illustrated, VagueDated):
    """One issue, of a group or of the council itself."""

    parts = ("articles",)

    title = I18nCharField(_("title"))
    slug = models.SlugField(_("short name in the address"), unique=True)
    group = models.ForeignKey(
        LinkGroup,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="newsletters",
        verbose_name=_("group"),
        help_text=_("Empty: the council's own newsletter."),
    )
    summary = I18nTextField(
        _("summary"), blank=True, help_text=_("One or two sentences on what is in it.")
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="newsletters",
        verbose_name=_("PDF"),
        help_text=_("An issue made elsewhere. Leave empty if you write articles below."),
    )
    events_until = models.DateField(
        _("list coming events until"),
        null=True,
        blank=True,
        help_text=_("The issue lists what is on from its publication to this day."),
    )

    objects: ClassVar = NewsletterQuerySet.as_manager()

    class Meta(Publishable.Meta):
        default_permissions = (*Publishable.Meta.default_permissions, "write")
        constraints = [
            *Publishable.Meta.constraints,
            *Illustrated.Meta.constraints,
            *VagueDated.Meta.constraints,
            has_its_texts("title", "slug"),
        ]
        ordering = ["-year", "-month", "-day", "-pk"]
        verbose_name = _("newsletter")
        verbose_name_plural = _("newsletters")

    def __str__(self) -> str:
        return str(self.title)

    def get_absolute_url(self) -> str:
        return reverse("links:newsletter-detail", kwargs={"slug": self.slug})

    @property
    def publishing_state(self) -> PublishingState:
        """Return the state that its dates give, but DRAFT while its group is not public."""
        state = self.state_by_dates
        if state == PublishingState.LIVE and self.group and not self.group.is_published:
            return PublishingState.DRAFT
        return state


class Article(Illustrated):
    """An article of an issue."""

    newsletter = models.ForeignKey(
        Newsletter,
        on_delete=models.CASCADE,
        related_name="articles",
        verbose_name=_("newsletter"),
    )
    title = I18nCharField(_("title"))
    body = RichTextField(_("text"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta(Illustrated.Meta):
        constraints = [*Illustrated.Meta.constraints, has_its_texts("title", "body")]
        ordering = ["position", "pk"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def __str__(self) -> str:
        return str(self.title)
