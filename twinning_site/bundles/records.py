"""Rows as a bundle has them: facts, texts by language, and parts."""

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import Model

from content.text.fields import RichTextField
from content.text.html.stable_links import StableLink, stable_link, with_addresses
from content.web.link_targets import linkable_models
from twinning_site.bundles.declarations import KIND_BY_MODEL, Kind, Part
from twinning_site.bundles.values import field_of, toml_value

Texts = dict[str, dict[str, str]]


@dataclass
class Record:
    """What a bundle says of one row; `texts` by language, then by field."""

    facts: dict[str, Any] = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)
    parts: dict[str, list["Record"]] = field(default_factory=dict)


def record_of(kind: Kind, row: Model) -> Record:
    """Return the stored row as a bundle has it."""
    record = own_record(kind, row)
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
    state = [record.facts, record.texts, _plain(record.parts), beside]
    written = json.dumps(state, default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def _plain(parts: dict[str, list[Record]]) -> dict[str, list]:
    return {name: [[it.facts, it.texts] for it in rows] for name, rows in parts.items()}


def own_record(
    declared: Kind | Part, row: Model, references: dict[str, Any] | None = None
) -> Record:
    """Return a row without its parts as a bundle has it.

    Args:
        references: the keys of other rows by field, for a row made from files: its texts have
            keys in their links already.
    """
    facts, texts = {}, Texts()
    for name in declared.facts:
        column = field_of(declared.model, name)
        if references is not None and column.related_model:
            value = references.get(name)
        else:
            value = toml_value(column, row)
        if value is not None and value != []:
            facts[name] = value
    for name in declared.texts:
        for language, words in languages_of(getattr(row, name)).items():
            if references is None and isinstance(field_of(declared.model, name), RichTextField):
                words = with_keys(words)
            # A line ends as in the files
            texts.setdefault(language, {})[name] = words.replace("\r\n", "\n")
    return Record(facts, texts)


def with_keys(html: str) -> str:
    """Return a text whose links to rows have keys in place of numbers: `/go/city/bonn/`.

    Links to what is not in bundles, or nowhere, become words.
    """

    def with_key(address: str, _language: str) -> str | None:
        if (link := stable_link(address)) is None:
            return address
        model = linkable_models().get(link.kind)
        kind = KIND_BY_MODEL.get(model) if model else None
        row = kind and kind.rows().filter(pk=link.number).first()
        return f"/go/{link.kind}/{kind.key_of(row)}/{link.rest}" if kind and row else None

    return with_addresses(html, with_key) if '"/go/' in html else html


def with_numbers(html: str) -> tuple[str, list[str]]:
    """Return a text whose links have numbers again, and the links to what is not there (yet)."""
    missing = []

    def with_number(address: str, _language: str) -> str | None:
        if (found := key_in(address)) is None:
            return address
        kind, key, rest = found
        number = kind.rows().filter(**{kind.key: key}).values_list("pk", flat=True).first()
        if number is None:
            missing.append(address)
            return None
        return StableLink(str(kind.model._meta.model_name), number, rest).address

    return (with_addresses(html, with_number) if '"/go/' in html else html), missing


def key_in(address: str) -> tuple[Kind, str, str] | None:
    """Return kind, key and rest of an address such as `/go/city/bonn/#maps`; else None."""
    head, _slash, tail = address.removeprefix("/go/").partition("/")
    key, slash, rest = tail.partition("/")
    if not address.startswith("/go/") or not slash or head not in _linkable_kinds():
        return None
    return _linkable_kinds()[head], key, rest


@cache
def _linkable_kinds() -> dict[str, Kind]:
    return {
        name: KIND_BY_MODEL[model]
        for name, model in linkable_models().items()
        if model in KIND_BY_MODEL
    }
