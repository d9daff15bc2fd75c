"""What a group answers, once: the page is right, or the office is to change something."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from content.audit import record
from content.models.records.audit_entry import Deed
from links.models import Contact, LinkGroup
from twinning_site.pages.messages.actions import send_enquiry
from twinning_site.pages.models import Enquiry
from twinning_site.pages.still_right.signed_addresses import asked_of


@dataclass(frozen=True)
class Question:
    """A group that was asked, and the contact whose link is open."""

    group: LinkGroup
    contact: Contact

    @property
    def is_answered(self) -> bool:
        """Return whether somebody of the group has answered since it was asked."""
        answered, asked = self.group.answered_on, self.group.asked_on
        return bool(answered and asked and answered >= asked)


def question_of(token: str) -> Question | None:
    """Return the question that a link is about, or None.

    A link opens nothing once the group is asked anew or no longer public, or if the contact is no
    longer the one to ask.
    """
    asked = asked_of(token)
    if asked is None:
        return None
    group_key, contact_key, day = asked
    group = LinkGroup.objects.published().filter(pk=group_key, asked_on=day).first()
    if group is None:
        return None
    contact = group.contacts.filter(pk=contact_key, confirms_page=True).exclude(email="").first()
    return Question(group, contact) if contact else None


@transaction.atomic
def say_right(question: Question) -> bool:
    """Note that the page is right today; return False if somebody has answered already."""
    if not _answer(question, checked_on=timezone.localdate()):
        return False
    record(None, Deed.CHANGED, row=_name(question), detail="page is right", who="its contact")
    return True


@transaction.atomic
def ask_for_change(
    question: Question, words: str, *, fingerprint: str, language: str, held_for: list[str]
) -> Enquiry:
    """Send the words to the office as a message, on which the day sheet waits for an answer."""
    _answer(question)
    record(None, Deed.CHANGED, row=_name(question), detail="asks for a change", who="its contact")
    answers = {
        "name": str(question.group)[:200],
        "email": question.contact.email,
        "message": words,
    }
    return send_enquiry(
        answers, group=None, fingerprint=fingerprint, language=language, held_for=held_for
    )


def _answer(question: Question, **values: object) -> int:
    """Note the day of the first answer to a question; return 0 if there is one already."""
    unanswered = Q(answered_on=None) | Q(answered_on__lt=F("asked_on"))
    same = LinkGroup.objects.filter(pk=question.group.pk, asked_on=question.group.asked_on)
    return same.filter(unanswered).update(answered_on=timezone.localdate(), **values)


def _name(question: Question) -> str:
    return f"{LinkGroup._meta.label} {question.group.pk}"
