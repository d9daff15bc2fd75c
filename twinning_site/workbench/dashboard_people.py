"""What people sent and nobody has dealt with, and mail that does not go out, for the start page."""

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.mail import outbox
from content.models import QueuedEmail
from twinning_site.pages.models import Enquiry, Feedback
from twinning_site.workbench.dashboard import Entry, Listing, Panel, may
from volunteers.models import Application, ConsentWording

# So many of a kind are read.
MAX_ENTRIES = 20


def people_waiting(user: AbstractBaseUser) -> list[Panel]:
    """The panels that have something for `user`, most urgent first."""
    panels = []
    if may(user, "view", QueuedEmail):
        panels.append(_mail_panel())
    if may(user, "view", Application):
        panels.append(_applications_panel())
    panels.append(_held_panel(user))
    return [panel for panel in panels if panel.entries]


def _mail_panel() -> Panel:
    panel = Panel(_("Mail does not go out"))
    state = outbox.state()
    if state.is_alarming:
        number = state.waiting + state.given_up
        text = ngettext("%(count)s letter is stuck", "%(count)s letters are stuck", number)
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
    """The longest waiting first; without a wording nobody can apply at all."""
    panel = Panel(_("Volunteers wait for you"))
    if not ConsentWording.objects.current():
        url = reverse("admin:volunteers_consentwording_add")
        text = gettext("Write the wording that volunteers agree to: the form is closed")
        panel.entries.append(Entry(text, "", url, None))
    for application in Application.objects.waiting().order_by("state_since")[:MAX_ENTRIES]:
        kind = capfirst(application.get_state_display())
        if application.is_overdue:
            kind = gettext("%(state)s, overdue") % {"state": kind}
        url = reverse("admin:volunteers_application_change", args=[application.pk])
        text = f"{application.name} ({application.reference})"
        listing = Listing.of(Application, "waiting=waiting")
        panel.entries.append(Entry(text, kind, url, application.state_since, listing))
    return panel


def _held_panel(user: AbstractBaseUser) -> Panel:
    panel = Panel(_("Kept aside: look and release or erase"))
    for model in (Application, Enquiry, Feedback):
        if not may(user, "view", model):
            continue
        for row in model.objects.held().order_by("created_at")[:MAX_ENTRIES]:
            options = model._meta
            url = reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[row.pk])
            kind, listing = str(options.verbose_name), Listing.of(model, "held=yes")
            panel.entries.append(Entry(str(row), kind, url, row.created_at, listing))
    return panel
