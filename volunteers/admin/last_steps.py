"""What an officer did last on the desk, kept in their session while it can be undone."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from volunteers.state_changes import StateChange
from volunteers.undoing import HOLD_MAIL, UNDO_WITHOUT_MAIL

_KEY = "volunteers.last_steps"


def remember(request: HttpRequest, changes: list[StateChange]) -> None:
    """Keep the steps of one press in place of those of the press before."""
    has_mail = any(change.mails for change in changes)
    until = timezone.now() + (HOLD_MAIL if has_mail else UNDO_WITHOUT_MAIL)
    kept = {"until": until, "changes": [asdict(change) for change in changes]}
    request.session[_KEY] = json.loads(json.dumps(kept, cls=_Exact))


def forget(request: HttpRequest) -> list[StateChange]:
    """Return what can be undone, and offer it no longer."""
    kept = request.session.pop(_KEY, None)
    return [_read(change) for change in kept["changes"]] if kept else []


def can_undo_until(request: HttpRequest) -> tuple[int, datetime] | None:
    """Return of how many applications the last step can still be undone, and until when."""
    kept = request.session.get(_KEY)
    if not kept:
        return None
    until = datetime.fromisoformat(kept["until"])
    return (len(kept["changes"]), until) if until > timezone.now() else None


class _Exact(DjangoJSONEncoder):
    """Keeps microseconds, by which a step is known; Django's encoder cuts them."""

    def default(self, o: object) -> object:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def _read(kept: dict) -> StateChange:
    before = kept["before"]
    moments = ("state_since", "called_at", "reminded_at")
    before |= {name: before[name] and parse_datetime(before[name]) for name in moments}
    before["erase_on"] = parse_date(before["erase_on"])
    since = datetime.fromisoformat(kept["since"])
    return StateChange(kept["pk"], since, before, kept["mails"], kept["note"])
