"""Answer an entry of the day sheet in place, with the rights and the traces of its form."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.apps import apps
from django.contrib import messages
from django.contrib.admin import ModelAdmin, site
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext

from content.models import Publishable, PublishingState
from content.opened_forms.form_stamp import FormStamp
from content.opened_forms.kept_form import take_up
from content.permissions import may_publish
from content.versions.recording import keep_first_version
from links.models import Fund
from twinning_site.pages.models import Notice
from twinning_site.workbench.start_page.panel import change_url, seen_of

# Actions of lists that also answer an entry; each checks the rights and says what it has done.
ACTIONS = {
    *("publish_now", "take_down_now", "take_off_mark"),
    *("send_once_more", "mark_answered", "call_fine", "dismiss"),
}
MAX_AHEAD = timedelta(days=5 * 366)


class UnusableDay(ValueError):
    """A day that an answer cannot take. Its `str()` is the message for the officer."""


def answer(request: HttpRequest) -> HttpResponse:
    """Answer one entry, and lead back to the sheet with a message that says what happened.

    A form that somebody sends whose session had ended is shown again, to be sent by one press.
    """
    problem = take_up(request)
    if request.method != "POST":
        return redirect("admin:index")
    model_admin, key = _admin_and_key(request.POST.get("row", ""))
    name = request.POST.get("answer", "")
    if problem:
        row = model_admin.get_queryset(request).filter(pk=key).first()
        return _show_again(request, model_admin, row, problem)
    with transaction.atomic():
        # Whoever answers the same row at the same moment waits until this request is over.
        rows = model_admin.model._base_manager.filter(pk=key)
        list(rows.select_for_update().values_list("pk"))
        row = model_admin.get_queryset(request).filter(pk=key).first()
        if row is None:
            messages.info(request, gettext("That is gone: somebody has deleted it meanwhile."))
            return redirect("admin:index")
        if not model_admin.has_change_permission(request, row):
            raise PermissionDenied
        if seen_of(row) != request.POST.get("seen", ""):
            words = gettext(
                "Nothing was done: “{row}” has been changed or answered since you opened the page."
            )
            messages.warning(request, format_html(words, row=_link(row)))
            return redirect("admin:index")
        try:
            _give(request, model_admin, row, name)
        except UnusableDay as error:
            return _show_again(request, model_admin, row, str(error), status=422)
    return redirect("admin:index")


def _admin_and_key(name: str) -> tuple[ModelAdmin, int]:
    """Return the admin and the key of a row as `name_of_row()` calls it.

    Raises:
        Http404: if there is no such model in the admin, or the key is none.
    """
    label, _, key = name.partition(":")
    try:
        return site._registry[apps.get_model(label)], _small_number(key)
    except (LookupError, ValueError) as error:
        raise Http404 from error


def _small_number(text: str) -> int:
    """Return the key in a text, which is no longer than a database takes."""
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise ValueError
    return int(text)


def _give(request: HttpRequest, model_admin: ModelAdmin, row: Model, name: str) -> None:
    if name in ACTIONS:
        found = model_admin.get_actions(request).get(name)
        if found is None:
            raise PermissionDenied
        action, _name, _description = found
        action(model_admin, request, model_admin.get_queryset(request).filter(pk=row.pk))
    elif name in ANSWERS:
        messages.success(request, ANSWERS[name](request, model_admin, row))
    else:
        raise Http404


def _still_right(request: HttpRequest, model_admin: ModelAdmin, row: Model) -> str:
    """Ask for the next look on another day. The page keeps its “last updated”.

    Readers see the day of the last look, so only those give it who may publish the row.
    """
    if not isinstance(row, Publishable):
        raise Http404
    is_draft = row.state_by_dates == PublishingState.DRAFT
    if not is_draft and not may_publish(request.user, row):
        raise PermissionDenied
    keep_first_version(row)
    row.review_on = _chosen_day(request)
    fields = ["review_on"]
    if hasattr(row, "checked_on"):
        row.checked_on = timezone.localdate()
        fields.append("checked_on")
    row.save(update_fields=fields)
    day = date_format(row.review_on)
    model_admin.log_change(request, row, gettext("Looked at: right until %(day)s.") % {"day": day})
    words = gettext("Noted: “{row}” is still right. You are asked again on {day}.")
    return format_html(words, row=_link(row), day=day)


def _shown_until(request: HttpRequest, model_admin: ModelAdmin, row: Model) -> str:
    """Show a notice longer, to the end of a day."""
    if not isinstance(row, Notice):
        raise Http404
    end = datetime.combine(_chosen_day(request) + timedelta(days=1), time())
    row.ends_at = timezone.make_aware(end)
    row.save(update_fields=["ends_at"])
    day = date_format(_chosen_day(request))
    model_admin.log_change(request, row, gettext("Shown until %(day)s.") % {"day": day})
    words = gettext("The notice “{row}” is now shown to the end of {day}.")
    return format_html(words, row=_link(row), day=day)


def _new_deadline(request: HttpRequest, model_admin: ModelAdmin, row: Model) -> str:
    """Let people ask for a fund until another day."""
    if not isinstance(row, Fund):
        raise Http404
    if row.state_by_dates != PublishingState.DRAFT and not may_publish(request.user, row):
        raise PermissionDenied
    keep_first_version(row)
    row.deadline, row.is_all_year = _chosen_day(request), False
    row.save(update_fields=["deadline", "is_all_year", "updated_at"])
    day = date_format(row.deadline)
    model_admin.log_change(request, row, gettext("Open until %(day)s.") % {"day": day})
    words = gettext("The fund “{row}” is now open until {day}.")
    return format_html(words, row=_link(row), day=day)


ANSWERS: dict[str, Callable[[HttpRequest, ModelAdmin, Model], str]] = {
    "still_right": _still_right,
    "shown_until": _shown_until,
    "new_deadline": _new_deadline,
}


def _chosen_day(request: HttpRequest) -> date:
    """Return the day that was typed.

    Raises:
        UnusableDay: if it is none, in the past, or too far away.
    """
    today = timezone.localdate()
    try:
        day = parse_date(request.POST.get("day", "").strip())
    except ValueError:
        day = None
    if day is None:
        raise UnusableDay(gettext("Enter a day, such as 2027-05-31."))
    if not today < day <= today + MAX_AHEAD:
        raise UnusableDay(gettext("Choose a day after today, within five years."))
    return day


def _link(row: Model) -> str:
    return format_html('<a href="{}">{}</a>', change_url(row), str(row)[:100])


def _show_again(
    request: HttpRequest,
    model_admin: ModelAdmin,
    row: Model | None,
    problem: str,
    status: int = 200,
) -> HttpResponse:
    """Show the answer that was given, with what was typed, to be sent by one press."""
    if row is None:
        raise Http404
    if not model_admin.has_view_or_change_permission(request, row):
        raise PermissionDenied
    stamp = FormStamp.now(request.user.pk, reverse("admin:day_sheet_answer"), "", {})
    context = site.each_context(request) | {
        "title": str(row),
        "problem": problem,
        "given": request.POST,
        "url": change_url(row),
        "form_stamp": stamp.signed(),
    }
    return TemplateResponse(request, "admin/day_sheet/answer.html", context, status=status)
