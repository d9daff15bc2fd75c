"""The page on which an officer compares two applications and chooses what stays of both."""

from datetime import datetime

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.crypto import salted_hmac
from django.utils.formats import localize
from django.utils.timezone import localtime
from django.utils.translation import gettext

from volunteers.admin.confirm_page import get_application, render_confirmation
from volunteers.merging import CHOOSABLE, AddressesDiffer, merge
from volunteers.models import Answer, Application

# What is compared
SHOWN = [*CHOOSABLE, "group", "state", "created_at"]


def merge_view(
    model_admin: admin.ModelAdmin, request: HttpRequest, pk: int, other: int
) -> HttpResponse:
    """Show two applications side by side; merge `other` into `pk` on POST.

    Different e-mail addresses have to be confirmed.
    """
    kept = get_application(model_admin, request, pk)
    if request.method == "POST" and not Application.objects.filter(pk=other).exists():
        # The second post of a double click, or a colleague was faster
        messages.info(request, gettext("The other one is gone: it has been merged or erased."))
        return redirect("admin:volunteers_application_change", pk)
    merged = get_application(model_admin, request, other)
    if kept == merged:
        raise Http404
    seen = _seen(kept, merged)
    is_outdated = request.method == "POST" and request.POST.get("seen", seen) != seen
    if is_outdated:
        words = gettext("One of the two has changed since you opened this page. Nothing was done.")
        messages.warning(request, words)
    elif request.method == "POST" and _merge(request, kept, merged):
        note = gettext("Merged with %(reference)s") % {"reference": merged.reference}
        model_admin.log_change(request, kept, note)
        messages.success(request, gettext("Now they are one."))
        return redirect("admin:volunteers_application_change", pk)
    labels = Application.field_labels()
    is_same_address = kept.has_address_of(merged)
    rows = [
        {
            "name": name,
            "label": labels[name],
            "kept": _words(kept, name),
            "other": _words(merged, name),
            "can_choose": is_same_address and _differ(kept, merged, name),
            "is_taken": request.POST.get(f"take-{name}") == "other",
        }
        for name in SHOWN
        if getattr(kept, name) or getattr(merged, name)
    ] + _rows_of_answers(kept, merged)
    title = gettext("Merge %(other)s into %(kept)s") % {
        "other": merged.reference,
        "kept": kept.reference,
    }
    context = {
        "merged": merged,
        "rows": rows,
        "seen": seen,
        "differs": not is_same_address,
        "is_unconfirmed": request.method == "POST" and not is_outdated,
    }
    return render_confirmation(model_admin, request, "merge", kept, title, context, merged)


def _merge(request: HttpRequest, kept: Application, merged: Application) -> bool:
    """Merge them; return False if their addresses differ and nobody has ticked that."""
    try:
        merge(
            kept,
            merged,
            request.user if request.user.is_authenticated else None,
            despite_addresses="despite_addresses" in request.POST,
            take=[name for name in CHOOSABLE if request.POST.get(f"take-{name}") == "other"],
        )
    except AddressesDiffer:
        return False
    except Application.DoesNotExist as error:
        raise Http404 from error
    return True


def _rows_of_answers(kept: Application, merged: Application) -> list[dict[str, object]]:
    """Return the answers to the further questions side by side; those on the left stay."""
    others = list(merged.answers.all())
    pairs: list[tuple[Answer | None, Answer | None]] = []
    for answer in kept.answers.all():
        same = next((it for it in others if answer.is_to_the_same(it)), None)
        if same:
            others.remove(same)
        pairs.append((answer, same))
    pairs += [(None, other) for other in others]
    return [
        {
            "name": f"answer-{number}",
            "label": str(left or right),
            "kept": left.words if left else "",
            "other": right.words if right else "",
        }
        for number, (left, right) in enumerate(pairs)
    ]


def _words(application: Application, name: str) -> str:
    """Return what is shown of a field."""
    value = getattr(application, name)
    if name == "state":
        return str(application.get_state_display())
    return str(localize(localtime(value) if isinstance(value, datetime) else value or ""))


def _differ(kept: Application, merged: Application, name: str) -> bool:
    """Return whether both have something in a field, and one of them has to give way."""
    values = getattr(kept, name), getattr(merged, name)
    return name in CHOOSABLE and all(values) and values[0] != values[1]


def _seen(kept: Application, merged: Application) -> str:
    """Return a keyed digest of what the page shows, from which nobody reads it."""
    both = (kept, merged)
    values = [str(getattr(one, name)) for one in both for name in SHOWN]
    values += [f"{it.label}\0{it.words}" for one in both for it in one.answers.all()]
    return salted_hmac("volunteers.merge", "\0".join(values)).hexdigest()
