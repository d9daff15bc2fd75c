"""What differs between a bundle and the site, field by field, in words."""

from collections.abc import Iterator
from typing import Any

from twinning_site.bundles.declarations import KINDS
from twinning_site.bundles.keys import key_of
from twinning_site.bundles.planning import address_of, stored_record, stored_row
from twinning_site.bundles.reading.bundle import Bundle
from twinning_site.bundles.records import Record, record_of

MAX_SHOWN = 60  # characters of a value


def differences(bundle: Bundle) -> Iterator[str]:
    """Yield a line for each field that differs, and for each row that only one of them has."""
    in_bundle = {address_of(entry) for entry in bundle.entries}
    for entry in bundle.entries:
        row = stored_row(entry)
        if row is None:
            yield f"{address_of(entry)}: only in the bundle"
            continue
        stored = stored_record(entry, row)
        for words in _of_records(entry.record, stored):
            yield f"{address_of(entry)}: {words}"
    for kind in KINDS:
        for row in kind.rows().order_by("pk"):
            path = kind.name if kind.is_single else f"{kind.name}/{key_of(kind, row)}"
            if path not in in_bundle and record_of(kind, row) != Record():
                yield f"{path}: only on the site"


def _of_records(bundle: Record, site: Record) -> Iterator[str]:
    if bundle.file != site.file:
        yield "another file"
    yield from _of_values(bundle.facts, site.facts)
    for code in sorted(bundle.texts.keys() | site.texts.keys()):
        for words in _of_values(bundle.texts.get(code, {}), site.texts.get(code, {})):
            yield f"[{code}] {words}"
    for name in sorted(bundle.parts.keys() | site.parts.keys()):
        here, there = bundle.parts.get(name, []), site.parts.get(name, [])
        if len(here) != len(there):
            yield f"{name}: {len(here)} in the bundle, {len(there)} on the site"
        for number, (one, other) in enumerate(zip(here, there, strict=False), 1):
            for words in _of_records(one, other):
                yield f"{name} {number}: {words}"


def _of_values(bundle: dict[str, Any], site: dict[str, Any]) -> Iterator[str]:
    for name in sorted(bundle.keys() | site.keys()):
        if bundle.get(name) != site.get(name):
            here, there = _shown(bundle.get(name)), _shown(site.get(name))
            yield f"{name}: {here} in the bundle, {there} on the site"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    words = ", ".join(value) if isinstance(value, list) else str(value)
    return f"“{words if len(words) <= MAX_SHOWN else words[: MAX_SHOWN - 1] + '…'}”"
