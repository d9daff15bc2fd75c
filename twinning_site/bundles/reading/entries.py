"""One row of a bundle: made from its files, and validated as an officer's form would."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model
from i18nfield.strings import LazyI18nString

from content.mail.letters import all_letters
from content.models import Picture
from content.text.fields import RichTextField
from twinning_site.bundles.kinds import Kind, Part
from twinning_site.bundles.reading.folder import Fault, TomlFile
from twinning_site.bundles.records import (
    FromFiles,
    Record,
    languages_of,
    own_record,
    place_among_parts,
)
from twinning_site.bundles.rich_text import with_stand_ins
from twinning_site.bundles.values import (
    WrongTypeError,
    field_of,
    kind_referred_to,
    python_value,
)


@dataclass
class Entry:
    """A row that is not saved yet, and its file.

    `parts` are rows by relation, `numbers` the places that they have in the files, from 0.
    """

    kind: Kind
    key: str
    row: Model
    record: Record
    parts: dict[str, list[Model]] = field(default_factory=dict)
    numbers: dict[str, list[int]] = field(default_factory=dict)
    file: Path | None = None


@dataclass
class EntryReader:
    """Makes the entry of one key, and collects what is wrong in its files.

    `texts` are the files of texts by language, the main one first.
    """

    kind: Kind
    key: str
    facts: TomlFile
    texts: dict[str, TomlFile]
    zone: ZoneInfo
    faults: list[Fault] = field(default_factory=list)

    def read(self) -> Entry:
        """Return the entry; it is of use only if there are no faults afterwards."""
        row = self.kind.new_row(self.key)
        zone = self._zone_of(self.facts.values)
        if self.kind.name == "events":
            row.time_zone = zone.key
        made = self._fill(self.kind, row, self.facts.values, self._own_texts(), zone)
        self._validate(self.kind, row, made)
        if self.kind.name == "letters":
            self._check_letter(row)
        entry = Entry(self.kind, self.key, row, own_record(self.kind, row, made))
        for name in self.kind.kept:
            if name not in self.facts.values:
                entry.record.facts.pop(name, None)
        for part in self.kind.parts:
            self._read_parts(entry, part, zone)
        return entry

    def _check_letter(self, row: Model) -> None:
        """Add faults for a letter that the site does not send, and for unknown placeholders."""
        if (letter := all_letters().get(self.key)) is None:
            file = next(iter(self.texts.values()), self.facts)
            self.faults.append(Fault(file.name, 0, "The site sends no such letter."))
            return
        for name, faults_of in (
            ("subject", letter.faults_of_subject),
            ("text", letter.faults_of_text),
        ):
            for code, words in languages_of(getattr(row, name)).items():
                for fault in faults_of(words):
                    self._fault(self.texts[code], name, fault)

    def _read_parts(self, entry: Entry, part: Part, zone: ZoneInfo) -> None:
        facts = self._tables(self.facts, part)
        texts = {code: self._tables(file, part) for code, file in self.texts.items()}
        count = max([len(facts), *map(len, texts.values())])
        for code, tables in texts.items():
            if tables and len(tables) != count:
                words = f"[[{part.name}]] is there {len(tables)} times, in another file {count}."
                self._fault(self.texts[code], part.name, words)
        found = []
        for number in range(count):
            own = {code: tables[number] for code, tables in texts.items() if number < len(tables)}
            row = part.model(**{part.parent: entry.row})
            values = facts[number] if number < len(facts) else {}
            made = self._fill(part, row, values, own, zone, number)
            self._validate(part, row, made, number)
            found.append((own_record(part, row, made), row, number))
        if not part.has_position:
            found.sort(key=lambda it: place_among_parts(part, it[0]))
        if found:
            entry.parts[part.name] = [row for _record, row, _number in found]
            entry.record.parts[part.name] = [it for it, _row, _number in found]
            entry.numbers[part.name] = [number for _record, _row, number in found]

    def _own_texts(self) -> dict[str, dict[str, Any]]:
        return {code: file.values for code, file in self.texts.items()}

    def _tables(self, file: TomlFile, part: Part) -> list[dict[str, Any]]:
        tables = file.values.get(part.name, [])
        if isinstance(tables, list) and all(isinstance(it, dict) for it in tables):
            return tables
        self._fault(file, part.name, f"has to be written as [[{part.name}]]")
        return []

    def _zone_of(self, values: dict[str, Any]) -> ZoneInfo:
        name = values.get("time_zone")
        if not name or self.kind.name != "events":
            return self.zone
        try:
            return ZoneInfo(str(name))
        except (KeyError, ValueError, OSError):
            self._fault(self.facts, "time_zone", "is no time zone, such as Europe/London")
            return self.zone

    def _fill(
        self,
        declared: Kind | Part,
        row: Model,
        facts: dict[str, Any],
        texts: dict[str, dict[str, Any]],
        zone: ZoneInfo,
        number: int | None = None,
    ) -> FromFiles:
        """Set what the files say, and return what the row cannot hold."""
        made = FromFiles()
        for code, values in texts.items():
            for name, words in values.items():
                file = self.texts[code]
                if not self._is_known(declared, "texts", name, file, number):
                    continue
                if not isinstance(words, str):
                    fault = "has to be a text in quotation marks"
                    self._fault(file, name, fault, declared, number)
                else:
                    if isinstance(field_of(declared.model, name), RichTextField):
                        words = with_stand_ins(words, made.pictures)
                    before = languages_of(getattr(row, name))
                    setattr(row, name, LazyI18nString(before | {code: words}))
        for name, value in facts.items():
            if not self._is_known(declared, "facts", name, self.facts, number):
                continue
            column = field_of(declared.model, name)
            try:
                found = python_value(column, value, zone)
            except WrongTypeError as error:
                self._fault(self.facts, name, str(error), declared, number)
                continue
            if kind_referred_to(column) is None:
                setattr(row, name, found)
                continue
            made.references[name] = found
            if column.related_model is Picture:
                setattr(row, name, Picture())  # So that the row may call it decoration
        return made

    def _is_known(
        self, declared: Kind | Part, sort: str, name: str, file: TomlFile, number: int | None
    ) -> bool:
        """Return whether a file may have this name; add a fault unless it may, or it is a part."""
        if name in getattr(declared, sort):
            return True
        if isinstance(declared, Kind) and name in {part.name for part in declared.parts}:
            return False
        other = "facts" if sort == "texts" else "texts"
        if name in getattr(declared, other):
            words = f"belongs into the file of {other}"
        else:
            words = f"is no {sort[:-1]} that a bundle knows here"
        self._fault(file, name, words, declared, number)
        return False

    def _validate(
        self, declared: Kind | Part, row: Model, made: FromFiles, number: int | None = None
    ) -> None:
        """Add faults for what the model refuses; rows that it refers to are looked up later."""
        for name in declared.facts:
            column = field_of(declared.model, name)
            is_needed = isinstance(column, ForeignKey) and not column.null
            if is_needed and not column.has_default() and name not in made.references:
                self._fault(self.facts, name, "is needed", declared, number)
        carried = {*declared.facts, *declared.texts, getattr(declared, "key", "")}
        columns = row._meta.fields
        exclude = {
            it.name for it in columns if it.name not in carried or it.related_model is not None
        }
        try:
            row.clean_fields(exclude=exclude)
            row.clean()
            row.validate_constraints(exclude=exclude)
        except ValidationError as error:
            by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
            for name, messages in by_field.items():
                for message in messages:
                    file = self._file_of(declared, name, number)
                    self._fault(file, name if name in carried else "", message, declared, number)

    def _file_of(self, declared: Kind | Part, name: str, number: int | None) -> TomlFile:
        if name not in declared.texts or not self.texts:
            return self.facts
        if number is None:
            saying = [file for file in self.texts.values() if name in file.values]
            return saying[0] if saying else next(iter(self.texts.values()))
        return next(iter(self.texts.values()))

    def _fault(
        self,
        file: TomlFile,
        name: str,
        words: str,
        declared: Kind | Part | None = None,
        number: int | None = None,
    ) -> None:
        part = declared.name if isinstance(declared, Part) else ""
        line = file.line(name, part, number or 0) if file.text else 0
        self.faults.append(Fault(file.name, line, f"{name}: {words}" if name else words))
