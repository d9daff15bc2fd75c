"""Keep a draft beside a public row, publish it, or drop it."""

from __future__ import annotations

import json
import logging
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, OperationalError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from content.drafts.changed_fields import change_message
from content.drafts.merging import Merged, merge
from content.drafts.rows import (
    Row,
    is_filled_in,
    publish_rows,
    stored_rows,
    with_negative_keys,
)
from content.drafts.waiting_files import with_one_file
from content.mail.compose import queue_text
from content.models import Council, Draft, Publishable, PublishingState
from content.models.publishing import DATES
from content.versions.recording import keep_draft_version, keep_first_version, keep_version
from content.versions.snapshot import FORMAT
from content.web.old_addresses import keep_old_address

logger = logging.getLogger(__name__)


class ChangedInPublic(Exception):
    """What a draft changes has been changed in public, too; somebody has to decide."""


def merged_draft(draft: Draft, thing: Publishable) -> Merged:
    """Return what the row becomes when the draft is published now.

    A draft does not put on the web what was taken down since.
    """
    live = stored_rows(thing)
    drafted = draft.rows
    merged = merge(draft.base_rows, drafted, live)
    if drafted:
        merged.rows[0] = with_one_file(merged.rows[0], drafted[0], live[0])
    if thing.state_by_dates not in {PublishingState.LIVE, PublishingState.SCHEDULED}:
        dates = {name: live[0]["fields"][name] for name in DATES}
        merged.rows[0]["fields"] |= dates
    conflicts = [found for found in merged.conflicts if is_filled_in(found[0], found[2])]
    return Merged(merged.rows, conflicts)


@transaction.atomic
def keep_draft(
    thing: Publishable,
    rows: list[Row],
    user: User | AnonymousUser | None,
    change_message: str,
    publish_at: datetime | None = None,
) -> Draft:
    """Keep `rows` as the draft of `thing`, and the state as a version.

    Args:
        rows: the row and its parts as they are to be.
        publish_at: when they are published by themselves, if they are.
    """
    live = stored_rows(thing)
    keep_first_version(thing)
    state = packed(with_negative_keys(rows, live))
    draft, _is_new = Draft.objects.update_or_create(
        content_type=ContentType.objects.get_for_model(thing),
        object_id=str(thing.pk),
        defaults={
            "user": user if isinstance(user, User) else None,
            "saved_at": timezone.now(),
            "state": state,
            "base": packed(live),
            "publish_at": publish_at,
            "publish_error": "",
        },
    )
    keep_draft_version(thing, user, state, change_message)
    return draft


@transaction.atomic
def publish_state(
    thing: Publishable, rows: list[Row], user: User | AnonymousUser | None, words: str = ""
) -> Publishable:
    """Have `thing` become `rows` in public, and its draft end; return the row as it is now.

    Raises:
        IntegrityError: if the database refuses it, such as an address that is taken by now.
    """
    live = stored_rows(thing)
    keep_first_version(thing)
    address = thing.get_absolute_url()
    changed = publish_rows(thing, rows)
    # That of a document holds however its title changes.
    if "slug" in thing.address_fields and changed.get_absolute_url() != address:
        keep_old_address(address, changed.get_absolute_url())
    Draft.objects.of(thing).delete()
    message = json.dumps(change_message(live, stored_rows(changed)))
    keep_version(changed, user, "\n".join(filter(None, [message, words])))
    return changed


@transaction.atomic
def discard(draft: Draft, user: User | AnonymousUser | None) -> None:
    """Drop a draft. Its last state stays among the versions of the row."""
    thing = draft.content_type.get_object_for_this_type(pk=draft.object_id)
    keep_draft_version(thing, user, draft.state, gettext("Draft discarded."))
    draft.delete()


def publish_due() -> int:
    """Publish the drafts whose moment has come, each by itself; return how many.

    One that cannot be published stays a draft with the reason, and whoever saved it is told by
    e-mail. The right to publish was asked for when it was scheduled.

    Raises:
        OperationalError: if the database does not answer; what is due stays due.
    """
    count = 0
    for pk in list(Draft.objects.due().values_list("pk", flat=True)):
        try:
            count += _publish_one(pk)
        except OperationalError:
            raise
        except Exception as error:
            logger.exception("The draft %s could not be published at its moment.", pk)
            _give_up(pk, error)
    return count


@transaction.atomic
def _give_up(pk: int, error: Exception) -> None:
    if isinstance(error, ChangedInPublic):
        reason = gettext("The same has been changed in public since. Open the form and decide.")
    elif isinstance(error, IntegrityError):
        reason = gettext("It contradicts something else on the site, such as a taken address.")
    else:
        reason = gettext("The site made a mistake; its log has the details.")
    draft = Draft.objects.select_related("user", "content_type").get(pk=pk)
    draft.publish_at, draft.publish_error = None, reason
    draft.save(update_fields=["publish_at", "publish_error"])
    if not Council.current():
        return
    to = (draft.user and draft.user.email) or Council.office_email()
    kind = draft.content_type
    address = reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[draft.object_id])
    text = gettext(
        "The changes of “%(what)s” were to be published now, and could not be: %(reason)s\n\n"
        "They are still a draft: %(address)s"
    )
    what = draft.content_type.get_object_for_this_type(pk=draft.object_id)
    words = {"what": what, "reason": reason, "address": f"{settings.SITE_URL}{address}"}
    subject = gettext("Not published: %(what)s") % {"what": what}
    queue_text(subject, text % words, to=to, language=settings.LANGUAGE_CODE)


@transaction.atomic
def _publish_one(pk: int) -> bool:
    # Another worker may have been faster.
    draft = Draft.objects.due().select_for_update().filter(pk=pk).first()
    if draft is None:
        return False
    model = draft.content_type.model_class()
    thing = model._base_manager.filter(pk=draft.object_id).first() if model else None
    if not isinstance(thing, Publishable):
        draft.delete()
        return False
    merged = merged_draft(draft, thing)
    if merged.conflicts:
        raise ChangedInPublic
    words = gettext("Published at the scheduled moment.")
    publish_state(thing, merged.rows, draft.user, words)
    return True


def packed(rows: list[Row]) -> str:
    """Return rows as drafts and versions keep them."""
    return json.dumps({"format": FORMAT, "rows": rows}, ensure_ascii=False)
