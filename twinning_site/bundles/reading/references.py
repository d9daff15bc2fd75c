"""Whether what a bundle refers to is there, and what has to be unique is there only once."""

from collections.abc import Iterator

from django.db.models import ManyToManyField

from content.text.fields import RichTextField
from content.text.html.stable_links import addresses_in, stable_link
from twinning_site.bundles.declarations import KINDS
from twinning_site.bundles.keys import key_of, known_keys
from twinning_site.bundles.kinds import Kind, Part
from twinning_site.bundles.reading.entries import Entry
from twinning_site.bundles.reading.folder import Fault, TomlFile
from twinning_site.bundles.records import Record
from twinning_site.bundles.rich_text import key_in, keys_of_pictures
from twinning_site.bundles.values import field_of, kind_referred_to


def faults_of_references(entries: list[Entry], files: dict[str, TomlFile]) -> Iterator[Fault]:
    """Yield a fault for each key that neither the bundle nor the site has."""
    known = {kind.name: {e.key for e in entries if e.kind is kind} for kind in KINDS}
    for kind in KINDS:
        known[kind.name] |= known_keys(kind)
    for entry in entries:
        path = entry.kind.name if entry.kind.is_single else f"{entry.kind.name}/{entry.key}"
        for declared, number, record in _own_and_parts(entry):
            part = declared.name if isinstance(declared, Part) else ""
            for name, words in _unknown_keys(declared, record, known):
                file = files[f"{path}.toml"]
                yield Fault(file.name, file.line(name, part, number), f"{name}: {words}")
            for language, name, words in _bad_links(declared, record, known):
                file = files[f"{path}.{language}.toml"]
                yield Fault(file.name, file.line(name, part, number), f"{name}: {words}")
    yield from _doubles(entries, files)


def _own_and_parts(entry: Entry) -> Iterator[tuple[Kind | Part, int, Record]]:
    """Yield the record of a row, then those of its parts with their number in the files."""
    yield entry.kind, 0, entry.record
    for part in entry.kind.parts:
        numbers = entry.numbers.get(part.name, [])
        for number, record in zip(numbers, entry.record.parts.get(part.name, []), strict=True):
            yield part, number, record


def _unknown_keys(
    declared: Kind | Part, record: Record, known: dict[str, set[str]]
) -> Iterator[tuple[str, str]]:
    for name in declared.facts:
        column = field_of(declared.model, name)
        referred = kind_referred_to(column)
        if referred is None or name not in record.facts:
            continue
        value = record.facts[name]
        for key in value if isinstance(column, ManyToManyField) else [value]:
            if key not in known[referred.name]:
                yield name, f"there is no “{key}” in {referred.name}"


def _bad_links(
    declared: Kind | Part, record: Record, known: dict[str, set[str]]
) -> Iterator[tuple[str, str, str]]:
    for language, texts in record.texts.items():
        for name, words in texts.items():
            if not isinstance(field_of(declared.model, name), RichTextField):
                continue
            for address in addresses_in(words):
                found = key_in(address)
                is_known = found and found[1] in known[found[0].name]
                if (found and not is_known) or (not found and stable_link(address)):
                    yield language, name, f"{address} leads nowhere"
            for key in keys_of_pictures(words):
                if key not in known["pictures"]:
                    yield language, name, f"there is no picture “{key}”"


def _doubles(entries: list[Entry], files: dict[str, TomlFile]) -> Iterator[Fault]:
    """Yield a fault for what only one row may have, and for each photo that is there twice.

    One alone has a `uid`; of pages, one alone is the imprint.
    """
    seen: dict[tuple[str, str, str], str] = {}
    for entry in entries:
        name = f"{entry.kind.name}/{entry.key}.toml"
        for fact in entry.kind.facts:
            value = entry.record.facts.get(fact)
            if not value or not field_of(entry.kind.model, fact).unique:
                continue
            stored = entry.kind.rows().filter(**{fact: value}).first()
            owner = key_of(entry.kind, stored) if stored else entry.key
            other = seen.setdefault((entry.kind.name, fact, str(value)), owner)
            if other != entry.key:
                yield Fault(name, files[name].line(fact), f"{fact}: “{other}” has the same")
        pictures: set[str] = set()
        numbers = entry.numbers.get("photos", [])
        for number, photo in zip(numbers, entry.record.parts.get("photos", []), strict=True):
            key = photo.facts.get("picture", "")
            if key in pictures:
                line = files[name].line("picture", "photos", number)
                yield Fault(name, line, f"picture: “{key}” is there twice")
            pictures.add(key)
