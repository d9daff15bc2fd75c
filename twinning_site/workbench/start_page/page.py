"""The start page of the admin: what officers do most, and what needs their attention."""

from django.contrib.auth.models import AnonymousUser, User
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cities.models import City
from content.models import Picture
from content.permissions import has_permission
from events.models import Event
from links.models import LinkGroup, Newsletter
from twinning_site.pages.models import Notice, Page
from twinning_site.workbench.start_page.publishing import publishing_panels
from twinning_site.workbench.start_page.setup import setup_panels
from twinning_site.workbench.start_page.submissions import submission_panels

# The most frequent tasks: a form to open
TASKS = [
    (_("Announce an event"), Event),
    (_("Add a newsletter"), Newsletter),
    (_("Add a picture"), Picture),
    (_("Add a city"), City),
    (_("Add a group"), LinkGroup),
    (_("Write a page"), Page),
    (_("Show a notice on every page"), Notice),
]


def start_page_context(user: User | AnonymousUser) -> dict[str, object]:
    """Return the tasks and the panels that concern `user`, for `admin/start.html`."""
    tasks = [
        (title, reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add"))
        for title, model in TASKS
        if has_permission(user, "add", model)
    ]
    panels = [*setup_panels(user), *submission_panels(user), *publishing_panels(user)]
    return {"panels": panels, "tasks": tasks}
