"""The page on which a group says whether its page is still right.

The link in the e-mail leads there; nobody there has an account.
"""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from content.intake.csrf import csrf_problem, keep_input_on_csrf_failure
from content.intake.form_fields import PlainTextField
from content.intake.guarded_form import GuardedForm
from content.intake.receiving import receive
from twinning_site.pages.models import Enquiry
from twinning_site.pages.still_right.answering import (
    Question,
    ask_for_change,
    question_of,
    say_right,
)


class ChangeForm(GuardedForm):
    """What is wrong, in the words of the group."""

    message = PlainTextField(
        label=gettext_lazy("What should we change?"),
        max_length=4000,
        error_messages={"required": gettext_lazy("Write what should be changed.")},
    )


@keep_input_on_csrf_failure
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def still_right(request: HttpRequest, token: str) -> HttpResponse:
    """Show the question; record the answer on POST.

    Programs that look into e-mails open every link, so opening it says nothing.
    """
    question = question_of(token)
    response = _answer(request, question, token) if question else _show(request, None)
    # The address is a key; see the pages of an applicant.
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response


def _answer(request: HttpRequest, question: Question, token: str) -> HttpResponse:
    if request.method != "POST" or question.is_answered:
        return _show(request, question, ChangeForm())
    if problem := _problem(request):
        form = ChangeForm(request.POST)
        return _show(request, question, form.unbound_copy(), problem, 403)
    back = partial(redirect, "pages:still-right", token=token)
    if "yes" in request.POST:
        say_right(question)
        return back()
    form = ChangeForm(request.POST)
    return receive(
        request,
        form,
        model=Enquiry,
        store=lambda fingerprint, suspicions: ask_for_change(
            question,
            form.cleaned_data["message"],
            fingerprint=fingerprint,
            language=get_language() or "",
            held_for=suspicions,
        ),
        show=partial(_show, request, question),
        done=lambda _enquiry: back(),
    )


def _problem(request: HttpRequest) -> str:
    if request.user.is_staff:
        return _(
            "You are signed in as an officer. What is done with this link counts as done by the "
            "group: change its page in the admin."
        )
    return csrf_problem(request)


def _show(
    request: HttpRequest,
    question: Question | None,
    form: ChangeForm | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {"question": question, "form": form, "problem": problem}
    status = status if question else 404
    return render(request, "pages/still_right.html", context, status=status)
