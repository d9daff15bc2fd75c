"""The desk: one page on which officers see who waits, and take the next step by one press."""

from collections.abc import Callable
from typing import cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext

from volunteers.admin.desk.cards import DeskFilter, columns, filter_choices
from volunteers.admin.desk.presses import SEEN, Outcome, Step, take_step
from volunteers.admin.export import as_csv, as_xlsx
from volunteers.admin.last_steps import can_undo_until, forget, remember
from volunteers.group_choice import groups_that_are_told
from volunteers.models import Application, ApplicationQuerySet
from volunteers.undoing import CannotUndo, undo

FILES: dict[str, Callable] = {"csv": as_csv, "xlsx": as_xlsx}
FILTERS = ("q", "task", "city")


def desk_view(model_admin: admin.ModelAdmin, request: HttpRequest) -> HttpResponse:
    """Show the cards; on POST do what the button says, and show them again.

    Raises:
        PermissionDenied: without the right to look, or to change for what changes something.
    """
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    if request.method == "POST":
        return _answer_press(model_admin, request)
    rows = _rows(model_admin, request)
    desk_filter = DeskFilter.of(request.GET)
    undoable = can_undo_until(request)
    context = {
        **model_admin.admin_site.each_context(request),
        **filter_choices(),
        "opts": model_admin.opts,
        "title": gettext("Volunteer desk"),
        "columns": columns(desk_filter.apply(rows)),
        "held": rows.held().count(),
        "groups": groups_that_are_told(),
        "filter": desk_filter,
        "may_change": model_admin.has_change_permission(request),
        "undo_count": undoable[0] if undoable else 0,
        "undo_until": localtime(undoable[1]) if undoable else None,
        "query": _query(request.GET),
    }
    return TemplateResponse(request, "admin/volunteers/desk.html", context)


def _rows(model_admin: admin.ModelAdmin, request: HttpRequest) -> ApplicationQuerySet:
    """Return the rows that the admin shows to this person."""
    return cast(ApplicationQuerySet, model_admin.get_queryset(request))


def _answer_press(model_admin: admin.ModelAdmin, request: HttpRequest) -> HttpResponse:
    chosen = request.POST.getlist("chosen")
    file = request.POST.get("file", "")
    if file in FILES:
        return FILES[file](model_admin, request, _to_export(model_admin, request, chosen))
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    if "undo" in request.POST:
        _undo(model_admin, request)
    else:
        one, _slash, its_step = request.POST.get("press", "").partition("/")
        several = request.POST.get("several", "")
        if several == "passed":
            several = f"passed-{request.POST.get('group', '')}"
        step = Step.read(its_step or several)
        seen = [one] if its_step else chosen
        if step is None:
            words = gettext("Choose a group in which somebody receives messages.")
            messages.warning(request, words)
        elif not seen:
            messages.warning(request, gettext("Choose somebody first."))
        else:
            tell(request, take_step(model_admin, request, step, seen), str(step.state.label))
    return redirect(_address(request.GET))


def tell(request: HttpRequest, outcome: Outcome, state: str) -> None:
    """Say what was done, and offer to undo it."""
    if outcome.changes:
        remember(request, outcome.changes)
        number = len(outcome.changes)
        words = ngettext(
            "%(names)s is now “%(state)s”.", "%(count)s are now “%(state)s”: %(names)s.", number
        )
        names = ", ".join(outcome.references)
        done = words % {"names": names, "state": state, "count": number}
        if any(change.mails for change in outcome.changes) and (until := can_undo_until(request)):
            moment = date_format(localtime(until[1]), "TIME_FORMAT")
            done += " " + gettext("E-mails go out at %(time)s.") % {"time": moment}
        messages.success(request, done)
    for refusal in outcome.refusals:
        messages.warning(request, refusal)


def _undo(model_admin: admin.ModelAdmin, request: HttpRequest) -> None:
    undone, too_late = [], 0
    for change in forget(request):
        try:
            application = undo(change)
        except CannotUndo:
            too_late += 1
        else:
            model_admin.log_change(request, application, "State: undone")
            undone.append(application.reference)
    if undone:
        words = gettext("Undone, and no e-mail goes out: %(names)s.")
        messages.success(request, words % {"names": ", ".join(undone)})
    if too_late or not undone:
        words = gettext(
            "It is too late to undo everything: an e-mail has gone out, or somebody has gone on."
        )
        messages.warning(request, words)


def _to_export(
    model_admin: admin.ModelAdmin, request: HttpRequest, chosen: list[str]
) -> QuerySet[Application]:
    """Return the chosen rows, or all that the desk shows if nothing is chosen."""
    if chosen:
        keys = [match[1] for text in chosen if (match := SEEN.fullmatch(text))]
        return _rows(model_admin, request).filter(pk__in=keys)
    rows = DeskFilter.of(request.GET).apply(_rows(model_admin, request))
    return rows.waiting().distinct()


def _query(query: QueryDict) -> str:
    kept = QueryDict(mutable=True)
    for name in FILTERS:
        if value := query.get(name):
            kept[name] = value
    return kept.urlencode()


def _address(query: QueryDict) -> str:
    kept = _query(query)
    return reverse("admin:volunteers_application_desk") + (f"?{kept}" if kept else "")
