"""Tell pictures that hold nothing but pixels, which need not be written anew."""

import struct
from collections.abc import Iterator

from django.core.files.base import File

from content.pictures.upload_checks import ERRORS_OF_BROKEN_FILES, MAX_SIDE, opened

PNG_BEGIN = b"\x89PNG\r\n\x1a\n"
PNG_CHUNKS = {b"IHDR", b"IDAT", b"IEND"}
# Of WebP: what is drawn, its transparency, and the head of a file that has both
WEBP_CHUNKS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
# Of JPEG (ITU-T T.81, table B.1): frames but for the rarest, tables, scans, and the head of JFIF
JPEG_MARKERS = {0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0}
JFIF, SCAN, END = 0xE0, 0xDA, 0xD9
RESTARTS = range(0xD0, 0xD8)


def is_bare(file: File) -> bool:
    """Return whether a picture is as `prepare_picture` leaves one.

    That is: in RGB, at most 2560 pixels a side, without metadata, profile, comment, preview, or
    anything behind its end. Writing a JPEG anew would lose a little of it each time.
    """
    try:
        with opened(file) as image:
            format_ = image.format
            if max(image.size) > MAX_SIDE or image.mode not in {"RGB", "RGBA"}:
                return False
        file.seek(0)
        found = {"JPEG": _bare_jpeg, "PNG": _bare_png, "WEBP": _bare_webp}
        return format_ in found and found[format_](file.read())
    except (*ERRORS_OF_BROKEN_FILES, struct.error):
        return False
    finally:
        file.seek(0)


def _bare_png(content: bytes) -> bool:
    place, names = len(PNG_BEGIN), []
    while place < len(content):
        length, name = struct.unpack_from(">I4s", content, place)
        names.append(name)
        place += length + 12
    return place == len(content) and set(names) == PNG_CHUNKS and names[-1] == b"IEND"


def _bare_webp(content: bytes) -> bool:
    (length,) = struct.unpack_from("<I", content, 4)
    place, names = 12, set()
    while place < len(content):
        name, size = struct.unpack_from("<4sI", content, place)
        names.add(name)
        place += 8 + size + size % 2
    return place == len(content) == length + 8 and names <= WEBP_CHUNKS


def _bare_jpeg(content: bytes) -> bool:
    *segments, (last, behind) = _jpeg_segments(content)
    is_known = all(marker in JPEG_MARKERS for marker, _segment in segments)
    heads = [segment for marker, segment in segments if marker == JFIF]
    # Without a preview, whose width and height are the last two bytes
    is_plain = all(it[:5] == b"JFIF\0" and it[12:] == b"\0\0" for it in heads)
    return last == END and not behind and is_known and is_plain


def _jpeg_segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield marker and content of each segment; with the end, what is behind it."""
    place = 2
    while place < len(content):
        begin, marker = content[place], content[place + 1]
        if begin != 0xFF or marker == END:
            yield marker if begin == 0xFF else 0, content[place + 2 :]
            return
        (length,) = struct.unpack_from(">H", content, place + 2)
        yield marker, content[place + 4 : place + 2 + length]
        place += 2 + length
        if marker == SCAN:
            place = _end_of_scan(content, place)


def _end_of_scan(content: bytes, place: int) -> int:
    """Return where the next segment begins: in a scan FF stands before zero or a restart."""
    while (place := content.find(b"\xff", place)) >= 0:
        if content[place + 1] and content[place + 1] not in RESTARTS:
            return place
        place += 2
    return len(content)
