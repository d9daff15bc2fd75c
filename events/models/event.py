"""Events: what is on, where, and for whom. When it takes place is in `event_dates.py`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cities.models import City
from content.models import Document, Illustrated, Publishable, Theme, Video
from content.models.constraints import has_its_texts
from content.models.remembering.remembered import remembered
from content.text.fields import I18nCharField, I18nTextField, RichTextField
from content.text.plain_fields import PlainURLField
from events.dates.occurrence import DateChange
from events.models.calendar_fields import changed_fields
from events.models.event_dates import EventDates
from events.models.event_status import EventStatus
from events.models.queryset import EventQuerySet
from links.models import LinkGroup

# Columns that `save()` sets by itself
COMPUTED = (
    *("starts_at", "ends_at", "last_ends_at", "next_from", "next_starts_at", "next_ends_at"),
    *("previous_starts_at", "sequence"),
)


class Event(Publishable, Illustrated, EventDates):
    """Something to go to, once or again and again."""

    parts = ("changes", "photos")

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    title = I18nCharField(_("title"))
    slug = models.SlugField(_("short name in the address"), unique=True)
    status_note = I18nTextField(
        _("what visitors have to know"), blank=True, help_text=_("Such as why it is cancelled.")
    )
    sequence = models.PositiveIntegerField(
        default=0,
        editable=False,
        help_text="How often calendars were told of a new date, place or status; see save().",
    )

    city = models.ForeignKey(
        City,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="hosted_events",
        verbose_name=_("takes place in"),
        help_text=_("Empty: in the home city."),
    )
    place = I18nCharField(_("place"), blank=True, help_text=_("Such as “Town Hall”."))
    address = I18nTextField(_("address"), blank=True)
    online_url = PlainURLField(_("online address"), blank=True)
    booking_url = PlainURLField(_("booking"), blank=True)
    price = I18nCharField(_("price"), blank=True, help_text=_("Such as “Free”."))
    organiser = I18nCharField(
        _("organised by"), blank=True, help_text=_("Organisations, not private persons.")
    )
    summary = I18nTextField(
        _("summary"), help_text=_("One or two sentences for cards and search results.")
    )
    body = RichTextField(_("text"), blank=True)

    cities = models.ManyToManyField(
        City, blank=True, related_name="events", verbose_name=_("cities it is about")
    )
    groups = models.ManyToManyField(
        LinkGroup, blank=True, related_name="events", verbose_name=_("groups")
    )
    themes = models.ManyToManyField(
        Theme, blank=True, related_name="events", verbose_name=_("themes")
    )
    poster = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="poster_of",
        verbose_name=_("poster"),
    )
    documents = models.ManyToManyField(
        Document, blank=True, related_name="events", verbose_name=_("documents")
    )
    videos = models.ManyToManyField(
        Video, blank=True, related_name="events", verbose_name=_("videos")
    )

    objects: ClassVar = EventQuerySet.as_manager()

    class Meta(Publishable.Meta):
        default_permissions = (*Publishable.Meta.default_permissions, "write")
        constraints = [
            *Publishable.Meta.constraints,
            *Illustrated.Meta.constraints,
            *EventDates.Meta.constraints,
            has_its_texts("title", "slug", "time_zone", "summary"),
        ]
        indexes = [
            # Finds and sorts upcoming events without reading the rows themselves.
            models.Index(
                fields=["recurrence", "starts_at", "last_ends_at", "published_at", "expires_at"],
                name="events_event_by_start",
            ),
            # The same for those that recur, and for those whose next date is to be computed.
            models.Index(
                fields=[
                    *("next_starts_at", "next_ends_at", "next_from", "recurrence"),
                    *("last_ends_at", "published_at", "expires_at"),
                ],
                name="events_event_by_next",
            ),
            models.Index(
                fields=[
                    *("recurrence", "next_ends_at", "next_from"),
                    *("last_ends_at", "published_at", "expires_at"),
                ],
                name="events_event_next_over",
            ),
        ]
        ordering = ["-starts_at", "-pk"]
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def __str__(self) -> str:
        return str(self.title)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Set what follows from the dates.

        That is: midnights of whole days, the end of the last occurrence (by which queries tell
        past events from upcoming ones), the current or next one, the date first announced, and
        the number by which calendars count changes.
        """
        self.extend_to_midnights()
        changed = changed_fields(self)
        if changed:
            self.sequence += 1
            before = changed.get("starts_at")
            if self.status == EventStatus.RESCHEDULED and isinstance(before, datetime):
                self.previous_starts_at = self.previous_starts_at or before
        self.last_ends_at = self.changed_schedule().last_end()
        self.set_next(timezone.now())
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], *COMPUTED}
        super().save(*args, **kwargs)

    def parts_were_saved(self, kinds: Collection[type[models.Model]]) -> None:
        """Tell calendars of changes of single dates; one of them may make the event end later."""
        if Event.changes.rel.related_model in kinds:
            self.sequence += 1
            self.save(update_fields=["sequence", "updated_at"])

    @remembered
    def linked_keys(self) -> dict[str, set[int]]:
        """Return the keys of all that is linked to the event, by the relation's name: 1 query."""
        names = ("cities", "documents", "groups", "themes", "videos")
        relations = [getattr(Event, name) for name in names]
        links = [
            relation.through._default_manager.filter(event=self).values_list(
                models.Value(relation.field.name), relation.field.m2m_reverse_name()
            )
            for relation in relations
        ]
        photos = self.photos.order_by().values_list(models.Value("photos"), "pk")
        found: dict[str, set[int]] = {name: set() for name in (*names, "photos")}
        for name, key in photos.union(*links, all=True):
            found[name].add(key)
        return found

    def date_changes(self) -> tuple[DateChange, ...]:
        return tuple(row.as_date_change(self.zone) for row in self.changes.all())

    def get_absolute_url(self) -> str:
        return reverse("events:event-detail", kwargs={"slug": self.slug})

    @property
    def host(self) -> City | None:
        """Return the partner city it takes place in, unless that is not public."""
        return self.city if self.city and self.city.is_published else None
