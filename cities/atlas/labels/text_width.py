"""Estimate how wide a text will be on the page."""

import unicodedata
from functools import cache
from importlib.metadata import files

from PIL import ImageFont

# Measured at this size, then scaled.
SIZE = 100
# A fallback font may be shown before or instead of the web font, and systems render differently.
MARGIN = 1.13
# The font has letters up to here (Latin, Greek, Cyrillic); others are estimated by script.
LAST_MEASURED = 0x52F
# Package, file and the axes as the file orders them; css/components/atlas.css sets the same.
FACES: dict[str, tuple[str, str, list[float]]] = {
    "home": ("fontpkg-source-serif-4", "SourceSerif4[opsz,wght].ttf", [40, 640]),
    "name": ("fontpkg-source-sans-3", "SourceSans3[wght].ttf", [650]),
    "detail": ("fontpkg-source-sans-3", "SourceSans3[wght].ttf", [400]),
}
WIDE_EM, RIGHT_TO_LEFT_EM, OTHER_EM = 1.05, 0.66, 0.8


def text_width(text: str, size: float, face: str) -> float:
    """Return how many pixels a line of text takes at most.

    Args:
        size: pixels an em.
        face: a key of `FACES`.
    """
    known = "".join(letter for letter in text if _is_measured(letter))
    unknown = sum(_estimated_em(letter) for letter in text if not _is_measured(letter))
    return (_font(face).getlength(known) / SIZE + unknown) * size * MARGIN


def _is_measured(letter: str) -> bool:
    return ord(letter) <= LAST_MEASURED or 0x2000 <= ord(letter) < 0x2070


def _estimated_em(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return WIDE_EM
    if unicodedata.bidirectional(letter) in ("R", "AL"):
        return RIGHT_TO_LEFT_EM
    return OTHER_EM


@cache
def _font(face: str) -> ImageFont.FreeTypeFont:
    package, name, axes = FACES[face]
    path = next(file for file in files(package) or () if file.name == name)
    font = ImageFont.truetype(str(path.locate()), SIZE)
    font.set_variation_by_axes(axes)
    return font
