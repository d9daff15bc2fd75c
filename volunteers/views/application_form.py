"""The pages of an application: start, form, check, and the reference at the end.

No session is needed: each page carries the answers on to the next.
"""

from functools import partial

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from content.intake.csrf import csrf_problem, keep_input_on_csrf_failure
from content.intake.email_typos import likely_address
from content.intake.receiving import receive
from content.models import Council
from volunteers import actions
from volunteers.forms import ApplicationForm
from volunteers.models import Application, ConsentWording, Question
from volunteers.signed_addresses import sent_page_reference, sent_page_token
from volunteers.views.voluntary_scheme import with_voluntary_scheme


@require_safe
@with_voluntary_scheme()
def start(request: HttpRequest) -> HttpResponse:
    """Explain what volunteering is, how long the form takes and what it asks."""
    further = Question.objects.asked()
    context = {
        "wording": _wording(),
        "asks_more": bool(further),
        "requires_more": any(question.is_required for question in further),
    }
    return render(request, "volunteers/start.html", context)


@keep_input_on_csrf_failure
@require_http_methods(["GET", "HEAD", "POST"])
@with_voluntary_scheme(refused=lambda request: _closed(request))
def apply(request: HttpRequest) -> HttpResponse:
    """Show the form, then the answers to check, then store them; `step` is the button pressed."""
    wording = _wording()
    if wording is None:
        return _closed(request) if request.method == "POST" else redirect("volunteers:start")
    if request.method != "POST":
        chosen = {"cities": request.GET.getlist("city")}
        return _show(request, ApplicationForm(initial=chosen, current_wording=wording))

    form = ApplicationForm(request.POST, current_wording=wording)
    step = request.POST.get("step")
    if step == "change":
        return _show(request, form.unbound_copy())
    if step != "send" and not csrf_problem(request) and form.is_valid():
        context = {
            "form": form,
            "rows": form.summary(),
            "likely_address": likely_address(form.cleaned_data["email"]),
        }
        return render(request, "volunteers/check.html", context)
    return receive(
        request,
        form,
        model=Application,
        store=lambda fingerprint, suspicions: actions.submit(
            form.cleaned_data,
            fingerprint=fingerprint,
            wording=wording,
            language=get_language(),
            held_for=suspicions,
            further=form.further_answers(),
        ),
        show=partial(_show, request),
        done=lambda application: redirect(
            "volunteers:sent", token=sent_page_token(application.reference)
        ),
    )


def _show(
    request: HttpRequest, form: ApplicationForm, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {"form": form, "problem": problem}
    return render(request, "volunteers/apply.html", context, status=status)


def _closed(request: HttpRequest) -> HttpResponse:
    """Show what was typed into a form that is not open any more (RFC 9110, 15.5.10)."""
    form = ApplicationForm(request.POST, current_wording=_wording() or ConsentWording())
    return render(request, "volunteers/closed.html", {"rows": form.typed()}, status=409)


def _wording() -> ConsentWording | None:
    """Return the wording to agree to, or None while nobody can apply."""
    return ConsentWording.objects.current() if Council.current() else None


@never_cache
@require_safe
def sent(request: HttpRequest, token: str) -> HttpResponse:
    """Show the reference and what happens next; nothing personal, as others may see the address."""
    reference = sent_page_reference(token)
    if reference is None:
        raise Http404
    context = {
        "reference": reference,
        "is_held": Application.objects.held().filter(reference=reference).exists(),
        "answer_days": settings.VOLUNTEER_OVERDUE_DAYS["new"],
    }
    return render(request, "volunteers/sent.html", context)
