"""Text taken from documents, as the search stores it. Processes without Django import this."""

import re
import unicodedata

from content.text.invisible_characters import without_invisible

# Enough for any newsletter
MAX_CHARACTERS = 300_000
# PDFium writes U+0002 for a hyphen at the end of a line.
LINE_END = re.compile(r"\x02 ?(\w*)")
# Before these a hyphen stands for the rest of a word: "Ein- und Ausgabe".
CONJUNCTIONS = {"und", "oder", "bzw", "and", "or", "et", "ou", "en", "of"}
# The Latin ligatures of fonts; other compatibility characters, such as ², say something.
LIGATURES = re.compile("[\ufb00-\ufb06]")


def searchable(text: str) -> str:
    """Return `text` in one line, as people would type its words, at most `MAX_CHARACTERS` long."""
    text = " ".join(text[: 2 * MAX_CHARACTERS].split())
    text = LINE_END.sub(_joined, text)
    text = LIGATURES.sub(
        lambda found: unicodedata.normalize("NFKC", found[0]), without_invisible(text)
    )
    # What was between two blanks may be gone.
    return " ".join(unicodedata.normalize("NFC", text).split())[:MAX_CHARACTERS].strip()


def _joined(end: re.Match[str]) -> str:
    """Return what stands between two lines: before a small letter the hyphen only splits a word."""
    word = end[1]
    if word in CONJUNCTIONS:
        return f"- {word}"
    return word if word[:1].islower() else f"-{word}"
