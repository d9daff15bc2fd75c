"""Panels about what comes by itself: events, dates that were changed, notices that end."""

from datetime import timedelta

from django.db.models import Count, QuerySet, Window
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models import Event, EventQuerySet, EventStatus, OccurrenceChange
from twinning_site.pages.models import Notice
from twinning_site.workbench.start_page.panel import (
    MAX_SHOWN,
    Answer,
    Entry,
    ListLink,
    Panel,
    Section,
    change_url,
    name_of_row,
    rows_for,
    seen_of,
)
from twinning_site.workbench.start_page.publishing import AHEAD

# What “shown until” proposes
LONGER = timedelta(days=14)


def coming_panels(request: HttpRequest) -> list[Panel]:
    """Return the events of the next 14 days, and the notices that end then: up to 7 queries."""
    panels = []
    if (events := rows_for(request, Event, "view")) is not None:
        now = timezone.now()
        panel = Panel(Section.COMING, _("Events"))
        # Soonest first, and cut off by the database
        for occurrence in events.published().upcoming_occurrences(now, end=MAX_SHOWN + 1):
            if occurrence.starts_at < now + AHEAD:
                usual = occurrence.status == EventStatus.SCHEDULED
                kind = "" if usual else occurrence.status_words
                panel.entries.append(
                    Entry(
                        str(occurrence.event),
                        gettext("on now") if occurrence.has_begun(now) and usual else kind,
                        _dates_url(occurrence.event),
                        occurrence.local_starts_at,
                        ListLink.to(Event, ""),
                    )
                )
        panels += [panel, _changed_dates(events)]
    if (notices := rows_for(request, Notice)) is not None:
        panels.append(_notices(notices))
    return panels


def _dates_url(event: Event) -> str:
    """Return the address of the page on which its dates are cancelled or moved."""
    return reverse("admin:events_event_dates_page", args=[event.pk])


def _changed_dates(events: EventQuerySet) -> Panel:
    """Return the dates of series that are cancelled or moved, by the day that the rule gives."""
    panel = Panel(Section.COMING, _("Dates that were changed"))
    now = timezone.now()
    changes = OccurrenceChange.objects.filter(
        event__in=events.published(),
        original_starts_at__gte=now,
        original_starts_at__lt=now + AHEAD,
    )
    rows = changes.select_related("event").defer("event__body").order_by("original_starts_at")
    for change in rows.annotate(number=Window(Count("pk")))[:MAX_SHOWN]:
        panel.total = change.number
        kind = gettext("cancelled") if change.is_cancelled else gettext("moved")
        day = change.original_starts_at.astimezone(change.event.zone)
        panel.entries.append(Entry(str(change.event), kind, _dates_url(change.event), day))
    return panel


def _notices(notices: QuerySet[Notice]) -> Panel:
    panel = Panel(Section.AGES, _("Notices that end soon"))
    now = timezone.now()
    ending = notices.filter(starts_at__lte=now, ends_at__gt=now, ends_at__lte=now + AHEAD)
    for notice in ending.annotate(number=Window(Count("pk"))).order_by("ends_at")[:MAX_SHOWN]:
        panel.total = notice.number
        day = timezone.localdate(notice.ends_at) + LONGER
        panel.entries.append(
            Entry(
                Truncator(str(notice)).chars(80),
                str(notice.get_level_display()),
                change_url(notice),
                notice.ends_at,
                ListLink.to(Notice, ""),
                (Answer("shown_until", gettext("Show until then"), day),),
                name_of_row(notice),
                seen_of(notice),
            )
        )
    return panel
