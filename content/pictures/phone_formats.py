"""Take pictures in the formats of telephones, HEIC and AVIF, in a process of its own."""

import base64
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _

from content.file_readers.start import ReaderFailed, UnreadableFile, read

# Named, not imported: nothing else needs its libraries.
READER = "content.pictures.phone_formats_process"
# Of processor time; an officer waits.
SECONDS = 15
# By the brand of the file (ISO/IEC 14496-12, 4.3; 23008-12, 10.2): the format as Pillow names it
BRANDS = {
    b"heic": "HEIF", b"heix": "HEIF", b"heim": "HEIF", b"heis": "HEIF", b"hevc": "HEIF",
    b"hevx": "HEIF", b"mif1": "HEIF", b"msf1": "HEIF", b"avif": "AVIF", b"avis": "AVIF",
}  # fmt: skip
NAMES = {"HEIF": "HEIC", "AVIF": "AVIF"}
NOT_CHECKED = _("This picture could not be checked just now. Please send it again.")


@dataclass(frozen=True)
class Converted:
    """`width` and `height` are those of the file; `picture` is empty if it was not decoded."""

    width: int
    height: int
    frames: int
    picture: str


def phone_format(file: File) -> str:
    """Return `HEIF` or `AVIF`; empty for another format."""
    file.seek(0)
    start = file.read(64)
    file.seek(0)
    if start[4:8] != b"ftyp":
        return ""
    # Of a neutral brand, the compatible ones tell more.
    brands = [start[8:12], *(start[place : place + 4] for place in range(16, 64, 4))]
    found = [BRANDS[brand] for brand in brands if brand in BRANDS]
    is_neutral = start[8:12] in {b"mif1", b"msf1"}
    return "AVIF" if is_neutral and "AVIF" in found else next(iter(found), "")


def in_common_format(file: File, max_side: int) -> File:
    """Return a HEIC or AVIF picture as a JPEG or PNG, and any other file as it is.

    Raises:
        ValidationError: with a sentence that says what is wrong.
    """
    format_ = phone_format(file)
    if not format_:
        return file
    limits = str(settings.UPLOAD_MAX_PICTURE_PIXELS), str(max_side)
    try:
        converted = Converted(**read(READER, "convert", file, SECONDS, format_, *limits))
    except ReaderFailed as error:
        raise ValidationError(NOT_CHECKED) from error
    except UnreadableFile as error:
        raise ValidationError(
            _(
                "This %(format)s picture cannot be opened here. Send it as a JPEG: on an iPhone, "
                "choose “Most Compatible” under Settings, Camera, Formats, or share it by e-mail."
            )
            % {"format": NAMES[format_]}
        ) from error
    if converted.frames > 1:
        raise animated(NAMES[format_])
    if not converted.picture:
        raise too_large(converted.width, converted.height, max_side)
    return ContentFile(base64.b64decode(converted.picture), name="picture")


def animated(format_: str) -> ValidationError:
    """Return the answer to a picture that moves."""
    return ValidationError(
        _("This %(format)s file is animated. Save one of its pictures as JPEG or PNG.")
        % {"format": format_}
    )


def too_large(width: int, height: int, enough: int) -> ValidationError:
    """Return the answer to a picture of too many pixels."""
    return ValidationError(
        _(
            "This picture is %(width)s by %(height)s pixels, which is too large. "
            "Save it smaller: %(enough)s pixels on the longest side are enough."
        )
        % {"width": width, "height": height, "enough": enough}
    )
