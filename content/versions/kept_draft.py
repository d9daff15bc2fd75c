"""The draft beside a row that is deleted: kept in the bin, and brought back with the row."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone

from content.models import Draft, Version


def kept_drafts(thing: Model) -> list[dict[str, Any]]:
    """Return the draft of a row as the state of a version has it; empty if there is none.

    What it says lies open in the JSON, so that erasing a person finds it.
    """
    return [
        {
            "user": draft.user_id,
            "saved_at": draft.saved_at.isoformat(),
            "publish_at": draft.publish_at and draft.publish_at.isoformat(),
            "publish_error": draft.publish_error,
            "state": json.loads(draft.state),
            "base": json.loads(draft.base),
        }
        for draft in Draft.objects.of(thing)
    ]


def bring_back_draft(version: Version, thing: Model) -> None:
    """Store again the draft that was beside a deleted row, which is stored again by now.

    A moment to publish it that has passed meanwhile is forgotten.
    """
    for kept in version.drafts:
        moment = kept["publish_at"] and datetime.fromisoformat(kept["publish_at"])
        Draft.objects.create(
            content_type=ContentType.objects.get_for_model(thing),
            object_id=str(thing.pk),
            user=User.objects.filter(pk=kept["user"]).first(),
            saved_at=datetime.fromisoformat(kept["saved_at"]),
            publish_at=moment if moment and moment > timezone.now() else None,
            publish_error=kept["publish_error"],
            state=json.dumps(kept["state"], ensure_ascii=False),
            base=json.dumps(kept["base"], ensure_ascii=False),
        )
