"""Submit, release, withdraw and erase applications.

Each function is one transaction, which includes the e-mails that it queues.
"""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from content.mail.erasure import erase_files_after_commit
from content.models import ErasureReason, ErasureRecord
from volunteers import letters
from volunteers.emails import notify_office, queue_receipt
from volunteers.models import Answer, Application, ApplicationState, ConsentWording
from volunteers.state_changes import change_state


@transaction.atomic
def submit(
    answers: dict,
    *,
    fingerprint: str,
    wording: ConsentWording,
    language: str,
    held_for: list[str] | None = None,
    further: Iterable[Answer] = (),
) -> Application:
    """Store an application and queue its e-mails; return the stored one if it was sent twice.

    `answers` is the cleaned data of ApplicationForm, `held_for` a list of keys of
    `content.intake.guarded_form.HOLD_REASONS`, `further` the answers to the questions of the
    council, not saved. An application that is held back queues no e-mail
    until it is released.
    """
    application, is_new = Application.objects.store_once(
        fingerprint=fingerprint,
        **{name: answers[name] for name in Application.TEXT_FIELDS},
        language=language,
        held_for=",".join(held_for or []),
        consent_wording=wording,
        consent_given_at=timezone.now(),
        erase_on=Application.erasure_date(ApplicationState.NEW),
    )
    if not is_new:
        return application
    application.cities.set(answers.get("cities", []))
    application.interests.set(answers.get("interests", []))
    application.tasks.set(answers.get("tasks", []))
    for answer in further:
        answer.application = application
        answer.save()
    if not application.held_for:
        queue_receipt(application)
    return application


@transaction.atomic
def release(application: Application) -> None:
    """Pass on an application that was held back. Its e-mails are queued once only."""
    freed = Application.objects.filter(pk=application.pk).exclude(held_for="").update(held_for="")
    if freed:
        application.held_for = ""
        queue_receipt(application)


@transaction.atomic
def withdraw(application: Application) -> None:
    """Withdraw an application at the applicant's request, and tell the office."""
    if application.state != ApplicationState.WITHDRAWN:
        change_state(application, ApplicationState.WITHDRAWN)
        notify_office(letters.WITHDRAWN, application.reference)


@transaction.atomic
def erase(application: Application, reason: str) -> None:
    """Delete everything that is held about an application, its e-mails included.

    `reason` is one of ErasureReason.
    """
    erase_files_after_commit(application.email, application.mails.all())
    application.mails.all().delete()
    application.delete()
    ErasureRecord.objects.create(what="application", number=1, reason=reason)


@transaction.atomic
def erase_as_asked(application: Application) -> None:
    """Erase an application at the applicant's request; tell the office only the reference."""
    reference, was_held = application.reference, bool(application.held_for)
    erase(application, ErasureReason.ASKED)
    if not was_held:
        notify_office(letters.ERASED, reference)
