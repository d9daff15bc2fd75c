"""A bundle as a whole: its files read and checked, all faults at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db.models import ManyToManyField

from content.text.fields import RichTextField
from content.text.html.stable_links import addresses_in, stable_link
from twinning_site.bundles.declarations import KIND_BY_NAME, KINDS, Kind
from twinning_site.bundles.entries import Entry, EntryReader
from twinning_site.bundles.folder import FILE_NAME, Fault, TomlFile, read_files
from twinning_site.bundles.records import Record, key_in
from twinning_site.bundles.values import field_of, kind_referred_to

FORMAT = 1
HEAD = "bundle.toml"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


@dataclass
class Bundle:
    """The rows of a folder in the order in which they are loaded, and what is wrong with it."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_bundle(root: Path) -> Bundle:
    """Return what a folder holds. Nothing is written; if it has faults, it is not to be loaded."""
    files, faults = read_files(root)
    bundle = Bundle(faults=faults)
    head = files.pop(HEAD, None)
    if head is None:
        faults.append(Fault(HEAD, 0, "is missing. It says the format and the languages."))
        return bundle
    languages, zone = _read_head(head, faults)
    grouped: dict[tuple[str, str], dict[str, TomlFile]] = {}
    for name, file in files.items():
        if (place := _place(name)) is None:
            faults.append(Fault(name, 0, "No file of a bundle: see docs/bundles.md for the names."))
            continue
        folder, key, language = place
        if language and language not in languages:
            faults.append(Fault(name, 0, f"{language} is not among the languages of {HEAD}."))
        grouped.setdefault((folder, key), {})[language] = file
    for kind in KINDS:
        for (name, key), own in sorted(grouped.items()):
            if name == kind.name:
                bundle.entries.append(_read_entry(kind, key, own, languages, zone, faults))
    if not faults:
        faults.extend(_faults_of_references(bundle.entries, files))
    bundle.entries.sort(key=_umbrellas_first)
    faults.sort()
    return bundle


def _read_head(head: TomlFile, faults: list[Fault]) -> tuple[list[str], ZoneInfo]:
    values, zone = head.values, ZoneInfo("UTC")

    def fault(name: str, words: str) -> None:
        faults.append(Fault(HEAD, head.line(name), f"{name}: {words}"))

    for name in values.keys() - {"format", "languages", "time_zone"}:
        fault(name, "is nothing that a bundle knows here")
    found = values.get("format")
    if type(found) is not int or found < 1:
        fault("format", f"has to be a number; this site reads {FORMAT}")
    elif found > FORMAT:
        fault("format", f"{found} is newer than this site, which reads {FORMAT}. Update the site.")
    languages = values.get("languages")
    if (
        not isinstance(languages, list)
        or not languages
        or not all(isinstance(it, str) and _LANGUAGE.fullmatch(it) for it in languages)
    ):
        fault("languages", 'has to be a list of codes, such as ["en", "de"]')
        languages = []
    try:
        zone = ZoneInfo(str(values.get("time_zone", "UTC")))
    except (KeyError, ValueError, OSError):
        fault("time_zone", "is no time zone, such as Europe/London")
    return languages, zone


def _place(name: str) -> tuple[str, str, str] | None:
    """Return kind, key and language (facts: none) of a file such as `cities/bonn.de.toml`."""
    folder, _slash, file = name.rpartition("/")
    match = FILE_NAME.fullmatch(file)
    if match is None:
        return None
    kind = KIND_BY_NAME.get(folder or match["key"])
    if kind is None or bool(kind.key) is not bool(folder):
        return None
    return kind.name, match["key"], match["language"] or ""


def _read_entry(
    kind: Kind,
    key: str,
    own: dict[str, TomlFile],
    languages: list[str],
    zone: ZoneInfo,
    faults: list[Fault],
) -> Entry:
    name = f"{kind.name}/{key}.toml" if kind.key else f"{kind.name}.toml"
    texts = {code: own[code] for code in languages if code in own}
    reader = EntryReader(kind, key, own.get("", TomlFile(name)), texts, zone)
    entry = reader.read()
    faults.extend(reader.faults)
    return entry


def _umbrellas_first(entry: Entry) -> tuple[int, bool]:
    return KINDS.index(entry.kind), "umbrella" in entry.references


def _faults_of_references(entries: list[Entry], files: dict[str, TomlFile]) -> Iterator[Fault]:
    """Yield a fault for each key that neither the bundle nor the site has."""
    known = {kind.name: {e.key for e in entries if e.kind is kind} for kind in KINDS}
    for kind in KINDS:
        if kind.key:
            known[kind.name].update(kind.rows().values_list(kind.key, flat=True))
    for entry in entries:
        path = f"{entry.kind.name}/{entry.key}" if entry.kind.key else entry.kind.name
        for name, keys in entry.references.items():
            column = field_of(entry.kind.model, name)
            referred = kind_referred_to(column)
            for key in keys if isinstance(column, ManyToManyField) else [keys]:
                if referred and key not in known[referred.name]:
                    file = f"{path}.toml"
                    words = f"{name}: there is no “{key}” in {referred.name}"
                    yield Fault(file, files[file].line(name), words)
        for language, name, words in _rich_texts(entry):
            for address in addresses_in(words):
                found = key_in(address)
                is_known = found and found[1] in known[found[0].name]
                if (found and not is_known) or (not found and stable_link(address)):
                    file = f"{path}.{language}.toml"
                    yield Fault(file, files[file].line(name), f"{name}: {address} leads nowhere")


def _rich_texts(entry: Entry) -> Iterator[tuple[str, str, str]]:
    declared = {part.name: part for part in entry.kind.parts}
    owners: list[tuple[type, Record]] = [(entry.kind.model, entry.record)]
    for name, parts in entry.record.parts.items():
        owners += [(declared[name].model, part) for part in parts]
    for model, record in owners:
        for language, texts in record.texts.items():
            for name, words in texts.items():
                if isinstance(field_of(model, name), RichTextField):
                    yield language, name, words
