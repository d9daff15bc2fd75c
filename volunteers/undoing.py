"""Take a step back that an officer took a moment ago, as if it had never been taken."""

from datetime import timedelta

from django.db import transaction

from content.models import EmailState, QueuedEmail
from links.models import LinkGroup
from volunteers.models import Application, Note
from volunteers.state_changes import COLUMNS, StateChange

# So long an e-mail of a step stays in the outbox, and so long the step can be undone.
HOLD_MAIL = timedelta(minutes=2)
UNDO_WITHOUT_MAIL = timedelta(minutes=10)


class CannotUndo(Exception):
    """Raised if an e-mail has gone out, or somebody has gone on with the application."""


@transaction.atomic
def undo(change: StateChange) -> Application:
    """Put the application back to where it stood, and delete what was queued and noted.

    Raises:
        CannotUndo: if nothing was done, as a part of it could not be.
    """
    rows = Application.objects.select_for_update().filter(pk=change.pk, state_since=change.since)
    application = rows.first()
    if application is None:
        raise CannotUndo
    # A worker that takes one of them counts a try first; it waits for us, or we see that.
    mails = list(QueuedEmail.objects.select_for_update().filter(pk__in=change.mails))
    unsent = [mail for mail in mails if mail.state == EmailState.QUEUED and not mail.tries]
    if len(unsent) != len(change.mails):
        raise CannotUndo
    deleted = QueuedEmail.objects.filter(pk__in=change.mails, tries=0, state=EmailState.QUEUED)
    deleted.delete()
    Note.objects.filter(pk=change.note).delete()
    for name, column in COLUMNS.items():
        setattr(application, column, change.before[name])
    # The group may have been deleted since.
    before = change.before["group"]
    application.group = LinkGroup.objects.filter(pk=before).first() if before else None
    application.save(update_fields=list(COLUMNS))
    return application
