"""Read the XML parts of office documents piece by piece. Processes without Django import this."""

import zipfile
from collections.abc import Iterator, Mapping
from typing import Protocol

from lxml import etree

CHUNK = 2**16  # bytes


class Listener(Protocol):
    """What is told of the elements of a part, by their names without a namespace.

    Word and its strict form (ISO/IEC 29500) use the same names in different namespaces.
    """

    def start(self, name: str, attributes: Mapping[str, str]) -> None: ...
    def data(self, text: str) -> None: ...
    def end(self, name: str) -> None: ...


class _Target:
    """Hands the parser's events on, with short names."""

    def __init__(self, listener: Listener) -> None:
        self.listener = listener

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.listener.start(_short(name), {_short(key): attributes[key] for key in attributes})

    def data(self, text: str) -> None:
        self.listener.data(text)

    def end(self, name: str) -> None:
        self.listener.end(_short(name))

    def close(self) -> None:
        """End, as the parser asks for."""


def parse_part(archive: zipfile.ZipFile, part: str, listener: Listener) -> None:
    """Read one part from its beginning to its end; entities are left out.

    Raises:
        KeyError, zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError: if it is missing or broken.
    """
    parser = etree.XMLParser(
        target=_Target(listener), resolve_entities=False, no_network=True, huge_tree=True
    )
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            parser.feed(chunk)
    parser.close()


class _Collector:
    """Collects the elements with their attributes and their own text."""

    def __init__(self) -> None:
        self.elements: list[tuple[str, Mapping[str, str], list[str]]] = []
        self.open: list[list[str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        texts: list[str] = []
        self.elements.append((name, attributes, texts))
        self.open.append(texts)

    def data(self, text: str) -> None:
        self.open[-1].append(text)

    def end(self, name: str) -> None:
        self.open.pop()


def elements_of(
    archive: zipfile.ZipFile, part: str
) -> Iterator[tuple[str, Mapping[str, str], str]]:
    """Yield name, attributes and own text of each element of a small part, in their order.

    Raises:
        As `parse_part` does.
    """
    collector = _Collector()
    parse_part(archive, part, collector)
    for name, attributes, texts in collector.elements:
        yield name, attributes, "".join(texts).strip()


def _short(name: str) -> str:
    return name.rpartition("}")[2]
