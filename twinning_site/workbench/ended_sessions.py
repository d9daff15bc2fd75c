"""Pages that keep what an officer typed while the session ended, until it is shown again.

Signing in is what it always is, with its locks and its second step. Nothing is saved by it: the
form comes back, and the officer presses its button.
"""

from django.contrib.admin import site
from django.contrib.admin.forms import AdminAuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from content.intake import csrf
from content.opened_forms.kept_form import KeptForm

SIGN_IN_TEMPLATE = "admin/sign_in.html"


@never_cache
def sign_in_again(request: HttpRequest, kept: KeptForm, *, status: int = 403) -> HttpResponse:
    """Ask for name and password, and keep the form meanwhile."""
    context = site.each_context(request) | {
        "form": AdminAuthenticationForm(request),
        "kept": kept,
        "title": gettext("Sign in again"),
    }
    return TemplateResponse(request, SIGN_IN_TEMPLATE, context, status=status)


@never_cache
def offer_form(request: HttpRequest, kept: KeptForm, *, status: int = 200) -> HttpResponse:
    """Lead somebody who is signed in back to the form, if it was they who opened it."""
    if not kept.is_of(request.user.pk):
        return sign_in_again(request, kept)
    context = site.each_context(request) | {
        "kept": kept,
        "title": gettext("What you typed is still here"),
    }
    return TemplateResponse(request, "admin/kept_form.html", context, status=status)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a request that failed the check against forged ones (CSRF_FAILURE_VIEW).

    It fails for officers who have signed in again in another window.
    """
    kept = KeptForm.of(request)
    if kept is None:
        return csrf.csrf_failed(request, reason)
    if site.has_permission(request):
        return offer_form(request, kept, status=403)
    return sign_in_again(request, kept)
