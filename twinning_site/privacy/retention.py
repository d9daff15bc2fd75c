"""Erase personal data at the end of its retention period; `manage.py nightly` runs this."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from content.mail.erasure import delete_email_files
from content.models import EmailState, ErasureReason, QueuedEmail, RateCount
from twinning_site.pages.messages import actions as message_actions
from twinning_site.pages.models import Enquiry, Feedback
from twinning_site.privacy.erasure import record_erasure
from twinning_site.search.models import UnansweredSearch
from volunteers import actions as volunteer_actions
from volunteers.models import Application


def rows_due() -> dict[str, QuerySet]:
    """Return the rows to erase, by kind. A message is kept while e-mails of it are queued."""
    now = timezone.now()
    queued = QueuedEmail.objects.waiting()
    return {
        "applications": Application.objects.due_for_erasure(),
        "enquiries": Enquiry.objects.due_for_erasure().exclude(mails__in=queued),
        "feedback": Feedback.objects.due_for_erasure(),
        "mails": QueuedEmail.objects.filter(
            state__in=[EmailState.SENT, EmailState.GIVEN_UP],
            changed_at__lt=now - timedelta(days=settings.MAIL_KEEP_DAYS),
        ),
        "counts": RateCount.objects.filter(until__lt=now),
        "sessions": Session.objects.filter(expire_date__lt=now),
        "searches": UnansweredSearch.objects.due_for_erasure(),
    }


def erase_due() -> dict[str, int]:
    """Erase what is due, in short transactions; return how many rows of each kind."""
    due = rows_due()
    counts = {kind: rows.count() for kind, rows in due.items()}
    for application in due["applications"]:
        volunteer_actions.erase(application, ErasureReason.DUE)
    for enquiry in due["enquiries"]:
        message_actions.erase(enquiry, ErasureReason.DUE)
    for kind in ("counts", "sessions", "searches"):
        due[kind].delete()
    for kind in ("feedback", "mails"):
        with transaction.atomic():
            record_erasure(kind, due[kind].count(), ErasureReason.DUE)
            due[kind].delete()
    delete_email_files(before=timezone.localdate() - timedelta(days=settings.MAIL_KEEP_DAYS))
    return {kind: count for kind, count in counts.items() if count}
