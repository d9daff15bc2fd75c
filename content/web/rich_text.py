"""Rich text as readers get it: HTML with the pictures between, and links that lead somewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from i18nfield.strings import LazyI18nString

from content.models import Picture
from content.text.html.cleaning import PICTURE
from content.web.link_targets import Targets, linked_keys, public_targets, shown_links


@dataclass(frozen=True)
class References:
    """What texts refer to by number: pictures, and the public rows to which they link."""

    pictures: Mapping[int, Picture] = field(default_factory=dict)
    targets: Targets = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """Either a stretch of cleaned HTML or a picture."""

    html: str = ""
    picture: Picture | None = None


def references_in(*values: LazyI18nString | str | None) -> References:
    """Return what these texts refer to: 1 query for all pictures and 1 for all links.

    There is none for what they do not have.
    """
    texts = [str(value or "") for value in values]
    keys = {int(key) for text in texts for key in PICTURE.findall(text)}
    pictures = Picture.objects.in_bulk(keys) if keys else {}
    return References(pictures, public_targets(linked_keys(*texts)))


def parts_of(value: LazyI18nString | str | None, references: References) -> list[Part]:
    """Split a text at its pictures, and leave out those that are no longer in the library."""
    pieces = PICTURE.split(shown_links(str(value or ""), references.targets))
    parts = []
    for index, piece in enumerate(pieces):
        if index % 2:
            if picture := references.pictures.get(int(piece)):
                parts.append(Part(picture=picture))
        elif piece.strip():
            parts.append(Part(html=piece))
    return parts
