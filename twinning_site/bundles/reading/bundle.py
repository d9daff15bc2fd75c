"""A bundle as a whole: its files read and checked, all faults at once."""

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from twinning_site.bundles.declarations import KIND_BY_NAME, KINDS
from twinning_site.bundles.files_beside import digest_of_file, faults_of_file
from twinning_site.bundles.kinds import Kind
from twinning_site.bundles.reading.entries import Entry, EntryReader
from twinning_site.bundles.reading.folder import FILE_NAME, Fault, Folder, TomlFile, read_folder
from twinning_site.bundles.reading.references import faults_of_references

FORMAT = 1
HEAD = "bundle.toml"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


@dataclass
class Bundle:
    """The rows of a folder in the order in which they are loaded, and what is wrong with it.

    `languages` are those of its texts, the main one first.
    """

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)


def read_bundle(root: Path) -> Bundle:
    """Return what a folder holds. Nothing is written; if it has faults, it is not to be loaded."""
    folder = read_folder(root, {kind.name for kind in KINDS if kind.file})
    files, faults = folder.files, folder.faults
    bundle = Bundle(faults=faults)
    head = files.pop(HEAD, None)
    if head is None:
        faults.append(Fault(HEAD, 0, "is missing. It says the format and the languages."))
        return bundle
    bundle.languages, zone = _read_head(head, faults)
    grouped: dict[tuple[str, str], dict[str, TomlFile]] = {}
    for name, file in files.items():
        if (place := _place(name)) is None:
            faults.append(Fault(name, 0, "No file of a bundle: see docs/bundles.md for the names."))
            continue
        kind_name, key, language = place
        if language and language not in bundle.languages:
            faults.append(Fault(name, 0, f"{language} is not among the languages of {HEAD}."))
        grouped.setdefault((kind_name, key), {})[language] = file
    for kind in KINDS:
        for (name, key), own in sorted(grouped.items()):
            if name == kind.name:
                bundle.entries.append(_read_entry(kind, key, own, bundle.languages, zone, faults))
    _add_files(bundle, folder)
    if not faults:
        faults.extend(faults_of_references(bundle.entries, files))
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
    if kind is None or kind.is_single is bool(folder):
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
    name = f"{kind.name}.toml" if kind.is_single else f"{kind.name}/{key}.toml"
    texts = {code: own[code] for code in languages if code in own}
    reader = EntryReader(kind, key, own.get("", TomlFile(name)), texts, zone)
    entry = reader.read()
    faults.extend(reader.faults)
    return entry


def _umbrellas_first(entry: Entry) -> tuple[int, bool]:
    return KINDS.index(entry.kind), "umbrella" in entry.record.facts


def _add_files(bundle: Bundle, folder: Folder) -> None:
    """Give each picture and document the file that has its name."""
    entries = {(entry.kind.name, entry.key): entry for entry in bundle.entries if entry.kind.file}
    for name, path in folder.others.items():
        place = PurePosixPath(name)
        entry = entries.get((str(place.parent), place.stem))
        if entry is None:
            words = f"There is no {place.with_suffix('.toml')} that describes it."
            bundle.faults.append(Fault(name, 0, words))
        elif entry.file:
            words = f"A row has one file; there is {place.with_name(entry.file.name)}, too."
            bundle.faults.append(Fault(name, 0, words))
        else:
            entry.file = path
            found = faults_of_file(entry.kind.file, path)
            bundle.faults.extend(Fault(name, 0, words) for words in found)
            entry.record.file = "" if found else digest_of_file(path)
    for (kind, key), entry in entries.items():
        if entry.file is None:
            words = f"Its file is not beside it: one that is called {key}, with an ending."
            bundle.faults.append(Fault(f"{kind}/{key}.toml", 0, words))
