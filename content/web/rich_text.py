"""Rich text split into stretches of HTML and the pictures between them."""

from collections.abc import Mapping
from dataclasses import dataclass

from i18nfield.strings import LazyI18nString

from content.models import Picture
from content.text.cleaning import PICTURE


@dataclass(frozen=True)
class Part:
    """Either a stretch of cleaned HTML or a picture."""

    html: str = ""
    picture: Picture | None = None


def pictures_in(*values: LazyI18nString | str | None) -> dict[int, Picture]:
    """Return the pictures that these texts show, by primary key: 1 query, or none at all."""
    keys = {int(key) for value in values for key in PICTURE.findall(str(value or ""))}
    return Picture.objects.in_bulk(keys) if keys else {}


def parts_of(value: LazyI18nString | str | None, pictures: Mapping[int, Picture]) -> list[Part]:
    """Split a text at its pictures, and leave out those that are no longer in the library."""
    pieces = PICTURE.split(str(value or ""))
    parts = []
    for index, piece in enumerate(pieces):
        if index % 2:
            if picture := pictures.get(int(piece)):
                parts.append(Part(picture=picture))
        elif piece.strip():
            parts.append(Part(html=piece))
    return parts
