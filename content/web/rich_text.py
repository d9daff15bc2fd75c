"""Rich text as pages show it: cut at its pictures, which stand in their places."""

from collections.abc import Iterable
from dataclasses import dataclass

from i18nfield.strings import LazyI18nString

from content.models import Illustrated, Picture
from content.text.cleaning import PICTURE


@dataclass(frozen=True)
class Part:
    """A stretch of cleaned HTML, or a picture in its place; never both."""

    html: str = ""
    picture: Picture | None = None


def pictures_in(
    *values: LazyI18nString | str | None, rows: Iterable[Illustrated] = ()
) -> dict[int, Picture]:
    """Fetch the pictures that these texts show, by number: one query, or none at all.

    The lead pictures of `rows` that were read without them come in the same query.
    """
    numbers = {int(number) for value in values for number in PICTURE.findall(str(value or ""))}
    rows = [row for row in rows if row.picture_id]
    numbers.update(row.picture_id for row in rows)
    pictures = Picture.objects.in_bulk(numbers) if numbers else {}
    for row in rows:
        row.picture = pictures[row.picture_id]
    return pictures


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
