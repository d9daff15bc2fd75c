"""Text as it is indexed, and as the words of a query are looked up in the index."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from content.text.transliteration import latin_spellings, unaccented

# Different words of one text that are also indexed in Latin letters
MAX_LATIN_WORDS = 2000
# Letters and digits of any script; underscores separate words, as in the databases' own parsers.
WORD = re.compile(r"[^\W_]+")
# Kana, Chinese characters and Hangul: no spaces show where a word ends, or endings hide it.
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
# “And”, “in”, “like”, “to” and the article, which Arabic writes as one word with the noun, as the
# stemmer light10 takes them off (Larkey, Ballesteros, Connell: Light Stemming, 2007).
_ARABIC_PREFIX = re.compile(r"(?<!\w)(?:[وفبك]?ال|و?لل|و)(?=[\u0621-\u064a]{3})")
# The forms of one letter at the end of a word, and the stroke that only stretches one
_ARABIC_LETTERS = str.maketrans({"ى": "ي", "ة": "ه", "ـ": ""})


def indexed_text(text: str) -> str:
    """Return `text` without accents, case and Arabic prefixes, and with CJK as pairs.

    Databases find whole words. A row of CJK characters therefore becomes its overlapping pairs and
    its last character, so that each of its characters begins a word.
    """
    plain = _plain(text)
    return CJK.sub(lambda row: f" {' '.join([*_pairs(row[0]), row[0][-1]])} ", plain)


def indexed_words(text: str) -> Iterator[str]:
    """Yield the words of `text` as they have to be looked up.

    Of a row of CJK characters its pairs are enough; a single character stands for itself.
    """
    for word in WORD.findall(CJK.sub(r" \g<0> ", _plain(text))):
        if CJK.match(word):
            yield from _pairs(word) or [word]
        else:
            yield word


def with_latin_words(text: str) -> str:
    """Return the indexed text, and behind it words of other scripts in Latin letters, each once.

    People type names so that their keyboard lacks.
    """
    if text.isascii():
        return indexed_text(text)
    letters = unicodedata.normalize("NFC", text)
    # Vowel signs of India are marks.
    words = "".join(c if unicodedata.category(c)[0] in "LM" else " " for c in letters).split()
    others = (word for word in dict.fromkeys(words) if not word.isascii())
    spelt = dict.fromkeys(spelling for word in others for spelling in latin_spellings(word))
    return " ".join([indexed_text(text), *islice(spelt, MAX_LATIN_WORDS)])


def _plain(text: str) -> str:
    plain = unaccented(text)
    if plain.isascii():
        return plain
    # Hangul comes apart when accents are taken off.
    plain = unicodedata.normalize("NFC", plain).translate(_ARABIC_LETTERS)
    return _ARABIC_PREFIX.sub("", plain)


def _pairs(row: str) -> list[str]:
    return [row[i : i + 2] for i in range(len(row) - 1)]
