"""Pictures on their way into the library: checked by content, turned upright, stripped."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

# Format as Pillow names it, and the ending of the stored file.
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
# MPO is a JPEG with a second picture behind the first, as many telephones write it.
JPEGS = {"JPEG", "MPO"}
# No page shows a picture wider than this, in pixels.
MAX_SIDE = 2560
# What Pillow raises on files that are not what they say.
BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, IndexError)


def check_picture(file: File) -> None:
    """Refuse what is no picture, or a broken, disguised or huge one.

    Raises:
        ValidationError: with a sentence that says what is wrong.
    """
    if file.size > settings.UPLOAD_MAX_PICTURE_BYTES:
        raise ValidationError(
            _("This picture has %(size)s. The most that can be taken is %(limit)s.")
            % {
                "size": filesizeformat(file.size),
                "limit": filesizeformat(settings.UPLOAD_MAX_PICTURE_BYTES),
            }
        )
    try:
        with opened(file) as image:
            width, height = image.size
            # Only the header has been read until here, so a bomb does not go off.
            if width * height > settings.UPLOAD_MAX_PICTURE_PIXELS:
                raise ValidationError(
                    _(
                        "This picture is %(width)s by %(height)s pixels, which is too large. "
                        "Save it smaller: %(enough)s pixels on the longest side are enough."
                    )
                    % {"width": width, "height": height, "enough": MAX_SIDE}
                )
            _reduce(image)
            image.load()
    except Image.DecompressionBombError as error:
        raise ValidationError(_("This picture has far too many pixels.")) from error
    except BROKEN as error:
        raise ValidationError(
            _("This file is not a picture, or it is broken. Use a JPEG, PNG or WebP file.")
        ) from error
    finally:
        file.seek(0)


def prepare_picture(file: File) -> ContentFile:
    """Return the picture upright, in sRGB, at most 2560 pixels a side, without metadata.

    A photograph's hidden data may hold the place where it was taken.
    """
    with opened(file) as image:
        format_ = "JPEG" if image.format in JPEGS else image.format
        _reduce(image)
        image = _scalable(image)
        image.thumbnail((MAX_SIDE, MAX_SIDE))
        upright = _in_srgb(ImageOps.exif_transpose(image))
    # A picture made from its bare pixels: nothing else that the file held comes along.
    bare = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    buffer = io.BytesIO()
    bare.save(buffer, format=format_, quality=90)
    file.seek(0)
    return ContentFile(buffer.getvalue(), name=f"picture.{FORMATS[format_]}")


@contextmanager
def opened(file: File) -> Iterator[Image.Image]:
    """Open by content, whatever the name says."""
    file.seek(0)
    with warnings.catch_warnings():
        # Our own limit answers in words.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        image = Image.open(file, formats=list(FORMATS))
    with image:
        yield image


def _reduce(image: Image.Image) -> None:
    """Have a large JPEG decoded at a half, a quarter or an eighth: less memory, less time."""
    if image.format in JPEGS:
        image.draft(None, (MAX_SIDE, MAX_SIDE))


def _scalable(image: Image.Image) -> Image.Image:
    """Give the pixels colours of their own, so that making them fewer can mix them."""
    if image.mode.startswith("I"):
        # 16 bits a pixel: screens show the upper eight.
        return image.point(lambda value: value / 257, "I").convert("L")
    if image.mode in {"1", "P", "PA"}:
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    return image


def _in_srgb(image: Image.Image) -> Image.Image:
    """Turn print colours, palettes and wide gamuts into what every screen shows alike."""
    has_alpha = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
    mode = "RGBA" if has_alpha else "RGB"
    if profile := image.info.get("icc_profile"):
        source = image if image.mode in {"CMYK", "L"} else image.convert(mode)
        try:
            return ImageCms.profileToProfile(
                source,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode=mode,
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A broken profile says nothing about the picture's own colours.
            return image.convert(mode)
    return image.convert(mode)
