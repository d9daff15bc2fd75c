"""Pictures on their way into the library: checked by content, turned upright, stripped."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from uuid import uuid4

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from django.db import models
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from pictures.models import PictureField, PictureFieldFile, PillowPicture
from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

# Format as Pillow names it, and the ending of the stored file.
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
# MPO is a JPEG with a second picture behind the first, as many telephones write it.
JPEGS = {"JPEG", "MPO"}
# No page shows a picture wider than this, in pixels.
LONGEST_SIDE = 2560
# Widths in which a picture is kept for pages, in pixels.
WIDTHS = (320, 640, 960, 1280, 1920)
# What Pillow raises on files that are not what they say.
BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, IndexError)
# AVIF at speed 9 of 10: an upload takes two seconds instead of seven, for 5 % more bytes.
ENCODING = {"AVIF": {"quality": 60, "speed": 9}, "WEBP": {"quality": 78}}


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
    try:
        with _opened(file) as image:
            width, height = image.size
            # Only the header has been read until here, so a bomb does not go off.
            if width * height > settings.UPLOAD_MAX_PICTURE_PIXELS:
                raise ValidationError(
                    _(
                        "This picture is %(width)s by %(height)s pixels, which is too large. "
                        "Save it smaller: %(enough)s pixels on the longest side are enough."
                    )
                    % {"width": width, "height": height, "enough": LONGEST_SIDE}
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
    with _opened(file) as image:
        format_ = "JPEG" if image.format in JPEGS else image.format
        _reduce(image)
        image = _scalable(image)
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        upright = _in_srgb(ImageOps.exif_transpose(image))
    # A picture made from its bare pixels: nothing else that the file held comes along.
    bare = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    buffer = io.BytesIO()
    bare.save(buffer, format=format_, quality=90)
    file.seek(0)
    return ContentFile(buffer.getvalue(), name=f"picture.{FORMATS[format_]}")


@contextmanager
def _opened(file: File) -> Iterator[Image.Image]:
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
        image.draft(None, (LONGEST_SIDE, LONGEST_SIDE))


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


class Rendition(PillowPicture):
    """One width in one format, kept beside the picture."""

    def resize(self, image: Image.Image) -> Image.Image:
        """Keep the sides in proportion, and at least one pixel of each."""
        height = max(1, round(image.height * self.width / image.width))
        return image.resize((self.width, height), Image.Resampling.LANCZOS, reducing_gap=3)

    def save(self, image: Image.Image) -> None:
        """Write the file; a picture without holes is written without transparency."""
        resized = self.resize(image)
        if resized.getextrema()[3][0] == 255:
            resized = resized.convert("RGB")
        buffer = io.BytesIO()
        resized.save(buffer, format=self.file_type, **ENCODING[self.file_type])
        self.storage.delete(self.name)
        self.storage.save(self.name, ContentFile(buffer.getvalue()))


class LibraryPictureFile(PictureFieldFile):
    """The file of a picture; whatever is saved through it has been prepared."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        prepared = prepare_picture(content)
        super().save(prepared.name, prepared, save)

    def _get_image_dimensions(self) -> tuple[int, int]:
        """Width and height; one pixel for a file that `check_picture` is about to refuse."""
        if not hasattr(self, "_dimensions_cache"):
            was_closed = self.closed
            if was_closed:
                self.open()
            try:
                with _opened(self) as image:
                    turned = image.getexif().get(ExifTags.Base.Orientation, 1) >= 5
                    self._dimensions_cache = image.size[::-1] if turned else image.size
            except (*BROKEN, Image.DecompressionBombError):
                self._dimensions_cache = (1, 1)
            finally:
                self.seek(0)
                if was_closed:
                    self.close()
        return self._dimensions_cache

    @staticmethod
    def get_picture_files(
        *, file_name: str, img_width: int, img_height: int, storage: Storage, field: PictureField
    ) -> dict:
        """Add the picture's own width, so that a small one is not shown smaller still."""
        widths = sorted({min(width, img_width) for width in WIDTHS})
        return {
            None: {
                file_type: {
                    width: Rendition(file_name, file_type, None, storage, width)
                    for width in widths
                }
                for file_type in field.file_types
            }
        }

    @property
    def small_url(self) -> str:
        """The smallest version, for lists."""
        return min(self.aspect_ratios[None]["WEBP"].items())[1].url

    @property
    def sources(self) -> list[tuple[str, str]]:
        """Media type and `srcset`, the best format first."""
        return [
            (
                f"image/{file_type.lower()}",
                ", ".join(f"{rendition.url} {width}w" for width, rendition in files.items()),
            )
            for file_type, files in self.aspect_ratios[None].items()
        ]


class LibraryPictureField(PictureField):
    """A `PictureField` that checks uploads by content and strips them."""

    attr_class = LibraryPictureFile

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("validators", [check_picture])
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs) -> forms.FileField:
        """Leave the checking to us: Django's form judges by the name, and lists 60 endings."""
        formfield = models.FileField.formfield(self, **{"form_class": forms.FileField, **kwargs})
        formfield.widget.attrs["accept"] = ",".join(f"image/{name.lower()}" for name in FORMATS)
        return formfield
