"""Receive a posted public form, whatever it is about."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from content.intake.csrf import csrf_problem
from content.intake.guarded_form import GuardedForm
from content.intake.rate_limits import RateLimitExceeded, count_and_check
from content.intake.used_tokens import TokenUsed, is_used, use_token
from content.models import Received

Form = TypeVar("Form", bound=GuardedForm, contravariant=True)
Row = TypeVar("Row", bound=Received)


class FormHasEnded(Exception):
    """The form was open for too long. Its `str()` is the message for the visitor."""

    def __str__(self) -> str:
        return gettext(
            "This page was open for more than a day. Nothing you typed is lost: please send it "
            "again."
        )


class ShowForm(Protocol[Form]):
    """Show a form again; `problem` is a sentence about the form as a whole."""

    def __call__(self, form: Form, problem: str = "", status: int = 200) -> HttpResponse: ...


def receive(
    request: HttpRequest,
    form: Form,
    *,
    model: type[Row],
    store: Callable[[str, list[str]], Row],
    show: ShowForm[Form],
    done: Callable[[Row], HttpResponse],
) -> HttpResponse:
    """Store a posted form once, or show it again with everything that was typed.

    `store` gets the fingerprint and what looks like abuse, as keys of HOLD_REASONS. `done`
    answers with the stored row, which is that of the first post if this one repeats it. A token
    that has ended, or was used for other answers, stores nothing: the form comes back with a new
    one, to be sent by one press.
    """
    if problem := csrf_problem(request):
        return show(form.unbound_copy(), problem, 403)
    if not form.is_valid():
        return show(form, status=422)
    fingerprint = form.fingerprint()
    stored = model.objects.filter(fingerprint=fingerprint)
    if row := stored.first():
        return done(row)
    try:
        if form.has_ended:
            raise FormHasEnded
        if is_used(form.posted_token):
            raise TokenUsed
        suspicions = count_and_check(request, form, model._meta.model_name or "")
        with transaction.atomic():
            use_token(form.posted_token)
            row = store(fingerprint, suspicions)
    except RateLimitExceeded as flood:
        return show(form, str(flood), 429)
    except (FormHasEnded, TokenUsed) as reason:
        # The faster one of a double click may have stored it meanwhile.
        if row := stored.first():
            return done(row)
        form.renew_token()
        return show(form.unbound_copy(), str(reason), 409)
    return done(row)
