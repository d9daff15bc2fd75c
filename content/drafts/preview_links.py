"""Links by which somebody without an account sees what a row is to become.

The key stays in the address: whoever reviews a page opens it again and sends it on to nobody by
clicking, as the answer tells no other site where it was (`Referrer-Policy`), and logs leave it out
(`content/text/keys.py`). A key in a cookie would be one more thing to explain and to end.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.crypto import salted_hmac

from content.models import PreviewLink, Publishable, PublishingState, RateCount
from content.permissions import may_edit

# Making the page copies a small database, or locks a large one; no reviewer looks so often.
MAX_VIEWS_A_DAY = 200


def make_link(thing: Publishable, user: User, last_day: date) -> str:
    """Make a link that opens the page of a row to the end of `last_day`; return its key."""
    kind = ContentType.objects.get_for_model(thing)
    link = PreviewLink(content_type=kind, object_id=str(thing.pk), made_by=user)
    token = link.new_token(last_day)
    link.save()
    return token


def row_of(link: PreviewLink) -> Publishable | None:
    """Return the row that a link opens; None if it is gone or its maker may not change it now.

    Nor does it open what was taken down after the link was made.
    """
    model: Any = link.content_type.model_class()
    if model is None or not issubclass(model, Publishable):
        return None
    thing = model._base_manager.filter(pk=link.object_id).first()
    maker = link.made_by
    if thing is None or not (maker.is_active and maker.is_staff and may_edit(maker, thing)):
        return None
    is_down = thing.publishing_state == PublishingState.EXPIRED
    return None if is_down and link.made_at < thing.expires_at else thing


def is_opened_too_often(link: PreviewLink) -> bool:
    """Count one more view today; return whether that is beyond MAX_VIEWS_A_DAY."""
    key = salted_hmac("content.drafts.preview_links", f"{timezone.localdate()} {link.pk}")
    until = timezone.now() + timedelta(days=1)
    return RateCount.objects.count_one(key.hexdigest(), until) > MAX_VIEWS_A_DAY
