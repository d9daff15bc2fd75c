"""Store, release and erase messages and feedback.

Each function is one transaction, which includes the e-mails that it queues.
"""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext

from content.mail import compose
from content.mail.erasure import erase_files_after_commit
from content.mail.letters import Letter
from content.mail.placeholders import Filled
from content.models import Council, ErasureRecord
from content.text.dates import long_date
from links.models import LinkGroup
from twinning_site.pages.messages import letters
from twinning_site.pages.messages.signed_addresses import copy_page_token
from twinning_site.pages.models import Enquiry, Feedback


@transaction.atomic
def send_enquiry(
    answers: dict,
    *,
    group: LinkGroup | None,
    fingerprint: str,
    language: str,
    held_for: list[str] | None = None,
) -> Enquiry:
    """Store a message and queue its e-mails; return the stored one if it was sent twice.

    `answers` is the cleaned data of EnquiryForm; without `group` the message is for the office.
    A message that is held back queues no e-mail until it is released.
    """
    enquiry, is_new = Enquiry.objects.store_once(
        fingerprint=fingerprint,
        name=answers["name"],
        email=answers["email"],
        message=answers["message"],
        group=group,
        language=language,
        held_for=",".join(held_for or []),
        erase_on=timezone.localdate() + timedelta(days=settings.ENQUIRY_KEEP_DAYS),
    )
    if is_new and not enquiry.held_for:
        _queue_emails(enquiry)
    return enquiry


@transaction.atomic
def release(enquiry: Enquiry) -> None:
    """Pass on a message that was held back. Its e-mails are queued once only."""
    freed = Enquiry.objects.filter(pk=enquiry.pk).exclude(held_for="").update(held_for="")
    if freed:
        enquiry.held_for = ""
        _queue_emails(enquiry)


@transaction.atomic
def confirm_address(enquiry: Enquiry) -> None:
    """Note that the writer reads the mailbox, and queue a copy of the message, once only."""
    now = timezone.now()
    if Enquiry.objects.filter(pk=enquiry.pk, confirmed_at=None).update(confirmed_at=now):
        _queue_for_writer(
            enquiry, letters.COPY, lambda: {"message": Filled.paragraphs(enquiry.message)}
        )


def give_feedback(
    answers: dict, *, fingerprint: str, language: str, held_for: list[str] | None = None
) -> Feedback:
    """Store feedback; `answers` is the cleaned data of FeedbackForm."""
    feedback, _is_new = Feedback.objects.store_once(
        fingerprint=fingerprint,
        page=answers["page"],
        rating=answers["rating"],
        comment=answers["comment"],
        language=language,
        held_for=",".join(held_for or []),
        erase_on=timezone.localdate() + timedelta(days=settings.FEEDBACK_KEEP_DAYS),
    )
    return feedback


@transaction.atomic
def erase(enquiry: Enquiry, reason: str) -> None:
    """Delete a message and its e-mails; `reason` is one of ErasureReason."""
    erase_files_after_commit(enquiry.email, enquiry.mails.all())
    enquiry.mails.all().delete()
    enquiry.delete()
    ErasureRecord.objects.create(what="enquiry", number=1, reason=reason)


@transaction.atomic
def erase_feedback(feedback: Feedback, reason: str) -> None:
    """Delete feedback and keep proof of it; `reason` is one of ErasureReason."""
    feedback.delete()
    ErasureRecord.objects.create(what="feedback", number=1, reason=reason)


def _queue_emails(enquiry: Enquiry) -> None:
    """Queue the message for the receivers in the group or the office, and a receipt.

    The receipt has none of the writer's words: nobody knows whose address was given.
    """
    office = Council.office_email()
    receivers = [office]
    if enquiry.group:
        contacts = enquiry.group.contacts.filter(receives_messages=True)
        receivers = [contact.email for contact in contacts] or [office]
    for receiver in dict.fromkeys(receivers):
        email = compose.queue_letter(
            letters.FORWARDED,
            lambda: {
                "reference": Filled.line(enquiry.reference),
                "name": Filled.line(enquiry.name),
                "addressee": _addressee(enquiry),
                "message": Filled.paragraphs(enquiry.message),
            },
            to=receiver,
            language=settings.LANGUAGE_CODE,
            reply_to=enquiry.email,
        )
        enquiry.mails.add(email)
    _queue_for_writer(
        enquiry,
        letters.RECEIPT,
        lambda: {
            "addressee": _addressee(enquiry),
            "copy_page": Filled.link(f"{settings.SITE_URL}{_copy_page(enquiry)}"),
        },
    )


def _copy_page(enquiry: Enquiry) -> str:
    return reverse("pages:message-copy", args=[copy_page_token(enquiry.reference)])


def _addressee(enquiry: Enquiry) -> Filled:
    return Filled.line(enquiry.group.name if enquiry.group else gettext("the office"))


def _queue_for_writer(
    enquiry: Enquiry, letter: Letter, values: Callable[[], dict[str, Filled]]
) -> None:
    email = compose.queue_letter(
        letter,
        lambda: {
            "reference": Filled.line(enquiry.reference),
            "date": Filled.line(long_date(localtime(enquiry.created_at))),
            **values(),
        },
        to=enquiry.email,
        language=enquiry.language,
        reply_to=Council.office_email(),
        auto_submitted=compose.AUTO_REPLIED,
    )
    enquiry.mails.add(email)
