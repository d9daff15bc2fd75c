"""Which section of the guide helps at which model."""

from django.contrib.admin import site
from django.http import HttpRequest
from django.urls import reverse

# The anchor of the section by the label of the model; a test asks for each model of the admin.
PLACES = {
    "auth.Group": "more-officers",
    "auth.User": "more-officers",
    "cities.City": "cities-groups-newsletters-events",
    "cities.LinkKind": "the-council",
    "cities.MilestoneKind": "the-council",
    "content.AuditEntry": "more-officers",
    "content.Council": "the-council",
    "content.Document": "documents",
    "content.DocumentKind": "the-council",
    "content.ErasureRecord": "what-people-send",
    "content.Finding": "the-day-sheet",
    "content.MailTemplate": "what-people-send",
    "content.Picture": "pictures",
    "content.QueuedEmail": "what-people-send",
    "content.Theme": "cities-groups-newsletters-events",
    "content.Video": "videos",
    "content.Version": "writing-and-publishing",
    "events.Event": "cities-groups-newsletters-events",
    "links.Fund": "cities-groups-newsletters-events",
    "links.LinkGroup": "cities-groups-newsletters-events",
    "links.Newsletter": "cities-groups-newsletters-events",
    "pages.Enquiry": "what-people-send",
    "pages.Feedback": "what-people-send",
    "pages.Notice": "cities-groups-newsletters-events",
    "pages.Page": "cities-groups-newsletters-events",
    "django_tasks_database.DBTaskResult": "technical-things",
    "otp_static.StaticDevice": "more-officers",
    "otp_totp.TOTPDevice": "more-officers",
    "redirects.Redirect": "technical-things",
    "search.UnansweredSearch": "the-day-sheet",
    "sites.Site": "technical-things",
    "volunteers.Application": "what-people-send",
    "volunteers.ConsentWording": "what-people-send",
    "volunteers.Question": "what-people-send",
    "volunteers.VolunteerTask": "what-people-send",
    "workbench.Invitation": "more-officers",
}


def help_url(request: HttpRequest) -> str:
    """Return the address of the section that helps at the page of a request, or of the guide."""
    name = request.resolver_match.url_name if request.resolver_match else None
    guide = reverse("admin:guide")
    if name == "index":
        return f"{guide}#the-day-sheet"
    for model in site._registry:
        options = model._meta
        if name and name.startswith(f"{options.app_label}_{options.model_name}_"):
            anchor = PLACES.get(options.label, "")
            return f"{guide}#{anchor}" if anchor else guide
    return guide
