"""Rows as a bundle has them: facts, texts by language, and parts."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Model

from content.text.fields import RichTextField
from twinning_site.bundles.files_beside import digest_of_stored
from twinning_site.bundles.kinds import Kind, Part
from twinning_site.bundles.rich_text import with_keys, with_names
from twinning_site.bundles.values import field_of, toml_value

Texts = dict[str, dict[str, str]]


@dataclass
class Record:
    """What a bundle says of one row; `texts` by language, then by field.

    `file` is the SHA-256 of the file beside it; empty if there is none.
    """

    facts: dict[str, Any] = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)
    parts: dict[str, list["Record"]] = field(default_factory=dict)
    file: str = ""


@dataclass
class FromFiles:
    """What a row that was made from files cannot hold before it is saved.

    `references` are the keys of other rows by field, `pictures` those of the pictures in its
    texts by the number that stands for each.
    """

    references: dict[str, Any] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)


def record_of(kind: Kind, row: Model) -> Record:
    """Return the stored row as a bundle has it."""
    record = own_record(kind, row)
    if kind.file:
        record.file = digest_of_stored(getattr(row, "file"))  # noqa: B009 - no model in general
    for part in kind.parts:
        parts = [own_record(part, it) for it in getattr(row, part.name).all()]
        if not part.has_position:
            parts.sort(key=lambda it, part=part: place_among_parts(part, it))  # type: ignore[misc]
        if parts:
            record.parts[part.name] = parts
    return record


def place_among_parts(part: Part, record: Record) -> tuple:
    """Return what parts are sorted by that have no position, such as milestones: by year first."""
    facts = [(name in record.facts, record.facts.get(name)) for name in part.facts]
    return (*facts, json.dumps(record.texts, ensure_ascii=False, sort_keys=True))


def languages_of(text: Any) -> dict[str, str]:
    """Return what a text says by language; what is the same in all counts as the site's own."""
    data = getattr(text, "data", text)
    if not isinstance(data, dict):
        data = {settings.LANGUAGE_CODE: data}
    return {code: str(words) for code, words in sorted(data.items()) if words}


def digest_of(kind: Kind, row: Model) -> str:
    """Return a digest of all that a load may change of a row.

    What a bundle does not carry of the parts counts, too, such as the address that an officer
    added to a contact: parts are replaced whole.
    """
    beside = [
        [
            str(getattr(it, field_of(part.model, name).attname))
            for name in part.left_out
            if name not in {"id", "position"}
        ]
        for part in kind.parts
        for it in getattr(row, part.name).all()
    ]
    record = record_of(kind, row)
    state = [record.facts, record.texts, _plain(record.parts), beside, record.file]
    written = json.dumps(state, default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def _plain(parts: dict[str, list[Record]]) -> dict[str, list]:
    return {name: [[it.facts, it.texts] for it in rows] for name, rows in parts.items()}


def own_record(declared: Kind | Part, row: Model, made: FromFiles | None = None) -> Record:
    """Return a row without its parts and its file as a bundle has it.

    Args:
        made: for a row that is not saved: its texts have keys in their links already.
    """
    facts, texts = {}, Texts()
    for name in declared.facts:
        column = field_of(declared.model, name)
        if made and column.related_model:
            key = made.references.get(name)
            value = None if key == column.get_default() else key
        else:
            value = toml_value(column, row)
        if value is not None and value != []:
            facts[name] = value
    for name in declared.texts:
        for language, words in languages_of(getattr(row, name)).items():
            if isinstance(field_of(declared.model, name), RichTextField):
                words = with_names(words, made.pictures) if made else with_keys(words)
            # A line ends as in the files
            texts.setdefault(language, {})[name] = words.replace("\r\n", "\n")
    return Record(facts, texts)
