"""The files of the library's pictures: each in several widths and formats."""

import io
from pathlib import PurePath
from typing import Any
from uuid import uuid4

from django import forms
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from django.db import models
from pictures.models import PictureField, PictureFieldFile, PillowPicture
from PIL import ExifTags, Image

from content.pictures.upload_checks import (
    ERRORS_OF_BROKEN_FILES,
    FORMATS,
    check_picture,
    opened,
    prepare_picture,
)

# Widths in which a picture is stored for pages, in pixels
WIDTHS = (320, 640, 960, 1280, 1920)
# AVIF at speed 7 of 10 and quality 54 is as true to the original as at 9 and 60, in half the bytes.
ENCODING = {"AVIF": {"quality": 54, "speed": 7}, "WEBP": {"quality": 78}}


def picture_path(instance: object, filename: str) -> str:
    """Return a random name, which tells nothing and cannot be guessed."""
    return f"pictures/{uuid4().hex}{PurePath(filename).suffix.lower()}"


class Rendition(PillowPicture):
    """A picture in one width and one format, stored beside the original."""

    def resize(self, image: Image.Image) -> Image.Image:
        """Resize in proportion, to at least one pixel a side."""
        height = max(1, round(image.height * self.width / image.width))
        return image.resize((self.width, height), Image.Resampling.LANCZOS, reducing_gap=3)

    def save(self, image: Image.Image) -> None:
        """Write the file, without an alpha channel if the picture is opaque."""
        resized = self.resize(image)
        if resized.getchannel("A").getextrema()[0] == 255:
            resized = resized.convert("RGB")
        buffer = io.BytesIO()
        resized.save(buffer, format=self.file_type, **ENCODING[self.file_type])
        self.storage.delete(self.name)
        self.storage.save(self.name, ContentFile(buffer.getvalue()))


class LibraryPictureFile(PictureFieldFile):
    """The file of a picture; every file is prepared before it is saved.

    Its renditions are made later, by a worker. The model has a field `has_renditions` for that.
    """

    def save(self, name: str, content: File, save: bool = True) -> None:
        prepared = prepare_picture(content)
        super().save(prepared.name, prepared, save)

    def save_all(self) -> None:
        """Make no renditions: whoever saves the file may be in a transaction."""

    def make_renditions(self) -> None:
        """Store the renditions; a large picture takes seconds. Not for use in a transaction."""
        self.update_all()

    def _get_image_dimensions(self) -> tuple[int, int]:
        """Return width and height; one pixel each for a file that `check_picture` will refuse."""
        if not hasattr(self, "_dimensions_cache"):
            was_closed = self.closed
            if was_closed:
                self.open()
            try:
                with opened(self) as image:
                    is_sideways = image.getexif().get(ExifTags.Base.Orientation, 1) >= 5
                    self._dimensions_cache = image.size[::-1] if is_sideways else image.size
            except (*ERRORS_OF_BROKEN_FILES, Image.DecompressionBombError):
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
        """Add the picture's own width, so that a small one is not scaled down to the next step."""
        widths = sorted({min(width, img_width) for width in WIDTHS})
        return {
            None: {
                file_type: {
                    width: Rendition(file_name, file_type, None, storage, width) for width in widths
                }
                for file_type in field.file_types
            }
        }

    @property
    def small_url(self) -> str:
        """Return the address of the smallest version that there is, for lists."""
        if not self.instance.has_renditions:
            return self.url
        return min(self.aspect_ratios[None]["WEBP"].items())[1].url

    @property
    def sources(self) -> list[tuple[str, str]]:
        """Return media type and `srcset` of each format, the best first; none before it is made."""
        if not self.instance.has_renditions:
            return []
        return [
            (
                f"image/{file_type.lower()}",
                ", ".join(f"{rendition.url} {width}w" for width, rendition in files.items()),
            )
            for file_type, files in self.aspect_ratios[None].items()
        ]


class LibraryPictureField(PictureField):
    """A `PictureField` that checks uploads by content and removes their metadata."""

    attr_class = LibraryPictureFile

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("validators", [check_picture])
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.FileField:
        """Skip the checks of Django's form field, which go by 60 file extensions."""
        formfield: Any = models.FileField.formfield(
            self, **{"form_class": forms.FileField, **kwargs}
        )
        taken = [*FORMATS, "heic", "heif", "avif", "svg+xml"]
        formfield.widget.attrs["accept"] = ",".join(f"image/{name.lower()}" for name in taken)
        return formfield
