"""The admin site: its sections, and a start page that shows what needs attention."""

from collections.abc import Callable, Iterable
from functools import update_wrapper
from http import HTTPStatus
from typing import Any, TypeVar, cast

from django.conf import settings
from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.db.models import Model
from django.db.models.base import ModelBase
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.translation import gettext_lazy as _

from content.audit import record
from content.models.records.audit_entry import Deed
from content.opened_forms.kept_form import KeptForm
from content.opened_forms.opened_form_admin import OpenedFormAdmin
from content.opened_forms.opened_list_admin import OpenedListAdmin
from twinning_site.workbench.accounts.own_account import own_account
from twinning_site.workbench.ended_sessions import SIGN_IN_TEMPLATE, offer_form, sign_in_again
from twinning_site.workbench.guide.places import help_url
from twinning_site.workbench.guide.view import guide_page
from twinning_site.workbench.named_list import RENAMED, NamedListAdmin
from twinning_site.workbench.officers_search.views import (
    link_targets,
    search_page,
    suggestions,
)
from twinning_site.workbench.pickers import PickerView
from twinning_site.workbench.recorded_rights import ACCOUNT_APPS, RecordedRightsMixin
from twinning_site.workbench.second_factor import UserWithoutSecondFactor, second_factor
from twinning_site.workbench.sheet_letters.switch import switch, switch_context
from twinning_site.workbench.start_page.answers import answer
from twinning_site.workbench.start_page.page import start_page_context

View = TypeVar("View", bound=Callable[..., HttpResponseBase])

# Headings of the start page and the sidebar, and the models under them
SECTIONS = [
    (
        _("What people read"),
        ["City", "LinkGroup", "Newsletter", "Event", "Fund", "Page", "Notice"],
    ),
    (
        _("Library"),
        ["Picture", "Document", "Video", "Theme", "Finding", "UnansweredSearch", "Version"],
    ),
    (
        _("What people send"),
        [
            "Application",
            "Enquiry",
            "Feedback",
            "QueuedEmail",
            "ConsentWording",
            "VolunteerTask",
            "Question",
            "ErasureRecord",
        ],
    ),
    (
        _("Settings"),
        [
            "Council",
            "LinkKind",
            "MilestoneKind",
            "DocumentKind",
            "MailTemplate",
            "Invitation",
            "User",
            "Group",
            "AuditEntry",
        ],
    ),
]
OTHER_SECTION = _("Technical")

# How often the own password was wrong in a session, under which name it is kept there
WRONG_PASSWORDS = "wrong_passwords"


def has_wrong_password(response: TemplateResponse) -> bool:
    """Return whether the form for a new password comes back as the old one is wrong."""
    form = (response.context_data or {}).get("form")
    return form is not None and "old_password" in form.errors


