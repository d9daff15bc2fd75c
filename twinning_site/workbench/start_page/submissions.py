"""Panels about what people sent: waiting applications, rows held back, e-mails that are stuck."""

from typing import TypeVar

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Count, Model, QuerySet, Window
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.mail import outbox
from content.models import QueuedEmail
from content.permissions import has_permission
from twinning_site.pages.models import Enquiry, Feedback
from twinning_site.workbench.start_page.panel import Entry, ListLink, Panel, change_url
from volunteers.models import Application, ConsentWording

MAX_ROWS_PER_MODEL = 20

Row = TypeVar("Row", bound=Model)


def submission_panels(user: User | AnonymousUser) -> list[Panel]:
    """Return the panels that have entries for `user`, most urgent first."""
    panels = []
    if has_permission(user, "view", QueuedEmail):
        panels.append(_stuck_emails_panel())
    if has_permission(user, "view", Application):
        panels.append(_applications_panel())
    panels.append(_held_panel(user))
    return [panel for panel in panels if panel.entries]


def _stuck_emails_panel() -> Panel:
    panel = Panel(_("Mail does not go out"))
    state = outbox.state()
    if state.is_alarming:
        number = state.waiting + state.given_up
        text = ngettext("%(count)s e-mail is stuck", "%(count)s e-mails are stuck", number)
        error = state.last_error or gettext("no mail worker is running")
        panel.entries.append(
            Entry(
                text % {"count": number},
                gettext("last error: %(error)s") % {"error": error},
                reverse("admin:content_queuedemail_changelist"),
                state.waiting_since,
            )
        )
    return panel


def _applications_panel() -> Panel:
    """Return the waiting applications, longest first; without a wording nobody can apply."""
    panel = Panel(_("Volunteers wait for you"))
    if not ConsentWording.objects.current():
        url = reverse("admin:volunteers_consentwording_add")
        text = gettext("Write the wording that volunteers agree to: the form is closed")
        panel.entries.append(Entry(text, "", url, None))
    listing = ListLink.to(Application, "waiting=waiting")
    for application in _first(Application.objects.waiting().order_by("state_since"), panel):
        kind = capfirst(application.get_state_display())
        if application.is_overdue:
            kind = gettext("%(state)s, overdue") % {"state": kind}
        text = f"{application.name} ({application.reference})"
        panel.entries.append(
            Entry(text, kind, change_url(application), application.state_since, listing)
        )
    return panel


def _held_panel(user: User | AnonymousUser) -> Panel:
    panel = Panel(_("Kept aside: look and release or erase"))
    for model in (Application, Enquiry, Feedback):
        if not has_permission(user, "view", model):
            continue
        kind, listing = str(model._meta.verbose_name), ListLink.to(model, "held=yes")
        for row in _first(model.objects.held().order_by("created_at"), panel):
            panel.entries.append(Entry(str(row), kind, change_url(row), row.created_at, listing))
    return panel


def _first(rows: QuerySet[Row], panel: Panel) -> list[Row]:
    """Return the first rows, and add the number of all of them to the panel's total."""
    first = list(rows.annotate(number=Window(Count("pk")))[:MAX_ROWS_PER_MODEL])
    panel.total += first[0].number if first else 0  # type: ignore[attr-defined] # annotated
    return first
