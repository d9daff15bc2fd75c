"""Panels on what waits for release, and on what came back to its writer."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.models import Publishable, ReleaseAnswer, ReleaseRequest
from content.permissions import may_publish
from twinning_site.workbench.start_page.panel import Entry, Panel, Section, rows_for

# Of all kinds together
MAX_REQUESTS = 50
# How long somebody is told of what came back
TOLD_FOR = timedelta(days=14)


def release_panels(request: HttpRequest) -> list[Panel]:
    """Return what waits for those who may publish it, and what came back to this person.

    It takes one query, and one for each kind of thing that waits.
    """
    waits = Panel(Section.WAITS, _("Waits for release"))
    back = Panel(Section.WAITS, _("Came back to you"))
    waiting = ReleaseRequest.objects.waiting().select_related("content_type", "submitted_by")
    for one, thing in _with_rows(request, waiting[:MAX_REQUESTS]):
        if may_publish(request.user, thing):
            values = {"kind": _kind(thing), "who": one.sender_name}
            words = gettext("%(kind)s, by %(who)s") % values
            waits.entries.append(_entry(thing, words, one.submitted_at, one.word))
    newest = ReleaseRequest.objects.filter(
        Q(answered_at=None) | Q(answered_at__gt=timezone.now() - TOLD_FOR),
        submitted_by=request.user.pk,
    ).select_related("content_type", "answered_by")
    # Only the last answer of each thing counts.
    last = {(one.content_type_id, one.object_id): one for one in reversed(newest[:MAX_REQUESTS])}
    sent_back = [one for one in last.values() if one.answer == ReleaseAnswer.SENT_BACK]
    for one, thing in _with_rows(request, sent_back):
        back.entries.append(_entry(thing, _kind(thing), one.answered_at, one.reply))
    return [waits, back]


def _with_rows(
    request: HttpRequest, found: Iterable[ReleaseRequest]
) -> Iterator[tuple[ReleaseRequest, Publishable]]:
    """Yield those whose rows this person may write, with the row."""
    requests = list(found)
    rows: dict[tuple[int, str], Publishable] = {}
    for kind in {one.content_type for one in requests}:
        model: Any = kind.model_class()
        visible = rows_for(request, model) if model else None
        if visible is not None:
            keys = [one.object_id for one in requests if one.content_type_id == kind.pk]
            for row in visible.filter(pk__in=keys):
                rows[kind.pk, str(row.pk)] = row
    for one in requests:
        if row := rows.get((one.content_type_id, one.object_id)):
            yield one, row


def _kind(thing: Publishable) -> str:
    return str(thing._meta.verbose_name)


def _entry(thing: Publishable, kind: str, moment: Any, detail: str) -> Entry:
    options = thing._meta
    name = f"admin:{options.app_label}_{options.model_name}_release"
    url = reverse(name, args=[thing.pk])
    return Entry(str(thing), kind, url, moment, detail=detail)
