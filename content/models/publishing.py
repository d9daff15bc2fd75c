"""Publishing: a moment from which a row is public, and perhaps one at which it no longer is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, ClassVar, Protocol, Self, TypeVar

from django.conf import settings
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from content.models.example import MarkedAsExample
from content.permissions import has_permission


class PublishingState(models.TextChoices):
    DRAFT = "draft", _("draft")
    SCHEDULED = "scheduled", _("scheduled")
    LIVE = "live", _("live")
    EXPIRED = "expired", _("taken down")


# What decides on the state of a row
DATES = ("published_at", "expires_at")


class PublishableQuerySet(models.QuerySet):
    """Public code reads publishable rows through `published()` only."""

    def published(self, at: datetime | None = None) -> Self:
        """Keep rows that are public now, or at the aware moment `at`."""
        at = at or timezone.now()
        return self.filter(
            models.Q(expires_at=None) | models.Q(expires_at__gt=at), published_at__lte=at
        )

    def reachable(self) -> Self:
        """Keep rows whose page readers get; more may be needed for it than to be published."""
        return self.published()

    def last_published(self, limit: int) -> Self:
        """Return the rows that were published last, at most `limit` of them."""
        return self.order_by("-published_at", "-pk")[:limit]

    def dated(self) -> Self:
        """Keep rows that are public, will be or were: all but drafts."""
        return self.filter(published_at__isnull=False)

    def drafts(self) -> Self:
        """Keep rows without a date of publication."""
        return self.filter(published_at=None)

    def scheduled(self) -> Self:
        """Keep rows that are published later."""
        # A constraint of the table keeps their ends later still.
        return self.filter(published_at__gt=timezone.now())

    def expired(self) -> Self:
        """Keep rows that have been taken down."""
        return self.filter(published_at__isnull=False, expires_at__lte=timezone.now())

    def editable_by(self, user: AbstractUser | AnonymousUser) -> Self:
        """Keep the rows that `user` may write: all, those of some groups, or none."""
        if has_permission(user, "change", self.model):
            return self
        if not has_permission(user, "write", self.model):
            return self.none()
        rows: Any = self.model._default_manager
        return self.filter(pk__in=rows.written_by(user).values("pk"))

    def visible_to(self, user: AbstractUser | AnonymousUser) -> Self:
        """Keep the rows that are public, and those that `user` may write."""
        if not user.is_staff:
            return self.published()
        if has_permission(user, "change", self.model):
            return self
        keys = [rows.values("pk") for rows in (self.published(), self.editable_by(user))]
        return self.filter(models.Q(pk__in=keys[0]) | models.Q(pk__in=keys[1]))

    def written_by(self, user: AbstractUser | AnonymousUser) -> Self:
        """Keep the rows of the groups for which `user` writes; models that belong to none: none."""
        return self.none()

    def to_review(self) -> Self:
        """Keep rows whose date to look at them again is today or earlier."""
        return self.filter(review_on__lte=timezone.localdate())


class Publishable(MarkedAsExample):
    """Draft without `published_at`, scheduled before it, live after it, until `expires_at`.

    `parts` names the relations to rows that are written in the same form, such as articles;
    `address_fields` are those that `get_absolute_url()` needs; `texts_apart` are texts with a page
    of their own, each written for the readers of one language and no translation of another.
    """

    parts: ClassVar[tuple[str, ...]] = ()
    address_fields: ClassVar[tuple[str, ...]] = ("slug",)
    texts_apart: ClassVar[tuple[str, ...]] = ()

    published_at = models.DateTimeField(
        _("published at"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_(
            "Empty: a draft that only officers see. In the future: it appears at that moment."
        ),
    )
    expires_at = models.DateTimeField(
        _("taken down at"),
        null=True,
        blank=True,
        help_text=_("From this moment the public no longer sees it. Empty: it stays."),
    )
    review_on = models.DateField(
        _("look again on"),
        null=True,
        blank=True,
        help_text=_("From this day the start page asks you whether it is still right."),
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("author"),
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last updated"), auto_now=True)

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions: ClassVar[tuple[str, ...]] = (
            *("add", "change", "delete", "view"),
            "publish",
        )
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_expires_after_published",
                condition=models.Q(expires_at=None)
                | models.Q(published_at=None)
                | models.Q(expires_at__gt=models.F("published_at")),
                violation_error_message=_("It has to be taken down after it is published."),
            )
        ]

    def get_absolute_url(self) -> str:
        """Return the path of its page; every publishable thing has one."""
        raise NotImplementedError

    def get_version_url(self, version: str) -> str:
        """Return the path of a version of its page, such as that in easy language.

        That of the page itself if there is no such version.
        """
        return self.get_absolute_url()

    def objections_to_publishing(self) -> dict[str, str]:
        """Return why the row cannot be published as it is: sentences by the fields to change."""
        return {}

    def parts_were_saved(self, kinds: Collection[type[models.Model]]) -> None:
        """Do what follows from it that parts of these models were changed, if anything does."""

    @property
    def heading(self) -> LazyI18nString:
        """Return the title, or the name of what has a name."""
        return getattr(self, "title", None) or getattr(self, "name", LazyI18nString(""))

    @property
    def is_published(self) -> bool:
        """Return whether `published()` keeps this row now."""
        return self.publishing_state == PublishingState.LIVE

    @property
    def publishing_state(self) -> PublishingState:
        """Return the state at this moment."""
        return self.state_by_dates

    @property
    def state_by_dates(self) -> PublishingState:
        """Return the state that its own dates give, whatever else hides the row.

        It is what rights go by: the public sees the row again by itself.
        """
        now = timezone.now()
        if self.published_at is None:
            return PublishingState.DRAFT
        if self.expires_at and self.expires_at <= now:
            return PublishingState.EXPIRED
        return PublishingState.SCHEDULED if self.published_at > now else PublishingState.LIVE


class Dated(Protocol):
    """What stands for a publishable row where only its dates count."""

    @property
    def published_at(self) -> datetime | None: ...
    @property
    def expires_at(self) -> datetime | None: ...


DatedT = TypeVar("DatedT", bound=Publishable | Dated)


def published_now(rows: Iterable[DatedT], at: datetime | None = None) -> list[DatedT]:
    """Return those of `rows` that `published()` would keep now, or at the aware moment `at`."""
    now = at or timezone.now()
    return [
        row
        for row in rows
        if row.published_at
        and row.published_at <= now
        and (row.expires_at is None or row.expires_at > now)
    ]
