"""Rich text as pages show it: cut at its pictures, which stand in their places."""

from dataclasses import dataclass

from i18nfield.strings import LazyI18nString

from content.models import Picture
from content.text.cleaning import PICTURE


@dataclass(frozen=True)
class Part:
    """A stretch of cleaned HTML, or a picture in its place; never both."""

    html: str = ""
    picture: Picture | None = None


def pictures_in(*values: LazyI18nString | str | None) -> dict[int, Picture]:
    """Return the pictures that these texts show, by primary key: 1 query, or none at all."""
    keys = {int(key) for value in values for key in PICTURE.findall(str(value or ""))}
    return Picture.objects.in_bulk(keys) if keys else {}


def parts_of(value: LazyI18nString | str | None, pictures: dict[int, Picture]) -> list[Part]:
    """Cut a text at its pictures. One that is no longer in the library leaves no trace."""
    pieces = PICTURE.split(str(value or ""))
    parts = []
    for index, piece in enumerate(pieces):
        if index % 2:
            if picture := pictures.get(int(piece)):
                parts.append(Part(picture=picture))
        elif piece.strip():
            parts.append(Part(html=piece))
    return parts
