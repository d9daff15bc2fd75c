"""Merge two applications of the same person."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from volunteers.models import Application


@transaction.atomic
def merge(kept: Application, other: Application, author: User | None = None) -> None:
    """Move everything from `other` to `kept`, and delete `other`.

    Answers that `kept` lacks are taken over; those that differ are recorded in a note by
    `author`, so that nothing is lost.
    """
    labels = Application.field_labels()
    differing = [
        f"{labels[name]}: {getattr(other, name)}"
        for name in Application.TEXT_FIELDS
        if getattr(other, name) not in ("", getattr(kept, name)) and getattr(kept, name)
    ]
    for name in [*Application.TEXT_FIELDS, "group", "vetting_seen_on"]:
        if not getattr(kept, name):
            setattr(kept, name, getattr(other, name))
    kept.created_at = min(kept.created_at, other.created_at)
    former = [*kept.former_references.split(), other.reference, *other.former_references.split()]
    kept.former_references = " ".join(former)
    kept.save()
    kept.cities.add(*other.cities.all())
    kept.interests.add(*other.interests.all())
    kept.mails.add(*other.mails.all())
    other.notes.update(application=kept)
    consent = _("consent to wording %(version)s on %(date)s") % {
        "version": other.consent_wording.version,
        "date": other.consent_given_at.date().isoformat(),
    }
    title = _("Merged with %(reference)s (%(consent)s)") % {
        "reference": other.reference,
        "consent": consent,
    }
    kept.notes.create(author=author, text="\n".join([title, *differing]))
    other.delete()
