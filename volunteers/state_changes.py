"""Change the state of an application, and tell those whom the change concerns."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from content.models import QueuedEmail
from links.models import LinkGroup
from volunteers.emails import EmailDraft, notify_group, queue_draft
from volunteers.models import Application, ApplicationState

# The columns that tell where an application stands
CHANGED = ["state", "state_since", "erase_on", "group", "called_at", "reminded_at"]
COLUMNS = {name: "group_id" if name == "group" else name for name in CHANGED}


class StateHasChanged(Exception):
    """Raised if somebody else has changed the state in the meantime."""


@dataclass(frozen=True)
class StateChange:
    """What was done in one step, so that it can be undone; it says nothing about the person.

    `since`: `state_since` after it. `before`: the columns of CHANGED before it. `mails`: keys of
    the e-mails that were queued, `note`: that of the note.
    """

    pk: int
    since: datetime
    before: dict[str, Any]
    mails: list[int]
    note: int


@transaction.atomic
def change_state(
    application: Application,
    state: str,
    *,
    expected_state: str | None = None,
    author: User | None = None,
    group: LinkGroup | None = None,
    note: str = "",
    email: EmailDraft | None = None,
    hold_mail: timedelta = timedelta(0),
) -> StateChange:
    """Change the state; the waiting time and the time until erasure begin again.

    Withdrawing never puts the erasure off. The change is recorded as a note by `author`,
    with the words of `note`. `email` is queued for the applicant. A `group` that the application
    is passed to is told through the contacts who receive its messages. All these e-mails go out
    after `hold_mail` at the earliest.

    Raises:
        StateHasChanged: if the state is no longer `expected_state`; `application` is then up
            to date.
    """
    # On SQLite the transaction itself holds the lock.
    application.refresh_from_db(from_queryset=Application.objects.select_for_update())
    if expected_state is not None and application.state != expected_state:
        raise StateHasChanged
    before = {name: getattr(application, COLUMNS[name]) for name in CHANGED}
    earlier = set(application.mails.values_list("pk", flat=True))
    application.state = state
    application.state_since = timezone.now()
    application.erase_on = (
        application.erasure_date_once_withdrawn
        if state == ApplicationState.WITHDRAWN
        else Application.erasure_date(state)
    )
    application.group = group or application.group
    if state == ApplicationState.PASSED:
        application.called_at = application.reminded_at = None
    application.save(update_fields=CHANGED)
    lines = [_("State: %(state)s") % {"state": application.get_state_display()}]
    if state == ApplicationState.PASSED and application.group:
        roles = notify_group(application, application.group)
        names = ", ".join(roles) or _("nobody in the group receives messages")
        lines.append(_("Told: %(names)s") % {"names": names})
        email = email and email.with_group_name(application.group, application.language)
    if email and email.text.strip():
        queue_draft(application, email)
        lines.append(_("E-mail: %(subject)s") % {"subject": email.subject})
    if note.strip():
        lines.append(note.strip())
    written = application.notes.create(author=author, text="\n".join(lines))
    queued = [pk for pk in application.mails.values_list("pk", flat=True) if pk not in earlier]
    if hold_mail and queued:
        # No worker has seen them yet: they are queued in this transaction.
        QueuedEmail.objects.filter(pk__in=queued).update(due_at=timezone.now() + hold_mail)
    return StateChange(application.pk, application.state_since, before, queued, written.pk)
