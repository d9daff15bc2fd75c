"""What happens to an application as a whole. Every verb is one transaction, letters included."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from content.mail import compose
from content.mail.erasure import wipe_after_commit
from content.models import Council, ErasureRecord
from volunteers import pipeline
from volunteers.models import Application, ConsentWording


@transaction.atomic
def submit(
    answers: dict,
    *,
    fingerprint: str,
    wording: ConsentWording,
    language: str,
    held_for: list[str] | None = None,
) -> Application:
    """Store an application and its letters, or neither. A replay gives the first one back.

    `answers`: the cleaned data of ApplicationForm. `held_for`: keys of guard.REASONS; an
    application that is kept aside sends no letter until it is released.
    """
    application, is_new = Application.objects.store_once(
        fingerprint=fingerprint,
        **{name: answers[name] for name in pipeline.TEXTS},
        language=language,
        held_for=",".join(held_for or []),
        consent_wording=wording,
        consent_given_at=timezone.now(),
        erase_on=Application.erasure_date(Application.State.NEW),
    )
    if not is_new:
        return application
    application.cities.set(answers["cities"])
    application.interests.set(answers["interests"])
    if not application.held_for:
        _queue_letters(application)
    return application


@transaction.atomic
def release(application: Application) -> None:
    """Pass on what was kept aside. Released twice, it is sent once."""
    freed = Application.objects.filter(pk=application.pk).exclude(held_for="").update(held_for="")
    if freed:
        application.held_for = ""
        _queue_letters(application)


@transaction.atomic
def withdraw(application: Application) -> None:
    """Take an application back, as the applicant asks; the office is told."""
    if application.state != Application.State.WITHDRAWN:
        pipeline.enter(application, Application.State.WITHDRAWN)
        _tell_office("application_withdrawn", application.reference)


@transaction.atomic
def erase(application: Application, reason: str) -> None:
    """Delete everything that is held about an application, its letters included."""
    wipe_after_commit(application.email, application.mails.all())
    application.mails.all().delete()
    application.delete()
    ErasureRecord.objects.create(what="application", number=1, reason=reason)


@transaction.atomic
def erase_as_asked(application: Application) -> None:
    """Erase because the applicant wants it; the office learns no more than the reference."""
    reference, was_held = application.reference, bool(application.held_for)
    erase(application, ErasureRecord.Reason.ASKED)
    if not was_held:
        _tell_office("application_erased", reference)


def _queue_letters(application: Application) -> None:
    """Tell the office everything, and the applicant that it has arrived."""
    context = pipeline.letter_context(application) | {
        "answer_days": settings.VOLUNTEER_OVERDUE_DAYS["new"]
    }
    application.mails.add(
        compose.queue(
            "application_for_office",
            to=Council.current().email,
            context=context,
            language=settings.LANGUAGE_CODE,
            reply_to=application.email,
        ),
        compose.queue(
            "application_receipt",
            to=application.email,
            context=context,
            language=application.language,
            reply_to=Council.current().email,
            auto_submitted=compose.REPLIED,
        ),
    )


def _tell_office(name: str, reference: str) -> None:
    compose.queue(
        name,
        to=Council.current().email,
        context={"reference": reference},
        language=settings.LANGUAGE_CODE,
    )
