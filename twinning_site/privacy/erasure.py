"""Erase a person from every table (GDPR, article 17).

Rows of the person are deleted; where texts of others mention the person, the mention is
redacted (`mentions.py`).
"""

from django.db import transaction

from content.mail.erasure import delete_email_files
from content.models import ErasureReason, ErasureRecord
from twinning_site.pages.messages import actions as message_actions
from twinning_site.privacy import mentions
from twinning_site.privacy.personal_data import rows_about, rows_of
from volunteers import actions as volunteer_actions


def erase_person(address: str) -> dict[str, int]:
    """Erase everything held about an e-mail address; return how many rows of each kind.

    A contact of a group is kept without personal data, as a role that the office has to fill.

    Raises:
        ValidationError: if `address` is not one complete address.
    """
    counts = _erase_rows(address)
    # Reading them may take long, and needs no transaction.
    delete_email_files(address)
    return {kind: count for kind, count in counts.items() if count}


@transaction.atomic
def _erase_rows(address: str) -> dict[str, int]:
    """Erase the rows, and what others mention; return how many of each kind."""
    found = rows_about(address)
    counts = {kind: rows.count() for kind, rows in found.items()}
    words = _identifying_words(address)
    for application in found["applications"]:
        volunteer_actions.erase(application, ErasureReason.ASKED)
    for enquiry in found["enquiries"]:
        message_actions.erase(enquiry, ErasureReason.ASKED)
    found["contacts"].update(
        name="", email="", phone="", show_name=False, show_email=False, show_phone=False,
        receives_messages=False, confirms_page=False,
    )  # fmt: skip
    found["mails"].delete()
    for kind, (_model, fields) in mentions.TEXT_FIELDS.items():
        mentions.redact(found[f"mentions in {kind}"], fields, words)
    # A version may have the person's name from before their address was there.
    mentions.redact(mentions.versions_with(words), *mentions.TEXT_FIELDS["versions"][1:], words)
    # No address is among them; a name may be.
    counts["searches"] = mentions.searches_with(words).delete()[0]
    record_erasure("mails", counts["mails"], ErasureReason.ASKED)
    mentioned = sum(number for kind, number in counts.items() if kind.startswith("mentions"))
    record_erasure("mentions", mentioned, ErasureReason.ASKED)
    return counts


def _identifying_words(address: str) -> set[str]:
    """Return what to redact: the address, and the person's full names and phone numbers.

    A first name alone may be anybody's, so it is not among them.
    """
    own = rows_of(address)
    people = [*own["applications"], *own["enquiries"], *own["contacts"]]
    names = {person.name for person in people if " " in person.name.strip()}
    phones = {getattr(person, "phone", "") for person in people} - {""}
    return {address, *names, *phones}


def record_erasure(what: str, number: int, reason: str) -> None:
    """Keep proof that rows were erased: their kind, number and the reason, nothing else."""
    if number:
        ErasureRecord.objects.create(what=what, number=number, reason=reason)
