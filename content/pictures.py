"""Pictures on their way into the library: checked by content, turned upright, stripped."""

import io
from pathlib import PurePath
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from pictures.models import PictureField, PictureFieldFile
from PIL import Image, ImageOps, UnidentifiedImageError

# Format as Pillow names it, and the ending of the stored file.
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
# No page shows a picture wider than this, in pixels.
LONGEST_SIDE = 2560


def picture_path(instance: object, filename: str) -> str:
    """A random name: an address tells nothing and cannot be guessed."""
    return f"pictures/{uuid4().hex}{PurePath(filename).suffix.lower()}"


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
    file.seek(0)
    try:
        # Only the header is read here, so a bomb does not go off.
        with Image.open(file, formats=list(FORMATS)) as image:
            width, height = image.size
            if width * height > settings.UPLOAD_MAX_PICTURE_PIXELS:
                raise ValidationError(
                    _("This picture is %(width)s by %(height)s pixels, which is too large.")
                    % {"width": width, "height": height}
                )
            image.load()
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
    ) as error:
        raise ValidationError(
            _("This file is not a picture, or it is broken. Use a JPEG, PNG or WebP file.")
        ) from error
    finally:
        file.seek(0)


def prepare_picture(file: File) -> ContentFile:
    """Return the picture upright, at most 2560 pixels a side, without metadata.

    A photograph's hidden data may hold the place where it was taken.
    """
    file.seek(0)
    with Image.open(file, formats=list(FORMATS)) as image:
        format_ = image.format
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        if format_ == "JPEG" and upright.mode not in {"RGB", "L"}:
            upright = upright.convert("RGB")
        buffer = io.BytesIO()
        upright.save(
            buffer,
            format=format_,
            quality=90,
            icc_profile=image.info.get("icc_profile"),
            exif=b"",
        )
    name = f"{PurePath(file.name).stem}.{FORMATS[format_]}"
    return ContentFile(buffer.getvalue(), name=name)


class LibraryPictureFile(PictureFieldFile):
    """The file of a picture; whatever is saved through it has been prepared."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        prepared = prepare_picture(content)
        super().save(prepared.name, prepared, save)


class LibraryPictureField(PictureField):
    """A `PictureField` that checks uploads by content and strips them."""

    attr_class = LibraryPictureFile

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("validators", [check_picture])
        super().__init__(*args, **kwargs)
