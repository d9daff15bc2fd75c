"""Writing the site as a bundle; the same site gives the same bytes."""

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

import tomli_w
from django.conf import settings
from django.core.files.storage import storages
from django.db import transaction
from django.db.models.fields.files import FieldFile

from twinning_site.bundles.declarations import KINDS
from twinning_site.bundles.keys import key_of, name_all
from twinning_site.bundles.reading.bundle import FORMAT, HEAD
from twinning_site.bundles.reading.folder import FILE_NAME
from twinning_site.bundles.records import Record, record_of


def files_of_site() -> tuple[dict[str, str | FieldFile], list[str]]:
    """Return each file by its path, and what cannot be in a bundle, in words.

    Pictures, documents and what else has no name of its own are given one, which they keep.
    """
    files: dict[str, str | FieldFile] = {}
    left_out = []
    languages: set[str] = set()
    with transaction.atomic():
        for kind in KINDS:
            name_all(kind)
    for kind in KINDS:
        for row in kind.rows().order_by("pk"):
            key = key_of(kind, row)
            if not FILE_NAME.fullmatch(f"{key}.toml") or "." in key:
                left_out.append(f"{kind.name}: {key} is no name of a file")
                continue
            path = kind.name if kind.is_single else f"{kind.name}/{key}"
            if kind.file:
                stored: FieldFile = row.file
                if not storages[kind.file].exists(str(stored.name)):
                    left_out.append(f"{path}: its file is not there")
                    continue
                files[path + PurePath(str(stored.name)).suffix] = stored
            record = record_of(kind, row)
            found = {"": _facts(record)} | {code: _texts(record, code) for code in _codes(record)}
            languages |= found.keys() - {""}
            for code, values in found.items():
                if values:
                    files[f"{path}.{code}.toml" if code else f"{path}.toml"] = _written(values)
    site = settings.LANGUAGE_CODE
    head = {
        "format": FORMAT,
        "languages": [site, *sorted(languages - {site})],
        "time_zone": settings.TIME_ZONE,
    }
    return {HEAD: _written(head), **files}, left_out


def write_files(files: Mapping[str, str | FieldFile], root: Path) -> None:
    """Write the files of a bundle into a folder, which is made if it is not there."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            path.write_bytes(content.encode())
            continue
        with content.open() as stored, path.open("wb") as written:
            for chunk in stored.chunks():
                written.write(chunk)


def _codes(record: Record) -> list[str]:
    parts = [part for rows in record.parts.values() for part in rows]
    return sorted({code for it in [record, *parts] for code in it.texts})


def _facts(record: Record) -> dict[str, Any]:
    """Return the facts; parts are there even without any, so that their number is known."""
    parts = {name: [it.facts for it in rows] for name, rows in record.parts.items()}
    return {**record.facts, **parts}


def _texts(record: Record, code: str) -> dict[str, Any]:
    parts = {name: [it.texts.get(code, {}) for it in rows] for name, rows in record.parts.items()}
    said = {name: rows for name, rows in parts.items() if any(rows)}
    return {**record.texts.get(code, {}), **said}


def _written(values: dict[str, Any]) -> str:
    plain = {name: it for name, it in values.items() if not _is_tables(it)}
    pieces = [tomli_w.dumps(plain, multiline_strings=True)] if plain else []
    for name, rows in values.items():
        if _is_tables(rows):
            pieces += [f"[[{name}]]\n{tomli_w.dumps(row, multiline_strings=True)}" for row in rows]
    return "\n".join(pieces)


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(it, dict) for it in value)
