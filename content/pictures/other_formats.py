"""Files that are taken for pictures but are not shown on pages: the answer to each."""

import re

from django.core.files.base import File
from django.utils.translation import gettext as _

# By the bytes that they begin with
BEGINNINGS = (
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
    (b"8BPS", "Photoshop"),
    (b"\0\0\0\x0cjP  \r\n", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"\0\0\0\x0cJXL \r\n", "JPEG XL"),
    (b"\xff\x0a", "JPEG XL"),
    (b"%PDF-", "PDF"),
    (b"%!PS", "PostScript"),
    (b"\xc5\xd0\xd3\xc6", "PostScript"),
    (b"FUJIFILMCCD-RAW", "RAW"),
    (b"IIRO", "RAW"),
    (b"IIU\0", "RAW"),
)
# Of a camera of Canon, which is in the same box as films of telephones
RAW_BRAND = b"crx "
# Those of a bitmap say their own size and four zeros.
BITMAP, BITMAP_ZEROS = b"BM", bytes(4)
# Films of telephones, by the brand of the file
FILMS = (b"qt", b"mp4", b"iso", b"M4V", b"3g", b"avc1", b"dash", b"MSNV", b"mmp4", b"F4V")
# Matroska and WebM, AVI, and QuickTime of before it had brands
FILM = re.compile(rb"\x1aE\xdf\xa3|RIFF.{4}AVI |.{4}moov", re.DOTALL)
ICON = b"\0\0\1\0"


def answer_to(file: File) -> str:
    """Return what is told of a file that cannot be opened: by its name, if it has one."""
    file.seek(0)
    start = file.read(2048)
    file.seek(0)
    brand = start[8:12] if start[4:8] == b"ftyp" else b""
    if brand.startswith(FILMS) or FILM.match(start):
        return _("This is a video. Take a picture of the same, or save one out of it.")
    if start.startswith(ICON) and start[5:6] == b"\0":
        return _("This is an icon. Save it as PNG.")
    name = next((name for begin, name in BEGINNINGS if start.startswith(begin)), "")
    if brand == RAW_BRAND:
        name = "RAW"
    if start.startswith(BITMAP) and start[6:10] == BITMAP_ZEROS:
        name = "BMP"
    if name:
        return _("This is a %(format)s file. Save it as JPEG or PNG.") % {"format": name}
    return _("This file is not a picture, or it is broken. Use a JPEG, PNG or WebP file.")
