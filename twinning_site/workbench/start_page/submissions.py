"""Panels about what people sent: applications, messages, rows held back, and stuck e-mails."""

from typing import TypeVar

from django.db.models import Count, Model, QuerySet, Window
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.mail import outbox
from content.models import EmailState, QueuedEmail
from content.permissions import has_permission
from twinning_site.pages.models import Enquiry, Feedback
from twinning_site.workbench.start_page.panel import (
    Answer,
    Entry,
    ListLink,
    Panel,
    Section,
    change_url,
    may_answer,
    name_of_row,
    rows_for,
    seen_of,
)
from volunteers.models import Application, ConsentWording

MAX_ROWS_PER_MODEL = 20

Row = TypeVar("Row", bound=Model)


def submission_panels(request: HttpRequest) -> list[Panel]:
    """Return the panels on what this person may see, most urgent first: up to 9 queries."""
    return [
        _stuck_emails_panel(request),
        _applications_panel(request),
        _enquiries_panel(request),
        _held_panel(request),
    ]


def _stuck_emails_panel(request: HttpRequest) -> Panel:
    """Return one line on the outbox if it is stuck, and the e-mails that were given up."""
    panel = Panel(Section.WAITS, _("Mail does not go out"))
    emails = rows_for(request, QueuedEmail, "view")
    if emails is None or not (state := outbox.state()).is_alarming:
        return panel
    number = state.waiting + state.given_up
    text = ngettext("%(count)s e-mail is stuck", "%(count)s e-mails are stuck", number)
    error = state.last_error or gettext("no mail worker is running")
    kind = gettext("last error: %(error)s") % {"error": error}
    url = reverse("admin:content_queuedemail_changelist")
    panel.entries.append(Entry(text % {"count": number}, kind, url, state.waiting_since))
    given_up = emails.filter(state=EmailState.GIVEN_UP).defer("text", "html").order_by("changed_at")
    listing = ListLink.to(QueuedEmail, f"state__exact={EmailState.GIVEN_UP}")
    answers = _answers(request, QueuedEmail, "send_once_more", gettext("Send again"))
    for email in _first(given_up, panel):
        panel.entries.append(_entry(email, email.subject, gettext("given up"), listing, answers))
    # The first line is none of them.
    panel.total += 1
    return panel


def _applications_panel(request: HttpRequest) -> Panel:
    """Return the waiting applications, longest first; without a wording nobody can apply."""
    panel = Panel(Section.WAITS, _("Volunteers wait for you"))
    applications = rows_for(request, Application, "view")
    if applications is None:
        return panel
    if not ConsentWording.objects.current():
        url = reverse("admin:volunteers_consentwording_add")
        text = gettext("Write the wording that volunteers agree to: the form is closed")
        panel.entries.append(Entry(text, "", url))
    may_change = has_permission(request.user, "change", Application)
    listing = ListLink.to(Application, "waiting=waiting")
    for application in _first(applications.waiting().order_by("state_since"), panel):
        kind = capfirst(application.get_state_display())
        if application.is_overdue:
            kind = gettext("%(state)s, overdue") % {"state": kind}
        text = f"{application.name} ({application.reference})"
        moment = application.state_since
        url = change_url(application)
        if may_change:
            # The person beside the letter of the next step
            step = [application.pk, application.next_state]
            url = reverse("admin:volunteers_application_change_state", args=step)
        panel.entries.append(Entry(text, kind, url, moment, listing))
    return panel


def _enquiries_panel(request: HttpRequest) -> Panel:
    """Return the messages to the office that nobody has ticked off, longest waiting first."""
    panel = Panel(Section.WAITS, _("Messages to answer"))
    enquiries = rows_for(request, Enquiry, "view")
    if enquiries is None:
        return panel
    answers = _answers(request, Enquiry, "mark_answered", gettext("Answered"))
    listing = ListLink.to(Enquiry, "answered=no")
    kind = str(Enquiry._meta.verbose_name)
    for enquiry in _first(enquiries.unanswered().order_by("created_at"), panel):
        text = f"{enquiry.name} ({enquiry.reference})"
        panel.entries.append(_entry(enquiry, text, kind, listing, answers))
    return panel


def _held_panel(request: HttpRequest) -> Panel:
    panel = Panel(Section.WAITS, _("Kept aside: look and release or erase"))
    for model in (Application, Enquiry, Feedback):
        rows = rows_for(request, model, "view")
        if rows is None:
            continue
        kind, listing = str(model._meta.verbose_name), ListLink.to(model, "held=yes")
        for row in _first(rows.held().order_by("created_at"), panel):
            panel.entries.append(_entry(row, str(row), kind, listing))
    return panel


def _answers(
    request: HttpRequest, model: type[Model], action: str, label: str
) -> tuple[Answer, ...]:
    return (Answer(action, label),) if may_answer(request, model, action) else ()


def _entry(
    row: Model, text: str, kind: str, listing: ListLink, answers: tuple[Answer, ...] = ()
) -> Entry:
    moment = getattr(row, "created_at", None) or getattr(row, "changed_at", None)
    url = change_url(row)
    return Entry(text, kind, url, moment, listing, answers, name_of_row(row), seen_of(row))


def _first(rows: QuerySet[Row], panel: Panel) -> list[Row]:
    """Return the first rows, and add the number of all of them to the panel's total."""
    first = list(rows.annotate(number=Window(Count("pk")))[:MAX_ROWS_PER_MODEL])
    panel.total += first[0].number if first else 0  # type: ignore[attr-defined] # annotated
    return first
