"""Erase a person from every table (GDPR, article 17).

Rows of the person are deleted; in texts of others that mention the person, the person is
blanked out (`mentions.py`).
"""

from django.db import transaction

from content.mail.erasure import forget_letter_files
from content.models import ErasureRecord
from twinning_site.pages import actions as message_actions
from twinning_site.privacy import mentions
from twinning_site.privacy.personal_data import belonging_to, held_about
from volunteers import actions as volunteer_actions


@transaction.atomic
def erase_person(address: str) -> dict[str, int]:
    """Erase everything held about an address (GDPR, article 17).

    A contact of a group stays, without what is personal: the office has to name another one.

    Returns:
        How many rows of each kind.

    Raises:
        ValidationError: if `address` is not one whole address.
    """
    held = held_about(address)
    counts = {kind: rows.count() for kind, rows in held.items()}
    words = _words_for(address)
    for application in held["applications"]:
        volunteer_actions.erase(application, ErasureRecord.Reason.ASKED)
    for enquiry in held["enquiries"]:
        message_actions.erase(enquiry, ErasureRecord.Reason.ASKED)
    held["contacts"].update(
        name="", email="", phone="", show_name=False, show_email=False, show_phone=False,
        receives_messages=False,
    )  # fmt: skip
    held["mails"].delete()
    for kind, (_model, fields) in mentions.TEXTS.items():
        mentions.blank_out(held[f"mentions in {kind}"], fields, words)
    forget_letter_files(address)
    record_erasure("mails", counts["mails"], ErasureRecord.Reason.ASKED)
    mentioned = sum(number for kind, number in counts.items() if kind.startswith("mentions"))
    record_erasure("mentions", mentioned, ErasureRecord.Reason.ASKED)
    return {kind: count for kind, count in counts.items() if count}


def _words_for(address: str) -> set[str]:
    """What to blank out where the address is mentioned: it, the person's full name and phone.

    A first name alone may be anybody's, and stays.
    """
    own = belonging_to(address)
    people = [*own["applications"], *own["enquiries"], *own["contacts"]]
    names = {person.name for person in people if " " in person.name.strip()}
    phones = {getattr(person, "phone", "") for person in people} - {""}
    return {address, *names, *phones}


def record_erasure(what: str, number: int, reason: str) -> None:
    if number:
        ErasureRecord.objects.create(what=what, number=number, reason=reason)
