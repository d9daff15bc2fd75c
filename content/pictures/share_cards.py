"""Pictures that other sites show where people share a page (https://ogp.me).

The address holds, signed, all that is drawn. So every page has one, none is stored, nobody can
have others drawn, and a changed title has another address.
"""

import io
from dataclasses import astuple, dataclass
from functools import cache

from django.core import signing
from django.core.files.storage import default_storage
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont, ImageOps

from content.contrast import readable_on
from content.text.fonts import font_source

SIZE = WIDTH, HEIGHT = 1200, 630
TITLE_HEIGHT = 236  # of the area under the picture, with the title
MARGIN = 56
ACCENT = "#f2a81d"
SALT = "share-card"
ENGLISH_MARK = "Example"
# Left and right end and height of the arc in px: over a picture, and in its place.
SMALL_ARC = WIDTH - 280, WIDTH - MARGIN - 24, 72
LARGE_ARC = 300, 900, 230
# Sizes of the title in pixels, tried from the largest on
TITLE_SIZES, MAX_TITLE_LINES = (76, 64, 54, 46), 2


@dataclass(frozen=True)
class ShareCard:
    """The parts of a share card.

    `file` names a picture in storage or is empty; `focus` is in per cent; `mark` says that
    something is an example.
    """

    title: str
    overline: str
    color: str
    file: str = ""
    focus: tuple[int, int] = (50, 50)
    accent: str = ACCENT
    mark: str = ""

    def token(self) -> str:
        """Return the signed text from which `from_token` reads the card."""
        return _signer().sign_object(astuple(self), compress=True)

    @classmethod
    def from_token(cls, token: str) -> "ShareCard":
        """Read a token.

        Raises:
            django.core.signing.BadSignature: if it is not one of ours.
        """
        # Addresses from before cards had a second colour or a mark are shared for ever.
        title, overline, color, file, (x, y), *later = _signer().unsign_object(token)
        return cls(title, overline, color, file, (x, y), *later)


def _signer() -> signing.Signer:
    """Return a signer without timestamp, so that the same card always has the same address."""
    return signing.Signer(salt=SALT)


def draw(card: ShareCard) -> bytes:
    """Return the card as a JPEG of 1200 by 630 pixels."""
    image = Image.new("RGB", SIZE, card.color)
    ground = HEIGHT - TITLE_HEIGHT
    if card.file:
        with default_storage.open(card.file) as file, Image.open(file) as picture:
            centre = card.focus[0] / 100, card.focus[1] / 100
            fitted = ImageOps.fit(picture.convert("RGB"), (WIDTH, ground), centering=centre)
        image.paste(fitted)
    pen = ImageDraw.Draw(image)
    _draw_link_arc(pen, card.accent, ground, *(SMALL_ARC if card.file else LARGE_ARC))
    ink = readable_on(card.color)
    _draw_text(pen, card, ground, ink)
    if card.mark:
        _draw_mark(pen, card.mark)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()


def _draw_link_arc(
    pen: ImageDraw.ImageDraw, accent: str, ground: int, left: int, right: int, rise: int
) -> None:
    pen.arc((left, ground - rise, right, ground + rise), 180, 360, fill=accent, width=9)
    for x, color in ((left, "#ffffff"), (right, "#c8452d")):
        pen.ellipse((x - 19, ground - 19, x + 19, ground + 19), fill=color)


def _draw_text(pen: ImageDraw.ImageDraw, card: ShareCard, ground: int, ink: str) -> None:
    if _has_glyphs("sans", card.overline):
        pen.text((MARGIN, ground + 28), card.overline, font=_font("sans", 32, 600), fill=ink)
    if not _has_glyphs("serif", card.title):
        # Better no title than boxes in place of letters; the alternative text has it.
        return
    for size in TITLE_SIZES:
        font = _font("serif", size, 700)
        lines = _wrapped(card.title, font)
        if len(lines) <= MAX_TITLE_LINES and size * len(lines) <= 2 * TITLE_SIZES[-2]:
            break
    if len(lines) > MAX_TITLE_LINES:
        lines = [*lines[: MAX_TITLE_LINES - 1], f"{lines[MAX_TITLE_LINES - 1]} …"]
    text = "\n".join(lines)
    pen.multiline_text((MARGIN, ground + 78), text, font=font, fill=ink, spacing=6)


def _draw_mark(pen: ImageDraw.ImageDraw, mark: str) -> None:
    """Write the mark on white in the upper corner; English stands in for letters it cannot draw."""
    words = mark if _has_glyphs("sans", mark) else ENGLISH_MARK
    font = _font("sans", 34, 600)
    left, top, right, bottom = pen.textbbox((MARGIN, MARGIN), words, font=font)
    box = left - 20, top - 16, right + 20, bottom + 16
    pen.rectangle(box, fill="#ffffff", outline="#1c1c1c", width=3)
    pen.text((MARGIN, MARGIN), words, font=font, fill="#1c1c1c")


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _font(face: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(font_source(face), size)
    values = {b"Weight": weight, b"Optical Size": min(size, 60)}
    font.set_variation_by_axes(
        [
            values.get(axis["name"] or b"", axis["default"] or 0)
            for axis in font.get_variation_axes()
        ]
    )
    return font


@cache
def _characters(face: str) -> frozenset[int]:
    with TTFont(font_source(face), lazy=True) as font:
        return frozenset(font.getBestCmap())


def _has_glyphs(face: str, text: str) -> bool:
    return {ord(character) for character in text if not character.isspace()} <= _characters(face)
