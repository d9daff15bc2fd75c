"""The page on which a group says that it has called a volunteer.

The link in the e-mail to the group leads there; nobody there has an account.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from content.intake.csrf import csrf_problem, keep_input_on_csrf_failure
from volunteers.handover import handed_over, say_called


@keep_input_on_csrf_failure
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def called(request: HttpRequest, token: str) -> HttpResponse:
    """Show the question and nothing about the person; record the answer on POST.

    Programs that look into e-mails open every link, so opening it says nothing.
    """
    application = handed_over(token)
    problem = _problem(request)
    if application is None:
        response = render(request, "volunteers/gone.html", status=404)
    elif request.method == "POST" and not problem:
        say_called(application)
        response = redirect("volunteers:called", token=token)
    else:
        context = {"application": application, "problem": problem}
        response = render(request, "volunteers/called.html", context)
    # The address is a key, as that of the applicant's own page.
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response


def _problem(request: HttpRequest) -> str:
    if request.user.is_staff:
        return _(
            "You are signed in as an officer. What is done with this link counts as done by the "
            "group: enter the next state in the admin."
        )
    return csrf_problem(request)
