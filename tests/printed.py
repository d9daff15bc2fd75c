"""What is printed on a sheet of a PDF: where its texts stand, and its QR code as phones see it."""

from itertools import combinations

import segno
from pypdfium2 import PdfPage

Box = tuple[float, float, float, float]


def text_boxes(sheet: PdfPage) -> list[Box]:
    """Left, bottom, right and top of each piece of a line, in points."""
    words = sheet.get_textpage()
    return [words.get_rect(number) for number in range(words.count_rects())]


def outside(sheet: PdfPage) -> list[Box]:
    """Texts that do not stand wholly on the sheet."""
    width, height = sheet.get_size()
    return [
        box
        for box in text_boxes(sheet)
        if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height
    ]


def overlaps(sheet: PdfPage) -> list[tuple[Box, Box]]:
    """Pairs of texts that stand one over the other; letters may touch by two points."""
    return [
        (one, other)
        for one, other in combinations(text_boxes(sheet), 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > 2
        and min(one[3], other[3]) - max(one[1], other[1]) > 2
    ]


def shows_qr_code(sheet: PdfPage, url: str) -> bool:
    """Whether every module of the QR code of `url` can be read from the picture of the sheet.

    The code is all that is printed in pure black.
    """
    picture = sheet.render(scale=2).to_pil().convert("L")
    black = picture.point(lambda grey: 255 if grey < 8 else 0)
    box = black.getbbox()
    rows = [list(row) for row in segno.make(url, error="m", micro=False).matrix]
    if box is None:
        return False
    left, top, right, bottom = box
    step = (right - left) / len(rows)
    if abs((bottom - top) / len(rows) - step) > 0.2:
        return False
    seen = [
        [
            int(picture.getpixel((left + int((x + 0.5) * step), top + int((y + 0.5) * step))) < 128)
            for x in range(len(rows))
        ]
        for y in range(len(rows))
    ]
    return seen == rows
