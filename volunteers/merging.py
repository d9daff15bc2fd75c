"""Merge two applications of the same person."""

from collections.abc import Collection
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from volunteers.models import Answer, Application, ApplicationState

# What stands in one place of an application, and is taken over where that is empty
FILLED_IN = [*Application.TEXT_FIELDS, "group", "vetting_seen_on"]
# Of these an officer may choose which of the two stays. The group goes with the state.
CHOOSABLE = [name for name in FILLED_IN if name != "group"]


class AddressesDiffer(Exception):
    """Raised if two applications have different e-mail addresses, and nobody has confirmed that."""


@transaction.atomic
def merge(
    kept: Application,
    other: Application,
    author: User | None = None,
    *,
    despite_addresses: bool = False,
    take: Collection[str] = (),
) -> None:
    """Move everything from `other` to `kept`, and delete `other`.

    The state that is further stays, with the day on which the application in it is to be erased.
    Answers that `kept` lacks are taken over, and so are those named in `take` (of CHOOSABLE). The
    link of `other` opens `kept` from now on. What is not taken, or has to give way, is recorded in
    a note by `author`, so that nothing is lost.

    With different e-mail addresses it may be somebody who gave another person's name. Then
    everything goes into the note, which the own page does not show: nobody sees with the link of
    one what was sent from the other, and the link of `other` opens nothing any more.

    Raises:
        AddressesDiffer: if they do, unless `despite_addresses` is set.
        Application.DoesNotExist: if one of them has been deleted meanwhile.
    """
    # Both as they are now: on SQLite the transaction itself holds the lock.
    for application in sorted((kept, other), key=lambda one: one.pk):
        application.refresh_from_db(from_queryset=Application.objects.select_for_update())
    is_same_address = kept.has_address_of(other)
    if not is_same_address and not despite_addresses:
        raise AddressesDiffer
    taken = _taken(kept, other, take) if is_same_address else set()
    missed = _differing(kept, other, taken=taken, with_empty=not is_same_address)
    lines = [_merged_line(other), *missed]
    former = [other.reference, *other.former_references.split()]
    kept.former_references = " ".join([*kept.former_references.split(), *former])
    if is_same_address:
        _take_over(kept, other, taken)
    _keep_furthest_state(kept, other)
    kept.save()
    kept.mails.add(*other.mails.all())
    other.notes.update(application=kept)
    kept.notes.create(author=author, text="\n".join(lines))
    other.delete()


def _taken(kept: Application, other: Application, take: Collection[str]) -> set[str]:
    """Return the fields in which the value of `other` stays, and that of `kept` gives way."""
    chosen = {name for name in CHOOSABLE if name in take}
    if _is_further(other, kept):
        chosen.add("group")
    return {name for name in chosen if getattr(other, name)}


def _take_over(kept: Application, other: Application, taken: Collection[str]) -> None:
    """Fill in what `kept` lacks and what is taken, and let the links of `other` open it."""
    for name in FILLED_IN:
        if name in taken or not getattr(kept, name):
            setattr(kept, name, getattr(other, name))
    kept.created_at = min(kept.created_at, other.created_at)
    linked = [*kept.linked_references.split(), other.reference, *other.linked_references.split()]
    kept.linked_references = " ".join(linked)
    kept.cities.add(*other.cities.all())
    kept.interests.add(*other.interests.all())
    kept.tasks.add(*other.tasks.all())
    for answer in _answers_not_in(kept, other):
        answer.application = kept
        answer.save(update_fields=["application"])


def _answers_not_in(kept: Application, other: Application) -> list[Answer]:
    """Return the answers of `other` to questions that `kept` has no answer to."""
    own = list(kept.answers.all())
    return [it for it in other.answers.all() if not any(map(it.is_to_the_same, own))]


def _keep_furthest_state(kept: Application, other: Application) -> None:
    """Give `kept` the state of `other` if that is further, and its dates with it."""
    if _is_further(other, kept):
        kept.state, kept.state_since = other.state, other.state_since
        kept.erase_on = other.erase_on
        kept.called_at, kept.reminded_at = other.called_at, other.reminded_at


def _is_further(one: Application, other: Application) -> bool:
    return ApplicationState(one.state).progress > ApplicationState(other.state).progress


def _differing(
    kept: Application, other: Application, *, taken: Collection[str], with_empty: bool
) -> list[str]:
    """Return a line for each answer that will be in neither place of `kept`.

    `taken`: the fields that get the value of `other`. `with_empty`: also for those in whose place
    `kept` has nothing, and for links, interests and tasks.
    """
    labels = Application.field_labels()
    missed = {}
    for name in FILLED_IN:
        stays, goes = (other, kept) if name in taken else (kept, other)
        value, instead = getattr(goes, name), getattr(stays, name)
        if value and value != instead and (with_empty or instead):
            missed[name] = value
    if with_empty:
        for name in ("cities", "interests", "tasks"):
            if rows := list(getattr(other, name).all()):
                missed[name] = ", ".join(str(row) for row in rows)
    lines = [
        f"{labels[name]}: {value.isoformat() if isinstance(value, date) else value}"
        for name, value in missed.items()
    ]
    moved = [] if with_empty else _answers_not_in(kept, other)
    own = {_line(answer) for answer in [*kept.answers.all(), *moved]}
    return lines + [line for it in other.answers.all() if (line := _line(it)) not in own]


def _line(answer: Answer) -> str:
    return f"{answer.label}: {answer.words}"


def _merged_line(other: Application) -> str:
    consent = _("consent to wording %(version)s on %(date)s") % {
        "version": other.consent_wording.version,
        "date": other.consent_given_at.date().isoformat(),
    }
    return _("Merged with %(reference)s (%(state)s; %(consent)s)") % {
        "reference": other.reference,
        "state": other.get_state_display(),
        "consent": consent,
    }
