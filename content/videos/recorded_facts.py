"""Take out of an MP4 file what a telephone writes into it: where and by whom it was filmed.

The boxes of such facts (ISO/IEC 14496-12, 8.10 and 8.11) stay as long as they are, filled with
zeros and renamed to free space, so that nothing else in the file moves.
"""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

# Boxes that hold others, and boxes of facts: of users, of programs, of their own kinds
CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}
FACTS = {b"udta", b"meta", b"uuid"}
FREE = b"free"
MAX_BOXES = 10_000
STEP = 65_536


class Box(NamedTuple):
    """A box of the file: its kind, and the places of its head, its content and its end."""

    kind: bytes
    start: int
    content: int
    end: int


def erase_recorded_facts(file: BinaryIO) -> None:
    """Erase the facts in an MP4 file that is open for reading and writing.

    Raises:
        ValueError: if its boxes do not follow the format.
    """
    for box in list(_boxes(file, 0, file.seek(0, 2))):
        if box.kind in FACTS:
            _erase(file, box)
    file.flush()
    file.seek(0)


def _boxes(file: BinaryIO, start: int, end: int, found: int = 0) -> Iterator[Box]:
    """Yield the boxes between two places, and those inside of containers."""
    while start + 8 <= end:
        found += 1
        file.seek(start)
        head = file.read(16)
        size, kind, content = int.from_bytes(head[:4]), head[4:8], start + 8
        if size == 1:
            size, content = int.from_bytes(head[8:16]), start + 16
        box = Box(kind, start, content, start + size if size else end)
        if box.end < box.content or box.end > end or found > MAX_BOXES:
            raise ValueError(f"The box at {start} does not follow the format.")
        yield box
        if kind in CONTAINERS:
            yield from _boxes(file, box.content, box.end, found)
        start = box.end


def _erase(file: BinaryIO, box: Box) -> None:
    file.seek(box.start + 4)
    file.write(FREE)
    file.seek(box.content)
    left = box.end - box.content
    while left:
        left -= file.write(bytes(min(left, STEP)))
