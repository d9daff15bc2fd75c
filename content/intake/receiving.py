"""Receive a posted public form, whatever it is about."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from django.http import HttpRequest, HttpResponse

from content.intake.csrf import csrf_problem
from content.intake.guarded_form import GuardedForm
from content.intake.rate_limits import RateLimitExceeded, count_and_check
from content.models import Received

Form = TypeVar("Form", bound=GuardedForm, contravariant=True)
Row = TypeVar("Row", bound=Received)


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
    answers with the stored row, which is that of the first post if this one repeats it.
    """
    if problem := csrf_problem(request):
        return show(form.unbound_copy(), problem, 403)
    if not form.is_valid():
        return show(form, status=422)
    fingerprint = form.fingerprint()
    row = model.objects.filter(fingerprint=fingerprint).first()
    if row is None:
        try:
            suspicions = count_and_check(request, form, model._meta.model_name or "")
        except RateLimitExceeded as flood:
            return show(form, str(flood), 429)
        row = store(fingerprint, suspicions)
    return done(row)
