"""What every public form does with what comes in, whatever it is about."""

from collections.abc import Callable
from typing import Protocol

from django.http import HttpRequest, HttpResponse

from content.intake.guarded_form import GuardedForm
from content.intake.rate_limits import RateLimitExceeded, screen
from content.models import Received


class Show(Protocol):
    """Shows a form again; `problem` is a sentence about the form as a whole."""

    def __call__(self, form: GuardedForm, problem: str = "", status: int = 200) -> HttpResponse: ...


def receive(
    request: HttpRequest,
    form: GuardedForm,
    *,
    model: type[Received],
    store: Callable[[str, list[str]], Received],
    show: Show,
    done: Callable[[Received], HttpResponse],
) -> HttpResponse:
    """Store a posted form once, or show it again with everything that was typed.

    `store` gets the fingerprint and the suspicions; `done` answers with what is stored, be it
    new or a replay's.
    """
    if request.csrf_failure:
        return show(form.unchecked(), request.csrf_failure, 403)
    if not form.is_valid():
        return show(form, status=422)
    fingerprint = form.fingerprint()
    row = model.objects.filter(fingerprint=fingerprint).first()
    if row is None:
        try:
            suspicions = screen(request, form, model._meta.model_name)
        except RateLimitExceeded as flood:
            return show(form, str(flood), 429)
        row = store(fingerprint, suspicions)
    return done(row)