class OfficersSite(AdminSite):
    """Django's admin site in the words and the order of the office."""

    site_title = _("Twinning office")
    site_header = _("Twinning office")
    index_title = _("Start page")
    index_template = "admin/start.html"
    login_template = SIGN_IN_TEMPLATE

    def register(
        self,
        model_or_iterable: type[Model] | Iterable[type[Model]],
        admin_class: type[ModelAdmin] | None = None,
        **options: Any,
    ) -> None:
        """Guard the form and the list of every admin, those of Django and of libraries, too.

        What is done with accounts is written down.
        """
        unguarded = admin_class or ModelAdmin
        if isinstance(model_or_iterable, ModelBase):
            model_or_iterable = [model_or_iterable]
        for model in model_or_iterable:
            is_account = model._meta.app_label in ACCOUNT_APPS
            recorded = (RecordedRightsMixin,) if is_account else ()
            ours = (OpenedFormAdmin, OpenedListAdmin, NamedListAdmin, *recorded)
            guarded = type(
                unguarded.__name__, (*ours, unguarded), {"__module__": unguarded.__module__}
            )
            super().register(model, guarded, **options)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict]:
        """Return the sections in place of apps, so that officers need not know the apps."""
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        models = [model for app in apps for model in app["models"]]
        for model in models:
            model["name"] = RENAMED.get(model["object_name"], model["name"])
            add_address = getattr(self._registry[model["model"]], "add_address", None)
            if add_address and model["add_url"]:
                model["add_url"] = add_address()
        named = {name for _title, names in SECTIONS for name in names}
        others = sorted({model["object_name"] for model in models} - named)
        sections = []
        for number, (title, names) in enumerate([*SECTIONS, (OTHER_SECTION, others)]):
            found = [m for name in names for m in models if m["object_name"] == name]
            if found:
                section = {"name": title, "app_label": f"section-{number}", "models": found}
                sections.append(section)
        return sections

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """Offer in search boxes only rows that this person may know of."""
        return cast(HttpResponse, PickerView.as_view(admin_site=self)(request))

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Add search, guide and answers to the sheet; ask for rights before a page is named."""
        own = path(
            "r/<int:content_type_id>/<path:object_id>/",
            self.admin_view(self.view_on_site),
            name="view_on_site",
        )
        answers = path("day-sheet/answer/", self.admin_view(answer), name="day_sheet_answer")
        search = [
            path("account/", self.admin_view(own_account), name="own_account"),
            path("search/", self.admin_view(search_page), name="search"),
            path("search/suggestions/", self.admin_view(suggestions), name="search_suggestions"),
            path("search/link-targets/", self.admin_view(link_targets), name="link_targets"),
        ]
        urls = super().get_urls()
        return [
            answers,
            path("day-sheet/by-mail/", self.admin_view(switch), name="day_sheet_by_mail"),
            path("guide/", self.admin_view(guide_page), name="guide"),
            *search,
            *(own if getattr(one, "name", "") == "view_on_site" else one for one in urls),
        ]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Add the way to the section of the guide that helps here, and another way in."""
        return super().each_context(request) | {
            "help_url": help_url(request),
            "has_single_sign_on": bool(settings.OIDC_ISSUER),
        }

    def view_on_site(
        self, request: HttpRequest, content_type_id: int, object_id: str
    ) -> HttpResponseBase:
        """Redirect from a row's number to its page, as Django does, but not everybody."""
        kind = ContentType.objects.filter(pk=content_type_id).first()
        model_admin: Any = self._registry.get(kind.model_class()) if kind else None  # type: ignore[arg-type] # None finds none
        row = model_admin.get_object(request, object_id) if model_admin else None
        if row is None or not model_admin.has_view_or_change_permission(request, row):
            raise Http404
        return shortcut(request, content_type_id, object_id)

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """Keep what was typed into a form if its session has ended."""
        for_officers = super().admin_view(view, cacheable)

        def keeping(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            kept = None if self.has_permission(request) else KeptForm.of(request)
            if kept is None:
                return for_officers(request, *args, **kwargs)
            if isinstance(request.user, UserWithoutSecondFactor):
                return second_factor(request)
            return sign_in_again(request, kept)

        return cast(View, update_wrapper(keeping, for_officers))

    def password_change(
        self, request: HttpRequest, extra_context: dict | None = None
    ) -> TemplateResponse:
        """Write down who changed their own password, and sign out whoever guesses it."""
        response = super().password_change(request, extra_context)
        if response.status_code == HTTPStatus.FOUND:
            record(request, Deed.RIGHTS, detail="own password")
        elif request.POST.get("old_password") and has_wrong_password(response):
            record(request, Deed.FAILED, detail="own password")
            failures = request.session[WRONG_PASSWORDS] = (
                request.session.get(WRONG_PASSWORDS, 0) + 1
            )
            if failures >= settings.AXES_FAILURE_LIMIT:
                logout(request)
                return redirect("admin:login")  # type: ignore[return-value] # Django redirects, too
        return response

    def login(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Go on to the second factor if only the password is given, and back to a kept form."""
        kept = KeptForm.of(request)
        if isinstance(request.user, UserWithoutSecondFactor):
            if kept:
                return second_factor(request)
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return redirect(f"{reverse('second-factor')}{query}")
        if kept is None:
            return super().login(request, extra_context)
        if "username" not in request.POST:
            return sign_in_again(request, kept, status=200)
        answer = super().login(request, {**(extra_context or {}), "kept": kept})
        if answer.status_code != HTTPStatus.FOUND:
            return answer
        if settings.STAFF_SECOND_FACTOR and isinstance(request.user, User):
            request.user = UserWithoutSecondFactor(request.user)
            return second_factor(request)
        return offer_form(request, kept)

    def index(self, request: HttpRequest, extra_context: dict | None = None) -> TemplateResponse:
        """Show the tasks and the day sheet of this user."""
        context = start_page_context(request) | switch_context(request)
        return super().index(request, context | (extra_context or {}))
