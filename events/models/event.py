"""Events: what is on, where, and when in the event's own time zone."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from cities.models import City
from content.models import Document, Illustrated, Publishable, Theme
from content.models.constraints import has_its_texts, is_one_of
from content.models.located import check_time_zone
from content.text.dates import long_date
from content.text.fields import I18nCharField, I18nTextField, RichTextField
from events.dates.occurrence import first_start, length, moment
from events.dates.recurrence import LAST_YEAR, check_recurrence, wall_clock_starts
from events.dates.schedule import last_end
from events.models.queryset import EventQuerySet
from links.models import LinkGroup

# Calendars show a change of these as an update (RFC 5546, 2.1.4).
ANNOUNCED = (
    "address",
    "city_id",
    "ends_at",
    "is_all_day",
    "online_url",
    "place",
    "recurrence",
    "starts_at",
    "status",
    "time_zone",
)
FOLLOWING = ("starts_at", "ends_at", "last_ends_at", "previous_starts_at", "sequence")
# Beyond, sums of dates leave the calendar.
OUR_TIMES = (datetime(1900, 1, 1, tzinfo=UTC), datetime(LAST_YEAR, 12, 31, tzinfo=UTC))
IN_OUR_TIMES = [MinValueValidator(OUR_TIMES[0]), MaxValueValidator(OUR_TIMES[1])]


def _differ(before: object, after: object, name: str) -> bool:
    """Whether what a column held has changed; a text counts by what it says in each language."""
    if isinstance(Event._meta.get_field(name.removesuffix("_id")), I18nCharField | I18nTextField):
        before, after = (
            [
                LazyI18nString(getattr(text, "data", text)).localize(code)
                for code in settings.SITE_LANGUAGES
            ]
            for text in (before, after)
        )
    return before != after


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
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.SCHEDULED)
    status_note = I18nTextField(
        _("what visitors have to know"), blank=True, help_text=_("Such as why it is cancelled.")
    )
    starts_at = models.DateTimeField(_("starts"), db_index=True, validators=IN_OUR_TIMES)
    ends_at = models.DateTimeField(_("ends"), validators=IN_OUR_TIMES)
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
            *Illustrated.Meta.constraints,
            has_its_texts("title", "slug", "time_zone", "summary"),
            is_one_of(
                "status", "scheduled", "cancelled", "postponed", "rescheduled", "moved_online"
            ),
            models.CheckConstraint(
                name="events_event_in_our_times",
                condition=models.Q(starts_at__gte=OUR_TIMES[0], ends_at__lte=OUR_TIMES[1]),
            ),
            models.CheckConstraint(
                name="events_event_ends_after_start",
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                violation_error_message=_("It has to end after it starts."),
            ),
        ]
        indexes = [
            # Finds what is ahead without reading the rows themselves, however many are past.
            models.Index(
                fields=["recurrence", "last_ends_at", "starts_at", "published_at", "expires_at"],
                name="events_event_ahead",
            )
        ]
        ordering = ["-starts_at", "-pk"]
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def __str__(self) -> str:
        return str(self.title)

    def clean(self) -> None:
        """Refuse a rule that does not begin on the first date.

        Raises:
            ValidationError: beside the rule.
        """
        super().clean()
        if not (self.recurrence and self.starts_at and self.ends_at and self.time_zone):
            return
        try:
            check_recurrence(self.recurrence)
            check_time_zone(self.time_zone)
        except ValidationError:
            return  # said beside the field
        first = first_start(self)
        by_rule = next(wall_clock_starts(first, self.recurrence, self.zone), None)
        if by_rule is None:
            raise ValidationError({"recurrence": _("By this rule there is not a single date.")})
        if by_rule != first:
            raise ValidationError(
                {
                    "recurrence": _(
                        "The first date does not fit this rule; the first one that does is "
                        "%(date)s. Change the start or the rule."
                    )
                    % {"date": long_date(by_rule)}
                }
            )

    def save(self, *args, **kwargs) -> None:
        """Keep what follows from the dates.

        That is: midnights of whole days, the end of the last occurrence (queries tell past from
        ahead by it), the date first announced, and the number that calendars count changes by.
        """
        if self.is_all_day:
            first, size = first_start(self), length(self)
            self.starts_at, self.ends_at = moment(first, self.zone), size.end(first, self.zone)
        before = (
            type(self)._base_manager.filter(pk=self.pk).values(*ANNOUNCED).first()
            if self.pk
            else None
        )
        if before and any(_differ(before[name], getattr(self, name), name) for name in ANNOUNCED):
            self.sequence += 1
            if self.status == self.Status.RESCHEDULED and before["starts_at"] != self.starts_at:
                self.previous_starts_at = self.previous_starts_at or before["starts_at"]
        self.last_ends_at = last_end(self)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], *FOLLOWING}
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("events:event-detail", kwargs={"slug": self.slug})

    @property
    def zone(self) -> ZoneInfo:
        """The event's own time zone."""
        return ZoneInfo(self.time_zone)

    @property
    def host(self) -> City | None:
        """The partner city it takes place in, unless that is not public."""
        return self.city if self.city and self.city.is_published else None

    @property
    def is_off(self) -> bool:
        """Whether nothing takes place at the date it has."""
        return self.status in {self.Status.CANCELLED, self.Status.POSTPONED}
