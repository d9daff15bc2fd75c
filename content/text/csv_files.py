"""CSV that no spreadsheet runs as formulas, whichever separator it takes the file to have."""

import csv
import re
from collections.abc import Iterable
from io import StringIO

# A spreadsheet whose separator is another one (; in German and French Excel) splits our cells, and
# at line breaks begins rows inside them. A cell that begins with one of the signs is a formula
# (OWASP, "CSV Injection"), also behind blanks and quotation marks; one that ends with a separator
# would let the next cell of the file begin there.
_SIGNS = "=+@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH COMMERCIAL AT}"
_SIGNS += "\N{SMALL PLUS SIGN}\N{SMALL EQUALS SIGN}\N{SMALL COMMERCIAL AT}\N{SMALL HYPHEN-MINUS}"
_SIGNS += "\N{FULLWIDTH HYPHEN-MINUS}\N{MINUS SIGN}-"
# Blanks, quotation marks, and what nobody sees
_SKIPPED = (
    '(?:[^\\S\n]|["\x01-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180b-\u180e\u200b-\u200f'
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f])*"
)
_FORMULA = re.compile(rf"\A(?={_SKIPPED}[{_SIGNS}])|(?<=[;,|\n])(?={_SKIPPED}(?:[{_SIGNS}]|\Z))")


def csv_file(rows: Iterable[Iterable[object]]) -> bytes:
    """Return CSV (RFC 4180) in UTF-8, with the byte-order mark by which Excel recognises that.

    Every field is quoted. Numbers stay numbers. In texts an apostrophe stands before everything
    that some spreadsheet could take for a formula; tabs are spaces, line breaks are "\\n".
    """
    text = StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    for row in rows:
        writer.writerow([cell if isinstance(cell, int | float) else _plain(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: object) -> str:
    """Return the text of a cell that is no formula."""
    text = "" if cell is None else str(cell).replace("\t", " ").replace("\0", "")
    return _FORMULA.sub("'", "\n".join(text.splitlines()).lstrip("\n"))
