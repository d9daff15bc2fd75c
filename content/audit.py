"""Write the audit trail: who had access, and what they did with it."""

from django.db.models import Model
from django.http import HttpRequest

from content.intake.rate_limits import client_network
from content.models import AuditEntry
from content.models.records.audit_entry import MAX_TEXT, MAX_WHO

# Who works on the machine itself
COMMAND_LINE = "manage.py"


def record(
    request: HttpRequest | None, what: str, *, row: str = "", detail: str = "", who: str = ""
) -> None:
    """Add an entry in the caller's transaction.

    Args:
        request: of whoever did it, or None for a command.
        what: a `Deed`.
        row: as `name_of()` returns it, or what several rows have in common.
        who: a user name, where it is not that of the request's user.
    """
    if not who:
        who = request.user.get_username() if request else COMMAND_LINE
    AuditEntry.objects.create(
        what=what,
        who=who[:MAX_WHO],
        row=row[:MAX_TEXT],
        detail=detail[:MAX_TEXT],
        network=client_network(request) if request else "",
    )


def name_of(row: Model) -> str:
    """Return the model of a row with its reference or number, nothing about a person."""
    return f"{row._meta.label} {getattr(row, 'reference', '') or row.pk}"
