"""The admin as officers see it: their words, their order, and what waits for them."""

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cities.models import City
from content.models import Picture
from events.models import Event
from links.models import LinkGroup, Newsletter
from twinning_site.pages.models import Notice, Page
from twinning_site.workbench.dashboard import first_steps, may, waiting
from twinning_site.workbench.dashboard_people import people_waiting

# Headings of the start page and of the list at the side, and what stands under them.
SECTIONS = [
    (
        _("What people read"),
        ["City", "LinkGroup", "Newsletter", "Event", "Page", "Notice"],
    ),
    (_("Library"), ["Picture", "Document", "Theme"]),
    (
        _("What people send"),
        ["Application", "Enquiry", "Feedback", "QueuedEmail", "ConsentWording", "ErasureRecord"],
    ),
    (_("Settings"), ["Council", "User", "Group"]),
]
REST = _("Technical")
# Django's word for them is that of the voluntary groups.
RENAMED = {"Group": _("Groups of users")}
# What officers do most.
TASKS = [
    (_("Announce an event"), Event),
    (_("Add a newsletter"), Newsletter),
    (_("Add a picture"), Picture),
    (_("Add a city"), City),
    (_("Add a group"), LinkGroup),
    (_("Write a page"), Page),
    (_("Show a notice on every page"), Notice),
]


class OfficersSite(AdminSite):
    site_title = _("Twinning office")
    site_header = _("Twinning office")
    index_title = _("Start page")
    index_template = "admin/start.html"

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict]:
        """Give sections in the officer's order in place of apps."""
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        models = [model for app in apps for model in app["models"]]
        for model in models:
            model["name"] = RENAMED.get(model["object_name"], model["name"])
        named = {name for _title, names in SECTIONS for name in names}
        others = sorted({model["object_name"] for model in models} - named)
        sections = []
        for number, (title, names) in enumerate([*SECTIONS, (REST, others)]):
            found = [m for name in names for m in models if m["object_name"] == name]
            if found:
                section = {"name": title, "app_label": f"section-{number}", "models": found}
                sections.append(section)
        return sections

    def login(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Go on to the second step where the password alone is not enough."""
        if request.half_signed_in:
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return redirect(f"{reverse('second-factor')}{query}")
        return super().login(request, extra_context)

    def index(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        tasks = [
            (title, reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add"))
            for title, model in TASKS
            if may(request.user, "add", model)
        ]
        user = request.user
        panels = [*first_steps(user), *people_waiting(user), *waiting(user)]
        context = {"panels": panels, "tasks": tasks}
        return super().index(request, context | (extra_context or {}))
