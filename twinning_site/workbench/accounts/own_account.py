"""The page on which somebody chooses their own language and ends their own sessions."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.audit import record
from content.languages.staff import staff_language, staff_languages
from content.models.records.audit_entry import Deed
from twinning_site.workbench.accounts.sessions import end_sessions, sessions_of
from twinning_site.workbench.models import AccountSettings

# In the session: the language of whoever is signed in, where it is not the site's
LANGUAGE = "admin_language"


class LanguageForm(forms.Form):
    language = forms.ChoiceField(
        label=_("Language of the admin"), choices=staff_languages, required=True
    )


def own_account(request: HttpRequest) -> HttpResponse:
    """Show the page, and do what one of its buttons says."""
    user: Any = request.user
    current = request.session.session_key
    chosen = staff_language(request.session.get(LANGUAGE, ""))
    form = LanguageForm(request.POST or None, initial={"language": chosen})
    if request.method == "POST":
        if "_language" in request.POST and form.is_valid():
            language = form.cleaned_data["language"]
            AccountSettings.objects.update_or_create(user=user, defaults={"language": language})
            request.session[LANGUAGE] = language
            with translation.override(language):
                messages.success(request, gettext("The admin speaks this language to you now."))
            return redirect("admin:own_account")
        if "_end" in request.POST or "_end_others" in request.POST:
            name = request.POST.get("_end", "")
            count = end_sessions(user, current, name)
            record(request, Deed.RIGHTS, detail=f"own sessions ended: {count}")
            words = ngettext("%(count)s session ended.", "%(count)s sessions ended.", count)
            messages.success(request, words % {"count": count})
            return redirect("admin:own_account")
    context = site.each_context(request) | {
        "title": gettext("Your account"),
        "form": form,
        "sessions": list(sessions_of(user, current)),
    }
    return TemplateResponse(request, "admin/accounts/own_account.html", context)


def own_language(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Within the admin, speak the language of whoever is signed in, or the site's."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/admin/"):
            is_known = settings.SESSION_COOKIE_NAME in request.COOKIES
            language = staff_language(request.session.get(LANGUAGE, "") if is_known else "")
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return get_response(request)

    return middleware
