"""Change the state of an application, and tell those whom the change concerns."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from links.models import LinkGroup
from volunteers.emails import EmailDraft, notify_group, queue_draft
from volunteers.models import Application, ApplicationState

# The columns that tell where an application stands
CHANGED = ["state", "state_since", "erase_on", "group", "called_at", "reminded_at"]


class StateHasChanged(Exception):
    """Raised if somebody else has changed the state in the meantime."""


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
) -> None:
    """Change the state; the waiting time and the time until erasure begin again.

    Withdrawing never puts the erasure off. The change is recorded as a note by `author`,
    with the words of `note`. `email` is queued for the applicant. A `group` that the application
    is passed to is told through the contacts who receive its messages.

    Raises:
        StateHasChanged: if the state is no longer `expected_state`; `application` is then up
            to date.
    """
    # On SQLite the transaction itself holds the lock.
    application.refresh_from_db(from_queryset=Application.objects.select_for_update())
    if expected_state is not None and application.state != expected_state:
        raise StateHasChanged
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
    application.notes.create(author=author, text="\n".join(lines))
