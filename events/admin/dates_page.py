"""The page on which an officer ticks dates of an event and cancels or moves them."""

from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext

from content.opened_forms.form_stamp import FormStamp
from content.opened_forms.kept_form import take_up
from content.versions.recording import keep_first_version
from events import actions
from events.admin.months import months_of, weekday_names
from events.change_text import change_text
from events.dates.wall_clock import to_wall_clock
from events.following_dates import FollowingDates, change_following
from events.forms.changed_dates import STATUS_OF, ChangedDatesForm, Deed
from events.group_mail import receivers, tell_groups
from events.models import Event, EventOccurrence
from events.recurrence_text import rule_text

if TYPE_CHECKING:
    from events.admin.event import EventAdmin

# In months, and in a list
SHOWN, SHOWN_IN_LIST = 32, 16
NEXT_DATES = 3


def dates_page(model_admin: "EventAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Show the dates by the rule, from today or the day in `from`; do on POST what is pressed."""
    if not model_admin.has_view_or_change_permission(request):
        raise PermissionDenied
    is_shown_again = take_up(request)
    event = model_admin.get_object(request, object_id)
    if event is None:
        raise Http404
    if not model_admin.has_view_or_change_permission(request, event):
        raise PermissionDenied
    may_change = model_admin.may_change_dates(request, event)
    begin = _begin(request, event)
    found = _dates_by_rule(event, begin)
    months = months_of(found[:SHOWN])
    limit = SHOWN if months else SHOWN_IN_LIST
    shown, later_dates = found[:limit], found[limit:]
    posted = request.POST if request.method == "POST" else None
    form = ChangedDatesForm(posted, event=event, shown=shown)
    plan = None
    if posted is not None and not is_shown_again and form.is_valid():
        plan = _plan(form)
        is_preview = posted.get("do") == Deed.PREVIEW
        if not is_preview and not may_change:
            raise PermissionDenied
        if not form.errors and not is_preview:
            later = _do(model_admin, request, form, plan)
            if later is not None:
                address = reverse("admin:events_event_dates_page", args=[later.pk])
                return redirect(address if later.pk != event.pk else request.get_full_path())
    context = {
        "title": gettext("Dates: %(event)s") % {"event": event},
        "form": form,
        "original": event,
        "opts": model_admin.opts,
        "may_change": may_change,
        "rule_text": rule_text(event.schedule),
        "media": model_admin.media + form.media,
        "dates": shown,
        "months": months,
        "weekdays": weekday_names(),
        "ticked": form["days"].value() or [],
        "later": later_dates[0].day_by_rule if later_dates else None,
        "earlier": _earlier(event, begin),
        "receivers": len(receivers(event)) if event.is_published else 0,
        "planned": _sentences(form, plan) if form.is_bound and not form.errors else [],
        "form_stamp": FormStamp.now(request.user.pk, request.get_full_path(), "", {}).signed(),
    }
    if request.headers.get("X-Requested-With") == "fetch":
        return TemplateResponse(request, "admin/events/_planned_dates.html", context)
    context |= model_admin.admin_site.each_context(request)
    return TemplateResponse(request, "admin/events/dates.html", context)


def _begin(request: HttpRequest, event: Event) -> date:
    try:
        return date.fromisoformat(request.GET.get("from", ""))
    except ValueError:
        return to_wall_clock(timezone.now(), event.zone).date()


def _dates_by_rule(event: Event, begin: date) -> list[EventOccurrence[Event]]:
    """Return the dates by the rule from `begin` on, one more than are shown; or the only date."""
    if not event.recurrence:
        return list(event.occurrences())
    since = max(datetime.combine(begin, time.min), event.schedule.first_start)
    starts = islice(event.schedule.starts(since), SHOWN + 1)
    schedule = event.changed_schedule()
    found = (schedule.occurrence_of(start.date()) for start in starts)
    return [EventOccurrence.of(event, event.status, one) for one in found if one]


def _earlier(event: Event, begin: date) -> date | None:
    """Return from which day on the dates before `begin` are shown, None if there are none."""
    first = event.schedule.first_start.date()
    if not event.recurrence or begin <= first:
        return None
    return max(first, begin - timedelta(days=183))


def _plan(form: ChangedDatesForm) -> FollowingDates | None:
    """Return what becomes of the series if this date and those that follow are moved, if it can.

    If it is what was pressed and cannot be, the form says so.
    """
    event, data = form.event, form.cleaned_data
    if not event.recurrence or form.deed not in {Deed.MOVE, Deed.FOLLOWING}:
        return None
    plan = FollowingDates(
        event.changed_schedule(),
        form.ticked_days[0],
        data["starts_at"],
        data["ends_at"],
        timezone.now(),
    )
    try:
        after = plan.after
        Event(
            starts_at=after.starts_at,
            ends_at=after.ends_at,
            time_zone=event.time_zone,
            is_all_day=event.is_all_day,
            recurrence=after.rule,
        ).clean()
    except ValidationError as error:
        if form.deed == Deed.FOLLOWING:
            form.add_error("starts_at", error.messages)
        return None
    return plan


@transaction.atomic
def _do(
    model_admin: "EventAdmin",
    request: HttpRequest,
    form: ChangedDatesForm,
    plan: FollowingDates | None,
) -> Event | None:
    """Do what was pressed, keep a version, say it; return the event that has the dates now.

    None, and the form has an error, if somebody else was faster.
    """
    event, data = form.event, form.cleaned_data
    stored = Event._base_manager.select_for_update().get(pk=event.pk)
    if stored.sequence != event.sequence:
        form.add_conflict(stored.sequence)
        return None
    keep_first_version(event)
    later, planned = event, form.planned()
    if form.deed == Deed.FOLLOWING and plan:
        later = change_following(event, plan)
        planned = _next_dates(later, later.starts_at)
    elif event.recurrence and form.deed == Deed.CANCEL:
        actions.cancel_dates(event, form.original_starts, data["note"])
    elif event.recurrence and form.deed == Deed.MOVE:
        (start,) = form.original_starts
        actions.move_one_date(event, start, data["starts_at"], data["ends_at"], data["note"])
    elif event.recurrence:
        actions.restore_dates(event, form.original_starts)
    elif form.deed == Deed.MOVE:
        actions.move_event(event, data["starts_at"], data["ends_at"], data["note"])
    else:
        actions.set_status(event, STATUS_OF[Deed(form.deed)], data["note"])
    sentences = [change_text(occurrence) for occurrence in planned]
    model_admin.log_change(request, event, " ".join(sentences))
    if later.pk != event.pk:
        model_admin.log_addition(request, later, " ".join(sentences))
        words = gettext(
            "One event has one rule: the dates before stay on the page of before, and those "
            "that follow have a page of their own, which is this one."
        )
        messages.info(request, words)
    _say(request, later, sentences)
    if data["tells_groups"] and later.is_published:
        count = tell_groups(later, planned)
        messages.success(request, gettext("E-mails to the groups: %(count)d.") % {"count": count})
    return later


def _say(request: HttpRequest, event: Event, sentences: list[str]) -> None:
    begin = gettext("Visitors read now:") if event.is_published else gettext("Done:")
    page = format_html('<a href="{}">{}</a>', event.get_absolute_url(), gettext("See the page"))
    messages.success(request, format_html("{} {} {}", begin, " ".join(sentences), page))


def _next_dates(event: Event, since: datetime) -> list[EventOccurrence[Event]]:
    return list(islice(event.occurrences(since), NEXT_DATES))


def _sentences(form: ChangedDatesForm, plan: FollowingDates | None) -> list[tuple[str, list[str]]]:
    """Return headings, each with what visitors would read."""
    if form.data.get("do") != Deed.PREVIEW:
        return []
    only = [change_text(occurrence) for occurrence in form.planned()]
    if plan is None:
        return [("", only)]
    event = form.event
    following = [
        change_text(EventOccurrence.of(event, event.status, one))
        for one in islice(plan.after.occurrences(), NEXT_DATES)
    ]
    rule = rule_text(plan.after)
    return [
        (gettext("If only this date is moved:"), only),
        (gettext("If this date and those that follow are changed:"), [rule, *following]),
    ]
