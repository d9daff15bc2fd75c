"""The pages on which applicants see, withdraw and erase their application.

The signed link in their e-mail leads there; they have no account.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from content.intake.csrf import csrf_problem, keep_input_on_csrf_failure
from volunteers import actions
from volunteers.models import Application, ApplicationState
from volunteers.signed_addresses import own_page_reference


@keep_input_on_csrf_failure
@never_cache
@require_safe
def application(request: HttpRequest, token: str) -> HttpResponse:
    """Show the state, what is held, and until when."""
    return _page(request, "volunteers/application.html", token)


@keep_input_on_csrf_failure
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for confirmation; withdraw the application on POST."""
    if _is_confirmed(request) and (application := _find(token)):
        actions.withdraw(application)
        return redirect(application)
    return _page(request, "volunteers/withdraw.html", token)


@keep_input_on_csrf_failure
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for confirmation; erase the application on POST."""
    if _is_confirmed(request) and (application := _find(token)):
        actions.erase_as_asked(application)
        return redirect("volunteers:erased")
    return _page(request, "volunteers/erase.html", token)


@never_cache
@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Confirm the erasure, without saying whose."""
    return render(request, "volunteers/erased.html")


def _is_confirmed(request: HttpRequest) -> bool:
    return request.method == "POST" and not _problem(request)


def _problem(request: HttpRequest) -> str:
    """Return why nothing is withdrawn or erased here; empty if it may be.

    What is done with a link counts as done by the person; an officer has rights in the admin.
    """
    if request.user.is_staff:
        return _(
            "You are signed in as an officer. If this is your own offer, sign out first; if it is "
            "somebody else's, erase it in the admin, where it is recorded as done by you."
        )
    return csrf_problem(request)


def _find(token: str) -> Application | None:
    reference = own_page_reference(token)
    return Application.objects.by_reference(reference) if reference else None


def _steps(application: Application) -> list[dict[str, object]]:
    """Return the three steps from an offer to a group, and which of them are done."""
    state = ApplicationState(application.state)
    has_called = bool(application.called_at) or state == ApplicationState.ACTIVE
    return [
        {
            "words": _("The office reads your offer and gets in touch with you."),
            "done": state != ApplicationState.NEW,
        },
        {
            "words": _("The office passes it to a group that suits you."),
            "done": state in {ApplicationState.PASSED, ApplicationState.ACTIVE},
        },
        {"words": _("The group calls you or writes to you."), "done": has_called},
    ]


def _page(request: HttpRequest, template: str, token: str) -> HttpResponse:
    application = _find(token)
    if application is None:
        response = render(request, "volunteers/gone.html", status=404)
    else:
        context = {
            "application": application,
            "token": token,
            "erased_on": application.erasure_date_once_withdrawn,
            "problem": _problem(request),
            "cities": application.cities.all().in_order(),
            "steps": [] if application.is_closed else _steps(application),
            "interests": list(application.interests.all()),
            "tasks": list(application.tasks.all()),
            "answers": list(application.answers.all()),
        }
        response = render(request, template, context)
    # The address is a key: keep it out of Referer headers and of search engines. With
    # "no-referrer" browsers send "Origin: null", and Django's CSRF check refuses every form.
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response
