"""What a load will do with each row, told before anything is written."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from django.db.models import Model

from twinning_site.bundles.declarations import KIND_BY_NAME
from twinning_site.bundles.keys import rows_with
from twinning_site.bundles.models import LoadedRow
from twinning_site.bundles.reading.bundle import Bundle
from twinning_site.bundles.reading.entries import Entry
from twinning_site.bundles.records import Record, digest_of, record_of


class Step(Enum):
    ADD = "add"
    CHANGE = "change"
    KEEP = "keep"
    SAME = "same"


class Planned(NamedTuple):
    """What becomes of a row; `KEEP` is what an officer changed or wrote.

    `digest` is that of the row when this was decided; empty if there was none.
    """

    step: Step
    entry: Entry
    digest: str


@dataclass
class Plan:
    """What a load will do with each row.

    `vanished` are rows that were loaded, nobody changed, and the bundle no longer has.
    """

    steps: list[Planned] = field(default_factory=list)
    vanished: list[LoadedRow] = field(default_factory=list)

    def entries(self, step: Step) -> list[Entry]:
        """Return the rows of which one thing becomes."""
        return [planned.entry for planned in self.steps if planned.step is step]


def address_of(entry: Entry) -> str:
    """Return how people name a row of a bundle, such as `cities/bonn`."""
    return entry.kind.name if entry.kind.is_single else f"{entry.kind.name}/{entry.key}"


def stored_row(entry: Entry) -> Model | None:
    """Return the row of the site that an entry is about."""
    return rows_with(entry.kind, [entry.key]).first()


def stored_record(entry: Entry, row: Model) -> Record:
    """Return what the site says of a row, without what it keeps if the bundle is silent on it."""
    record = record_of(entry.kind, row)
    for name in entry.kind.kept:
        if name not in entry.record.facts:
            record.facts.pop(name, None)
    if entry.record.file and getattr(row, "sha256", "") == entry.record.file:
        record.file = entry.record.file  # It was prepared when it was stored.
    return record


def plan_of(bundle: Bundle, replaced: Collection[str] = (), *, replaces_all: bool = False) -> Plan:
    """Compare a bundle with the site; nothing is written.

    Args:
        replaced: what officers changed since and is replaced all the same, such as `cities/bonn`.
    """
    plan = Plan()
    all_loaded = LoadedRow.objects.order_by("-pk")
    digests = {(loaded.kind, loaded.key): loaded.digest for loaded in all_loaded}
    for entry in bundle.entries:
        row = stored_row(entry)
        digest = digest_of(entry.kind, row) if row else ""
        is_as_loaded = digests.get((entry.kind.name, entry.key)) == digest
        if row is None:
            step = Step.ADD
        elif (stored := stored_record(entry, row)) == entry.record:
            step = Step.SAME
        elif is_as_loaded or replaces_all or address_of(entry) in replaced:
            step = Step.CHANGE
        elif stored == Record():
            step = Step.CHANGE  # such as a letter, of which the site makes an empty row
        else:
            step = Step.KEEP
        plan.steps.append(Planned(step, entry, digest))
    in_bundle = {(entry.kind.name, entry.key) for entry in bundle.entries}
    for loaded in all_loaded:
        row = None if (loaded.kind, loaded.key) in in_bundle else row_of(loaded)
        if row is not None and digest_of(KIND_BY_NAME[loaded.kind], row) == loaded.digest:
            plan.vanished.append(loaded)
    return plan


def row_of(loaded: LoadedRow) -> Model | None:
    """Return the row of the site that was loaded, unless it is one that always stays."""
    kind = KIND_BY_NAME.get(loaded.kind)
    if kind is None or kind.stays:
        return None
    return rows_with(kind, [loaded.key]).first()
