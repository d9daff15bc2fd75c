"""Events: what is on, where, and when in the event's own time zone."""

from __future__ import annotations

from uuid import uuid4
from zoneinfo import ZoneInfo

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cities.models import City
from content.fields import I18nCharField, I18nTextField, RichTextField
from content.models import Document, Illustrated, Publishable, Theme
from content.models.council import check_time_zone
from events.models.queryset import EventQuerySet
from events.recurrence import check_recurrence, last_end
from links.models import LinkGroup


class Event(Publishable, Illustrated):
    """Something to go to, once or again and again."""

    class Status(models.TextChoices):
        SCHEDULED = "scheduled", _("scheduled")
        CANCELLED = "cancelled", _("cancelled")
        POSTPONED = "postponed", _("postponed")
        RESCHEDULED = "rescheduled", _("rescheduled")
        MOVED_ONLINE = "moved_online", _("moved online")

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    title = I18nCharField(_("title"))
    slug = models.SlugField(_("short name in the address"), unique=True)
    status = models.CharField(
        _("status"), max_length=20, choices=Status, default=Status.SCHEDULED
    )
    status_note = I18nTextField(
        _("what visitors have to know"), blank=True, help_text=_("Such as why it is cancelled.")
    )
    starts_at = models.DateTimeField(_("starts"), db_index=True)
    ends_at = models.DateTimeField(_("ends"))
    is_all_day = models.BooleanField(
        _("whole days"),
        default=False,
        help_text=_("For exhibitions and festivals: only the days count, not the hours."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=50,
        validators=[check_time_zone],
        help_text=_("Where the event takes place, such as “Europe/London”."),
    )
    previous_starts_at = models.DateTimeField(
        _("was to start"),
        null=True,
        blank=True,
        help_text=_("For rescheduled events: the date as it was first announced."),
    )
    recurrence = models.CharField(
        _("repeats"), max_length=200, blank=True, validators=[check_recurrence]
    )
    last_ends_at = models.DateTimeField(
        null=True,
        editable=False,
        db_index=True,
        help_text="End of the last occurrence, None if it repeats for ever; see save().",
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
    online_url = models.URLField(_("online address"), blank=True)
    booking_url = models.URLField(_("booking"), blank=True)
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

    objects = EventQuerySet.as_manager()

    class Meta(Publishable.Meta):
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                name="events_event_ends_after_start",
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                violation_error_message=_("It has to end after it starts."),
            ),
        ]
        ordering = ["-starts_at", "-pk"]
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def __str__(self) -> str:
        return str(self.title)

    def save(self, *args, **kwargs) -> None:
        """Keep the end of the last occurrence, by which queries tell past from ahead."""
        self.last_ends_at = last_end(self.starts_at, self.ends_at, self.recurrence, self.zone)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("events:event-detail", kwargs={"slug": self.slug})

    @property
    def zone(self) -> ZoneInfo:
        """The event's own time zone."""
        return ZoneInfo(self.time_zone)
