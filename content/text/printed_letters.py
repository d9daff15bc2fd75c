"""Which fonts a text needs in print, and which letters none of ours has.

PDFs carry the letters that they show (WeasyPrint takes only those along); pages on the web take
the fonts of the reader's device. All fonts are installed packages.
"""

import io
import unicodedata
from functools import cache

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from content.text.fonts import font_source, installed_file

# What the faces of the site's own lack, by name: the package, and its files of both weights
FURTHER = {
    "arabic": (
        "fontpkg-ibm-plex-sans-arabic",
        {400: "IBMPlexSansArabic-Regular.ttf", 700: "IBMPlexSansArabic-Bold.ttf"},
    ),
    "hebrew": ("fontpkg-heebo", dict.fromkeys((400, 700), "Heebo[wght].ttf")),
    "devanagari": (
        "fontpkg-noto-sans-devanagari",
        dict.fromkeys((400, 700), "NotoSansDevanagari[wdth,wght].ttf"),
    ),
    "thai": ("fontpkg-noto-sans-thai", dict.fromkeys((400, 700), "NotoSansThai[wdth,wght].ttf")),
}
WEIGHTS = (400, 700)


@cache
def printed_font(name: str) -> bytes:
    """Return the whole font of a face of the site's own, or one of `FURTHER`: `thai-700`.

    Those are made without axes, which takes a second: with one of widths, PDFs tell wrong ones.

    Raises:
        ValueError: there is none of that name.
    """
    face, _hyphen, weight = name.partition("-")
    if face not in FURTHER:
        return font_source(name).read_bytes()
    package, files = FURTHER[face]
    font = TTFont(installed_file(package, files[int(weight)]))
    if "fvar" in font:
        usual = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        font = instantiateVariableFont(font, usual | {"wght": int(weight)})
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def further_faces(text: str) -> list[str]:
    """Return the names of the fonts that a text needs beside the site's own."""
    letters = _foreign(text)
    return [name for name in FURTHER if not letters.isdisjoint(_characters(name))]


def missing_letters(text: str) -> str:
    """Return the letters and figures that no font of a PDF has, each once, in their order."""
    letters = _foreign(text)
    known = frozenset().union(*map(_characters, further_faces(text)))
    wanted = [one for one in dict.fromkeys(text) if ord(one) in letters and ord(one) not in known]
    return "".join(one for one in wanted if unicodedata.category(one)[0] in "LN")


def _foreign(text: str) -> set[int]:
    """Return the characters that the sans, which stands in for the serif, does not have."""
    return {ord(letter) for letter in set(text) if ord(letter) > 0x24F} - _characters("sans")


@cache
def _characters(name: str) -> frozenset[int]:
    if name in FURTHER:
        package, files = FURTHER[name]
        path = installed_file(package, files[400])
    else:
        path = font_source(name)
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
