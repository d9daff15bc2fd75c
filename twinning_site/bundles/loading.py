"""Bringing a bundle into the site, a row in a transaction of its own."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ManyToManyField, Model, ProtectedError
from i18nfield.strings import LazyI18nString

from content.audit import name_of, record
from content.models.audit_entry import Deed
from content.text.fields import RichTextField
from content.versions.bin import put_into_bin
from content.versions.recording import keep_first_version, keep_version
from twinning_site.bundles.bundle import Bundle
from twinning_site.bundles.declarations import KIND_BY_NAME, Kind, Part
from twinning_site.bundles.entries import Entry
from twinning_site.bundles.models import LoadedRow
from twinning_site.bundles.records import (
    Record,
    digest_of,
    languages_of,
    part_record,
    record_of,
    with_numbers,
)
from twinning_site.bundles.values import field_of, kind_referred_to

# As the audit trail and the versions name what was loaded
BUNDLE = "bundle"


class Step(Enum):
    ADD = "add"
    CHANGE = "change"
    KEEP = "keep"
    SAME = "same"


@dataclass
class Plan:
    """What a load will do with each row; `KEEP` is what an officer changed or wrote.

    `vanished` are rows that were loaded, nobody changed, and the bundle no longer has.
    """

    steps: list[tuple[Step, Entry]] = field(default_factory=list)
    vanished: list[LoadedRow] = field(default_factory=list)

    def entries(self, step: Step) -> list[Entry]:
        """Return the rows of which one thing becomes."""
        return [entry for found, entry in self.steps if found is step]


def address_of(entry: Entry) -> str:
    """Return how people name a row of a bundle, such as `cities/bonn`."""
    return f"{entry.kind.name}/{entry.key}" if entry.kind.key else entry.kind.name


def stored_row(entry: Entry) -> Model | None:
    """Return the row of the site that an entry is about."""
    rows = entry.kind.rows()
    return (rows.filter(**{entry.kind.key: entry.key}) if entry.kind.key else rows).first()


def plan_of(bundle: Bundle, replaced: Collection[str] = (), *, replaces_all: bool = False) -> Plan:
    """Compare a bundle with the site; nothing is written.

    Args:
        replaced: what officers changed since and is replaced all the same, such as `cities/bonn`.
    """
    plan = Plan()
    for entry in bundle.entries:
        row = stored_row(entry)
        if row is None:
            step = Step.ADD
        elif (stored := record_of(entry.kind, row)) == entry.record:
            step = Step.SAME
        elif stored == Record():
            step = Step.CHANGE  # such as a letter, of which the site makes an empty row
        elif replaces_all or address_of(entry) in replaced or _is_as_loaded(entry, row):
            step = Step.CHANGE
        else:
            step = Step.KEEP
        plan.steps.append((step, entry))
    in_bundle = {(entry.kind.name, entry.key) for entry in bundle.entries}
    for loaded in LoadedRow.objects.order_by("-pk"):
        row = None if (loaded.kind, loaded.key) in in_bundle else _row_of(loaded)
        if row is not None and digest_of(KIND_BY_NAME[loaded.kind], row) == loaded.digest:
            plan.vanished.append(loaded)
    return plan


def carry_out(plan: Plan, report: Callable[[str], None]) -> list[str]:
    """Add and change what the plan says, and return what the site refused, in words.

    A text with a link to a row that comes later is written a second time when that is there. Each
    row is a transaction; if the command is stopped, the next load goes on from there.
    """
    work = [*plan.entries(Step.ADD), *plan.entries(Step.CHANGE)]
    work.sort(key=[entry for _step, entry in plan.steps].index)
    refused, again = [], []
    for number, entry in enumerate(work, 1):
        report(f"{number} of {len(work)}: {address_of(entry)}")
        try:
            if _write(entry, stored_row(entry)):
                again.append(entry)
        except ValidationError as error:
            refused.append(f"{address_of(entry)}: {'; '.join(error.messages)}")
        except (IntegrityError, ObjectDoesNotExist) as error:
            refused.append(f"{address_of(entry)}: {error}")
    for entry in again:
        if (row := stored_row(entry)) and _is_as_loaded(entry, row):
            _write(entry, row)
    return refused


def remove_vanished(plan: Plan, report: Callable[[str], None]) -> list[str]:
    """Put what vanished from the bundle into the bin, and return what other rows need, in words."""
    refused = []
    for loaded in plan.vanished:
        report(f"Removing {loaded}")
        try:
            with transaction.atomic():
                if (row := _row_of(loaded)) is not None:
                    record(None, Deed.CHANGED, row=name_of(row), detail=f"{BUNDLE}: removed")
                    put_into_bin(row, None)
                loaded.delete()
        except ProtectedError:
            refused.append(f"{loaded}: other rows need it")
    return refused


def _row_of(loaded: LoadedRow) -> Model | None:
    """Return the row of the site that was loaded, unless it is one that always stays."""
    kind = KIND_BY_NAME.get(loaded.kind)
    if kind is None or kind.stays:
        return None
    return kind.rows().filter(**{kind.key: loaded.key}).first()


def _is_as_loaded(entry: Entry, row: Model) -> bool:
    loaded = LoadedRow.objects.filter(kind=entry.kind.name, key=entry.key).first()
    return loaded is not None and loaded.digest == digest_of(entry.kind, row)


@transaction.atomic
def _write(entry: Entry, stored: Model | None) -> bool:
    """Save a row with its parts; return whether links of its texts lead to what is not there."""
    kind = entry.kind
    if stored is not None:
        # Who saves it at this moment is waited for.
        row = kind.rows().select_for_update().get(pk=stored.pk)
        keep_first_version(row)
    else:
        row = kind.model()
        if kind.key:
            setattr(row, kind.key, entry.key)
    has_missing = _copy(kind, entry.row, row)
    for name, keys in _single_references(entry).items():
        setattr(row, name, keys)
    row.full_clean(exclude={it.name for it in row._meta.fields if not it.editable})
    row.save()
    for column in kind.model._meta.many_to_many:
        if column.name in kind.facts:
            keys = entry.references.get(column.name, [])
            referred = kind_referred_to(column)
            if referred:
                others = referred.rows().filter(**{f"{referred.key}__in": keys})
                getattr(row, column.name).set(others)
    for part in kind.parts:
        has_missing |= _write_parts(entry, part, row)
    # As it is read back: values are now as the database returns them.
    row = kind.rows().get(pk=row.pk)
    keep_version(row, None, BUNDLE)
    record(None, Deed.CHANGED, row=name_of(row), detail=BUNDLE)
    LoadedRow.objects.update_or_create(
        kind=kind.name, key=entry.key, defaults={"digest": digest_of(kind, row)}
    )
    return has_missing


def _single_references(entry: Entry) -> dict[str, Model | None]:
    found: dict[str, Model | None] = {}
    for name in entry.kind.facts:
        column = field_of(entry.kind.model, name)
        referred = kind_referred_to(column)
        if referred is None or isinstance(column, ManyToManyField):
            continue
        key = entry.references.get(name)
        found[name] = referred.rows().get(**{referred.key: key}) if key else None
    return found


def _write_parts(entry: Entry, part: Part, row: Model) -> bool:
    """Make the parts those of the bundle, and keep rows that say the same already."""
    wanted = entry.parts.get(part.name, [])
    records = entry.record.parts.get(part.name, [])
    stored = list(getattr(row, part.name).all())
    kept: dict[int, Any] = {}
    for number, wanted_record in enumerate(records):
        same = (it for it in stored if part_record(part, it) == wanted_record)
        if (found := next(same, None)) is not None:
            kept[number] = found
            stored.remove(found)
    for leftover in stored:
        leftover.delete()
    has_missing = False
    for number, new in enumerate(wanted):
        target: Any = kept.get(number)
        if target is None:
            target = part.model(**{part.parent: row})
            has_missing |= _copy(part, new, target)
        if part.has_position:
            target.position = number
        target.full_clean(exclude={it.name for it in target._meta.fields if not it.editable})
        target.save()
    return has_missing


def _copy(declared: Kind | Part, source: Model, target: Model) -> bool:
    """Copy facts and texts; return whether links lead to what is not there."""
    has_missing = False
    for name in declared.facts:
        if field_of(declared.model, name).related_model is None:
            setattr(target, name, getattr(source, name))
    for name in declared.texts:
        texts = languages_of(getattr(source, name))
        if isinstance(field_of(declared.model, name), RichTextField):
            for language, words in texts.items():
                texts[language], missing = with_numbers(words)
                has_missing |= bool(missing)
        setattr(target, name, LazyI18nString(texts))
    return has_missing
