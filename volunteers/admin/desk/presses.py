"""What one press on the desk does: a step of one application, or of several at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext

from links.models import LinkGroup
from volunteers.emails import draft_email
from volunteers.group_choice import groups_that_are_told, is_of_chosen_links
from volunteers.models import Application, ApplicationState
from volunteers.state_changes import StateChange, StateHasChanged, change_state
from volunteers.undoing import HOLD_MAIL

# Application, and the state in which it was seen
SEEN = re.compile(r"(\d{1,9})-([a-z]{1,20})", re.ASCII)
# A step, with the group for one that passes it on
STEP = re.compile(r"(contacted|active|declined|passed)(?:-(\d{1,9}))?", re.ASCII)
MAX_AT_ONCE = 100


@dataclass
class Outcome:
    """What was done, and in sentences what was not."""

    changes: list[StateChange] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Step:
    """A state to enter, with a group that is told of it."""

    state: ApplicationState
    group: LinkGroup | None = None

    @classmethod
    def read(cls, text: str) -> Step | None:
        """Return the step that a button or a choice names, or None."""
        match = STEP.fullmatch(text)
        if match is None:
            return None
        state = ApplicationState(match[1])
        if state != ApplicationState.PASSED:
            return cls(state)
        told = {str(group.pk): group for group in groups_that_are_told()}
        group = told.get(match[2] or "")
        return cls(state, group) if group else None


def take_step(
    model_admin: admin.ModelAdmin, request: HttpRequest, step: Step, seen: list[str]
) -> Outcome:
    """Enter the state for each of `seen` and queue the letter that goes with it, held a little.

    Each application is a transaction of its own: what is refused for one is done for the others.
    """
    outcome = Outcome()
    for text in list(dict.fromkeys(seen))[:MAX_AT_ONCE]:
        match = SEEN.fullmatch(text)
        rows = Application.objects.accepted().prefetch_related("cities")
        application = rows.filter(pk=match[1]).first() if match else None
        if match is None or application is None:
            outcome.refusals.append(gettext("One of them is gone: it was merged or erased."))
        elif refusal := _refusal(model_admin, request, application, step):
            outcome.refusals.append(f"{application.reference}: {refusal}")
        else:
            _take(model_admin, request, application, step, match[2], outcome)
    return outcome


def _refusal(
    model_admin: admin.ModelAdmin, request: HttpRequest, application: Application, step: Step
) -> str:
    if not model_admin.has_change_permission(request, application):
        return gettext("You may not change it.")
    if step.group and not is_of_chosen_links(application, step.group):
        return gettext(
            "This group has none of the links that the applicant chose. Ask them first, and pass "
            "it on with a letter."
        )
    return ""


def _take(
    model_admin: admin.ModelAdmin,
    request: HttpRequest,
    application: Application,
    step: Step,
    seen_state: str,
    outcome: Outcome,
) -> None:
    draft = draft_email(application, step.state)
    try:
        change = change_state(
            application,
            step.state,
            expected_state=seen_state,
            author=request.user if request.user.is_authenticated else None,
            group=step.group,
            email=draft if draft.text else None,
            hold_mail=HOLD_MAIL,
        )
    except StateHasChanged:
        words = gettext("Somebody was faster: it is now “%(state)s”. Nothing was done.")
        state = {"state": application.get_state_display()}
        outcome.refusals.append(f"{application.reference}: {words % state}")
        return
    model_admin.log_change(request, application, f"State: {step.state}")
    outcome.changes.append(change)
    outcome.references.append(application.reference)
