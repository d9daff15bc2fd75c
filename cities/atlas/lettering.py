"""How wide words will be on the page, before a browser has seen them."""

import unicodedata
from functools import cache
from importlib.metadata import files

from PIL import ImageFont

# Measured at this size, then scaled.
SIZE = 100
# A stand-in may be shown before or instead of the web font, and letters differ between systems.
SLACK = 1.1
# The font holds letters up to here (Latin, Greek, Cyrillic); others are reckoned by script.
LAST_MEASURED = 0x52F
WIDE_EM, RIGHT_TO_LEFT_EM, OTHER_EM = 1.05, 0.66, 0.8


def width(text: str, size: float, weight: int = 400) -> float:
    """Pixels that a line of text takes at most, at `size` pixels a em."""
    known = "".join(letter for letter in text if _is_measured(letter))
    unknown = sum(_reckoned(letter) for letter in text if not _is_measured(letter))
    return (_font(weight).getlength(known) / SIZE + unknown) * size * SLACK


def _is_measured(letter: str) -> bool:
    return ord(letter) <= LAST_MEASURED or 0x2000 <= ord(letter) < 0x2070


def _reckoned(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return WIDE_EM
    if unicodedata.bidirectional(letter) in ("R", "AL"):
        return RIGHT_TO_LEFT_EM
    return OTHER_EM


@cache
def _font(weight: int) -> ImageFont.FreeTypeFont:
    path = next(f for f in files("fontpkg-source-sans-3") if f.name == "SourceSans3[wght].ttf")
    font = ImageFont.truetype(str(path.locate()), SIZE)
    font.set_variation_by_axes([weight])
    return font
