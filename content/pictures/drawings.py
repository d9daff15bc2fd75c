"""Take a logo as an SVG file: it is drawn once, as a PNG, in a process of its own.

No SVG is ever stored or served, so what one can hold besides shapes reaches no reader (ADR 32).
"""

import base64
import re

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _

from content.file_readers.start import ReaderFailed, UnreadableFile, read
from content.pictures.phone_formats import NOT_CHECKED

# Named, not imported: nothing else needs its library.
READER = "content.pictures.drawings_process"
# Of processor time; an officer waits.
SECONDS = 10
# Pixels on the longer side, for the sharpest screens
DRAWN_SIDE = 1024
# A real one has some hundred kilobytes; what is longer holds photographs.
MAX_BYTES = 2_000_000
START = 65_536
# In UTF-16 there is a zero beside each letter.
ELEMENT = re.compile(rb"<\0?(?:s\0?v\0?g\0?:\0?)?s\0?v\0?g\0?[\s>/:]", re.IGNORECASE)
BLANK = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"


def is_drawing(file: File) -> bool:
    """Return whether a file is an SVG, by its content."""
    file.seek(0)
    start = file.read(START)
    file.seek(0)
    return start.lstrip(BLANK).startswith(b"<") and ELEMENT.search(start) is not None


def drawn(file: File) -> File:
    """Return an SVG as a PNG, and any other file as it is.

    Raises:
        ValidationError: with a sentence that says what is wrong.
    """
    if not is_drawing(file):
        return file
    if file.size > MAX_BYTES:
        raise ValidationError(_("This SVG file is too large. Save it as PNG."))
    try:
        found = read(READER, "draw", file, SECONDS, str(DRAWN_SIDE))
    except ReaderFailed as error:
        raise ValidationError(NOT_CHECKED) from error
    except UnreadableFile as error:
        raise ValidationError(_("This SVG file cannot be drawn here. Save it as PNG.")) from error
    if found["has_text"]:
        raise ValidationError(
            _("This SVG file has letters that need a font. Turn them into paths.")
        )
    return ContentFile(base64.b64decode(found["picture"]), name="picture")
