"""The start page of the admin: what officers do most, and the day sheet."""

from collections.abc import Callable, Iterator

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cities.models import City
from content.models import Picture
from content.opened_forms.form_stamp import FormStamp
from content.permissions import has_permission
from events.models import Event
from links.models import Fund, LinkGroup, Newsletter
from twinning_site.pages.models import Notice, Page
from twinning_site.workbench.start_page.colleagues import colleagues_panels
from twinning_site.workbench.start_page.coming import coming_panels
from twinning_site.workbench.start_page.drafts_beside import draft_panels
from twinning_site.workbench.start_page.findings import finding_panels
from twinning_site.workbench.start_page.funds import fund_panels
from twinning_site.workbench.start_page.legal_pages import legal_page_panels
from twinning_site.workbench.start_page.panel import Panel, Section
from twinning_site.workbench.start_page.publishing import publishing_panels
from twinning_site.workbench.start_page.releases import release_panels
from twinning_site.workbench.start_page.setup import setup_panels
from twinning_site.workbench.start_page.silent_groups import silent_group_panels
from twinning_site.workbench.start_page.submissions import submission_panels
from twinning_site.workbench.start_page.unanswered_searches import unanswered_search_panels
from volunteers.models import Application

# The most frequent tasks: a form to open
TASKS = [
    (_("Announce an event"), Event),
    (_("Add a newsletter"), Newsletter),
    (_("Add a picture"), Picture),
    (_("Add a city"), City),
    (_("Add a group"), LinkGroup),
    (_("Add a fund"), Fund),
    (_("Write a page"), Page),
    (_("Show a notice on every page"), Notice),
]
# The sheet, most urgent first within each section. Each function takes constant queries, and
# returns only what the person of the request may see.
PANELS: list[Callable[[HttpRequest], list[Panel]]] = [
    setup_panels,
    legal_page_panels,
    submission_panels,
    release_panels,
    draft_panels,
    coming_panels,
    publishing_panels,
    fund_panels,
    silent_group_panels,
    finding_panels,
    unanswered_search_panels,
    colleagues_panels,
]


def day_sheet(request: HttpRequest) -> Iterator[tuple[Section, list[Panel]]]:
    """Yield the sections that have something for this person, with their panels."""
    panels = [panel for panels_of in PANELS for panel in panels_of(request) if panel.entries]
    for section in Section:
        if of_section := [panel for panel in panels if panel.section is section]:
            yield section, of_section


def _add_address(model: type[Model]) -> str:
    """Return the address of the form for a new row, the short one if there is one."""
    short = getattr(admin.site.get_model_admin(model), "add_address", None)
    options = model._meta
    return short() if short else reverse(f"admin:{options.app_label}_{options.model_name}_add")


def start_page_context(request: HttpRequest) -> dict[str, object]:
    """Return the tasks and the sheet for the person of `request`, for `admin/start.html`."""
    tasks = [
        (title, _add_address(model))
        for title, model in TASKS
        if has_permission(request.user, "add", model)
    ]
    if has_permission(request.user, "add", Newsletter):
        tasks.append((_("Add the PDF of an issue"), reverse("admin:links_newsletter_from_file")))
    if has_permission(request.user, "change", Application):
        desk = reverse("admin:volunteers_application_desk")
        tasks.append((_("Answer offers to help"), desk))
    stamp = FormStamp.now(request.user.pk, reverse("admin:day_sheet_answer"), "", {})
    sections = list(day_sheet(request))
    return {
        "sections": sections,
        "nothing_waits": not any(section == Section.WAITS for section, _panels in sections),
        "tasks": tasks,
        "form_stamp": stamp.signed(),
    }
