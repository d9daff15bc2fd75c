"""Two pages of the admin on which an officer looks before a step is taken."""

from django.contrib import admin, messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from volunteers import actions, pipeline
from volunteers.admin.state_change_form import MoveForm
from volunteers.models import Application


def move_view(
    model_admin: admin.ModelAdmin, request: HttpRequest, pk: int, state: str
) -> HttpResponse:
    """Show the letter that goes with a state; enter the state when it is sent back."""
    application = _application(model_admin, request, pk)
    if state not in Application.State:
        raise Http404
    draft = pipeline.draft_for(application, state)
    initial = {
        "seen": application.state,
        "subject": draft.subject,
        "text": draft.text,
        "send_letter": bool(draft.text),
        "group": application.group_id,
    }
    posted = request.POST if request.method == "POST" else None
    form = MoveForm(posted, initial=initial, application=application, state=state)
    if form.is_valid() and _enter(application, state, form, request.user):
        model_admin.log_change(request, application, f"State: {state}")
        messages.success(request, gettext("Done. The step is noted below."))
        return redirect("admin:volunteers_application_change", pk)
    label = Application.State(state).label
    title = gettext("%(reference)s: %(state)s") % {
        "reference": application.reference,
        "state": label,
    }
    return _page(model_admin, request, "move", application, title, form=form)


def merge_view(
    model_admin: admin.ModelAdmin, request: HttpRequest, pk: int, other: int
) -> HttpResponse:
    """Show two applications beside each other; make one of them when that is confirmed."""
    kept, merged = (_application(model_admin, request, key) for key in (pk, other))
    if kept == merged:
        raise Http404
    if request.method == "POST":
        reference = merged.reference
        pipeline.merge(kept, merged, request.user)
        note = gettext("Merged with %(reference)s") % {"reference": reference}
        model_admin.log_change(request, kept, note)
        messages.success(request, gettext("Now they are one."))
        return redirect("admin:volunteers_application_change", pk)
    fields = (Application._meta.get_field(name) for name in [*pipeline.TEXTS, "created_at"])
    rows = [(f.verbose_name, getattr(kept, f.name), getattr(merged, f.name)) for f in fields]
    title = gettext("Merge %(other)s into %(kept)s") % {
        "other": merged.reference,
        "kept": kept.reference,
    }
    return _page(model_admin, request, "merge", kept, title, merged=merged, rows=rows)


def _enter(application: Application, state: str, form: MoveForm, author: AbstractBaseUser) -> bool:
    """Take the step as the officer wants it; say in the form why it cannot be taken."""
    data = form.cleaned_data
    letter = pipeline.Draft(data["subject"], data["text"]) if data["send_letter"] else None
    try:
        pipeline.enter(
            application,
            state,
            seen=data["seen"],
            author=author,
            group=data.get("group"),
            note=data["note"],
            letter=letter,
        )
    except pipeline.MovedOn:
        form.refuse(application)
        return False
    if not application.is_closed:
        # Whoever goes on with it has seen that it is no abuse.
        actions.release(application)
    return True


def _application(model_admin: admin.ModelAdmin, request: HttpRequest, pk: int) -> Application:
    application = get_object_or_404(Application, pk=pk)
    if not model_admin.has_change_permission(request, application):
        raise PermissionDenied
    return application


def _page(
    model_admin: admin.ModelAdmin,
    request: HttpRequest,
    name: str,
    application: Application,
    title: str,
    **context,
) -> HttpResponse:
    context |= model_admin.admin_site.each_context(request) | {
        "opts": Application._meta,
        "original": application,
        "title": title,
    }
    return render(request, f"admin/volunteers/{name}.html", context)
