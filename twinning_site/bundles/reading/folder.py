"""Reading the files of a bundle, which is somebody else's folder: nothing in it is trusted."""

import os
import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

MAX_FILE = 2_000_000  # bytes; a newsletter's articles in one language have 100,000
MAX_FILES = 50_000
FILE_NAME = re.compile(
    r"(?P<key>[A-Za-z0-9_-]{1,60})(\.(?P<language>[a-z]{2,3}(-[a-z0-9]{2,8})*))?\.toml"
)
_AT_LINE = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True, order=True)
class Fault:
    """Something wrong in a file; `line` 0 stands for the file as a whole."""

    file: str
    line: int
    words: str

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line}: {self.words}" if self.line else f"{self.file}: {self.words}"
        )


@dataclass
class TomlFile:
    """A file with its values and its text, in which the lines of faults are looked up."""

    name: str
    text: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    def line(self, key: str, part: str = "", number: int = 0) -> int:
        """Return the line of a key, or that of part `number` (from 0) of which it is; 1 if none."""
        lines = self.text.splitlines()
        begin = 0
        if part:
            heads = [n for n, it in enumerate(lines) if it.strip() == f"[[{part}]]"]
            if number >= len(heads):
                return self.line(part)
            begin = heads[number]
        pattern = re.compile(rf"""\s*(\[\[)?["']?{re.escape(key)}["']?\s*(=|\.|\]\])""")
        found = (n + 1 for n, it in enumerate(lines) if n >= begin and pattern.match(it))
        return next(found, begin + 1)


@dataclass
class Folder:
    """The files of a folder by their paths in it, and what is wrong with them.

    `others` are pictures and documents, which have not been opened.
    """

    files: dict[str, TomlFile] = field(default_factory=dict)
    others: dict[str, Path] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_folder(root: Path, with_others: Collection[str]) -> Folder:
    """Return what is in a folder.

    Links of the file system are faults: they may lead out of the folder.

    Args:
        with_others: the folders in it that hold other files beside those of TOML.
    """
    found = Folder()
    for number, (name, path, is_plain) in enumerate(_entries(root), 1):
        if number > MAX_FILES:
            found.faults.append(Fault(name, 0, f"A bundle has at most {MAX_FILES} files."))
            break
        if not is_plain:
            found.faults.append(Fault(name, 0, "Links and devices are not read, only files."))
            continue
        if path.suffix != ".toml" and name.partition("/")[0] in with_others and "/" in name:
            found.others[name] = path
            continue
        file, fault = _read(name, path)
        found.files[name] = file
        if fault:
            found.faults.append(fault)
    return found


def _entries(root: Path, under: str = "") -> Iterator[tuple[str, Path, bool]]:
    for entry in sorted(os.scandir(root / under), key=lambda it: it.name):
        if entry.name.startswith("."):
            continue
        name = f"{under}{entry.name}"
        if entry.is_dir(follow_symlinks=False) and not under:
            yield from _entries(root, f"{name}/")
        else:
            yield name, root / name, entry.is_file(follow_symlinks=False)


def _read(name: str, path: Path) -> tuple[TomlFile, Fault | None]:
    file = TomlFile(name)
    if path.suffix != ".toml":
        return file, Fault(name, 0, "No file of a bundle: its files end in .toml.")
    with path.open("rb") as opened:
        content = opened.read(MAX_FILE + 1)
    if len(content) > MAX_FILE:
        return file, Fault(name, 0, f"Too large: a file has at most {MAX_FILE} bytes.")
    try:
        file.text = content.decode()
        file.values = tomllib.loads(file.text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        place = _AT_LINE.search(str(error))
        return file, Fault(name, int(place[1]) if place else 0, f"No valid TOML: {error}")
    except UnicodeDecodeError:
        return file, Fault(name, 0, "No text in UTF-8.")
    except (RecursionError, ValueError):
        return file, Fault(name, 0, "No valid TOML: a value is too long or too deep.")
    return file, None
