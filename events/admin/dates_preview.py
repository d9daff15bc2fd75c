"""The next dates of an event that an officer is still writing."""

from itertools import islice

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from content.permissions import has_permission, may_edit
from events.forms.dates import DatesForm
from events.forms.quick_event import QuickDatesForm
from events.models import Event
from events.recurrence_text import rule_text

SHOWN = 8
FIELDS = ("starts_at", "ends_at", "is_all_day", "time_zone", "recurrence")


@require_POST
def next_dates(request: HttpRequest) -> HttpResponse:
    """Show the dates that the form means, without saving it; scripts get a part of the page."""
    if not (has_permission(request.user, "add", Event) or may_edit(request.user, Event)):
        raise PermissionDenied
    is_quick = "ends_time" in request.POST
    form = (QuickDatesForm if is_quick else DatesForm)(request.POST)
    context = {"form": form, "occurrences": [], "rule_text": "", "title": _("The next dates")}
    if form.is_valid():
        event = Event(**{name: form.cleaned_data[name] for name in FIELDS})
        try:
            event.clean()
        except ValidationError as error:
            form.add_error("repeats", error.messages)
        else:
            found = list(islice(event.occurrences(timezone.now()), SHOWN + 1))
            context |= {
                "occurrences": found[:SHOWN],
                "has_more": len(found) > SHOWN,
                "rule_text": rule_text(event.schedule),
            }
    if request.headers.get("X-Requested-With") == "fetch":
        return render(request, "admin/events/_dates_preview.html", context)
    return render(
        request, "admin/events/dates_preview.html", admin.site.each_context(request) | context
    )
