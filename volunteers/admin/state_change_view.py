"""The page of one step: the person, what they answered, and the letter that goes with the step."""

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from content.opened_forms.form_stamp import FormStamp
from content.opened_forms.kept_form import take_up
from volunteers import actions
from volunteers.admin.confirm_page import get_application, render_confirmation
from volunteers.admin.last_steps import remember
from volunteers.admin.state_change_form import StateChangeForm
from volunteers.emails import EmailDraft, draft_email
from volunteers.models import Application, ApplicationState
from volunteers.state_changes import StateHasChanged, change_state
from volunteers.undoing import HOLD_MAIL

MAX_NOTES = MAX_OTHERS = 20


def state_change_view(
    model_admin: admin.ModelAdmin, request: HttpRequest, pk: int, state: str
) -> HttpResponse:
    """Show the draft of the e-mail that goes with `state`; change the state on POST."""
    application = get_application(model_admin, request, pk)
    if state not in ApplicationState:
        raise Http404
    is_shown_again = bool(take_up(request)) or "_preview" in request.POST
    draft = draft_email(application, state)
    initial = {
        "expected_state": application.state,
        "subject": draft.subject,
        "text": draft.text,
        "send_email": bool(draft.text),
        "group": application.group_id,
    }
    posted = request.POST if request.method == "POST" else None
    form = StateChangeForm(posted, initial=initial, application=application, state=state)
    if not is_shown_again and form.is_valid() and _change_state(request, application, state, form):
        model_admin.log_change(request, application, f"State: {state}")
        return redirect("admin:volunteers_application_desk")
    stamp = FormStamp.now(request.user.pk, request.path, "", {})
    title = gettext("%(reference)s: %(state)s") % {
        "reference": application.reference,
        "state": ApplicationState(state).label,
    }
    return render_confirmation(
        model_admin,
        request,
        "change_state",
        application,
        title,
        {
            "form": form,
            "form_stamp": stamp.signed(),
            "state": state,
            "states": [one for one in ApplicationState if one != application.state],
            "preview": form["text"].value() or "",
            "cities": application.cities.all().in_order(),
            "interests": list(application.interests.all()),
            "tasks": list(application.tasks.all()),
            "others": Application.objects.like(application)[:MAX_OTHERS],
            "notes": list(application.notes.select_related("author")[:MAX_NOTES]),
        },
    )


def _change_state(
    request: HttpRequest, application: Application, state: str, form: StateChangeForm
) -> bool:
    """Change the state as the form says; return False if somebody else was faster."""
    data = form.cleaned_data
    email = EmailDraft(data["subject"], data["text"]) if data["send_email"] else None
    try:
        change = change_state(
            application,
            state,
            expected_state=data["expected_state"],
            author=request.user if request.user.is_authenticated else None,
            group=data.get("group"),
            note=data["note"],
            email=email,
            hold_mail=HOLD_MAIL,
        )
    except StateHasChanged:
        form.add_conflict(application)
        return False
    words = gettext("%(reference)s is now “%(state)s”.") % {
        "reference": application.reference,
        "state": application.get_state_display(),
    }
    if application.held_for and not application.is_closed:
        # An officer who carries on with it has seen that it is no abuse. The receipt goes out at
        # once, so that nothing of this can be undone.
        actions.release(application)
    else:
        remember(request, [change])
        if change.mails:
            words += " " + gettext("E-mails go out in two minutes.")
    messages.success(request, words)
    return True
