"""Uploaded pictures: checked by content, turned upright, without their metadata."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from content.pictures.drawings import drawn
from content.pictures.other_formats import answer_to
from content.pictures.phone_formats import animated, in_common_format, too_large
from content.text.file_sizes import check_file_size

# Format as Pillow names it, and the extension of the stored file
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
# MPO is a JPEG with a second picture behind the first, as many telephones write it.
JPEGS = {"JPEG", "MPO"}
# Pixels; no page shows a larger picture.
MAX_SIDE = 2560
# What Pillow raises for broken files
ERRORS_OF_BROKEN_FILES = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
)


def check_picture(file: File) -> None:
    """Refuse a file that is no picture, or a broken, disguised or huge one.

    Raises:
        ValidationError: with a sentence that says what is wrong.
    """
    # What is stored was checked before.
    if not getattr(file, "_committed", False):
        checked_picture(file)


def checked_picture(file: File) -> File:
    """Return the picture in one of `FORMATS`, which a HEIC, AVIF or SVG is turned into.

    Raises:
        ValidationError: with a sentence that says what is wrong.
    """
    words = _("This picture has %(size)s. The most that can be taken is %(limit)s.")
    check_file_size(file.size, settings.UPLOAD_MAX_PICTURE_BYTES, words)
    picture = in_common_format(drawn(file), MAX_SIDE)
    try:
        with opened(picture) as image:
            # Only the header has been read so far, so that a decompression bomb does no harm.
            if image.width * image.height > settings.UPLOAD_MAX_PICTURE_PIXELS:
                raise too_large(image.width, image.height, MAX_SIDE)
            if image.format not in JPEGS and getattr(image, "is_animated", False):
                raise animated(str(image.format).replace("WEBP", "WebP"))
            _decode_smaller(image)
            image.load()
    except Image.DecompressionBombError as error:
        raise ValidationError(_("This picture has far too many pixels.")) from error
    except ERRORS_OF_BROKEN_FILES as error:
        raise ValidationError(answer_to(file)) from error
    finally:
        picture.seek(0)
    return picture


def prepare_picture(file: File) -> ContentFile:
    """Return the picture upright, in sRGB, at most 2560 pixels a side, without metadata.

    A photograph's hidden data may hold the place where it was taken.
    """
    file = in_common_format(drawn(file), MAX_SIDE)
    with opened(file) as image:
        format_ = "JPEG" if image.format in JPEGS else str(image.format)
        _decode_smaller(image)
        image = _without_palette(image)
        image.thumbnail((MAX_SIDE, MAX_SIDE))
        upright = _in_srgb(ImageOps.exif_transpose(image))
    # Built from the pixels alone, so that nothing else in the file is kept.
    bare = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    buffer = io.BytesIO()
    bare.save(buffer, format=format_, quality=90)
    file.seek(0)
    return ContentFile(buffer.getvalue(), name=f"picture.{FORMATS[format_]}")


@contextmanager
def opened(file: File) -> Iterator[Image.Image]:
    """Open a picture by its content, whatever its name says."""
    file.seek(0)
    with warnings.catch_warnings():
        # `check_picture` has a limit of its own; odd headers that Pillow gets over harm nobody.
        warnings.simplefilter("ignore")
        image = Image.open(file, formats=list(FORMATS))
    with image:
        yield image


def _decode_smaller(image: Image.Image) -> None:
    """Have a large JPEG decoded at a half, a quarter or an eighth, to save memory and time."""
    if image.format in JPEGS:
        image.draft(None, (MAX_SIDE, MAX_SIDE))


def _without_palette(image: Image.Image) -> Image.Image:
    """Convert palettes and 16-bit grey, whose pixels cannot be mixed when scaling."""
    if image.mode.startswith("I"):
        # Of 16 bits a pixel screens show the upper eight.
        return image.point(lambda value: value / 257, "I").convert("L")
    if image.mode in {"1", "P", "PA"}:
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    return image


def _in_srgb(image: Image.Image) -> Image.Image:
    """Convert print colours and wide gamuts to sRGB, which every screen shows."""
    has_alpha = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
    mode = "RGBA" if has_alpha else "RGB"
    if profile := image.info.get("icc_profile"):
        source = image if image.mode in {"CMYK", "L"} else image.convert(mode)
        try:
            converted = ImageCms.profileToProfile(
                source,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode=mode,
            )
            return converted or source
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A picture with a broken profile is taken as it is.
            return image.convert(mode)
    return image.convert(mode)
