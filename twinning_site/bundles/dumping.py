"""Writing the site as a bundle; the same site gives the same bytes."""

from pathlib import Path
from typing import Any

import tomli_w
from django.conf import settings

from twinning_site.bundles.bundle import FORMAT, HEAD
from twinning_site.bundles.declarations import KINDS
from twinning_site.bundles.folder import FILE_NAME
from twinning_site.bundles.records import Record, record_of


def files_of_site() -> tuple[dict[str, str], list[str]]:
    """Return the text of each file by its path, and the rows whose key is no name of a file."""
    files, left_out = {}, []
    languages: set[str] = set()
    for kind in KINDS:
        for row in kind.rows().order_by("pk"):
            key = kind.key_of(row)
            if not FILE_NAME.fullmatch(f"{key}.toml") or "." in key:
                left_out.append(f"{kind.name}: {key}")
                continue
            path = f"{kind.name}/{key}" if kind.key else kind.name
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


def write_files(files: dict[str, str], root: Path) -> None:
    """Write the files of a bundle into a folder, which is made if it is not there."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


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
