"""Drop the characters that nobody sees and nobody means, wherever a text comes in.

They are pasted along from Word, web pages, PDFs and address books. A soft hyphen or a zero-width
space in a word keeps it from being found; control characters break feeds (XML 1.0, 2.2) and
calendars (RFC 5545, 3.1); marks of direction disguise what follows (Unicode TR 36, 2.5).

What a script needs stays: joiners in Persian, Arabic and the scripts of India and South-East
Asia, and in emoji; the one variation selector after a picture or an ideograph; the marks of
direction in a text with right-to-left letters.
"""

import re

# Ends of lines and pages; Word and PowerPoint write U+000B for a line break in a paragraph.
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# England, Scotland, Wales: a black flag, the letters of the country as tags, a tag that ends them
_TAGGED_FLAG = "\U0001f3f4[\U000e0030-\U000e007a]{2,6}\U000e007f"
# Two of the codes of each plane are no characters for ever (Unicode, 23.7).
_ENDS_OF_PLANES = "".join(chr(plane + last) for plane in range(2**16, 2**20 + 1, 2**16)
                          for last in (0xFFFE, 0xFFFF))  # fmt: skip
_NEVER_MEANT = re.compile(
    f"({_TAGGED_FLAG})|["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls
    "\xad\u034f\u200b\u2060-\u2065\ufeff"  # soft hyphen, zero-width spaces, word joiner
    "\u17b4\u17b5"  # vowels of Khmer that nobody writes
    "\u202a-\u202e\u2066-\u206f"  # embeddings and overrides of direction
    "\u3164\uffa0"  # Hangul fillers
    "\ufff0-\ufffc\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"  # placeholders, no characters
    f"{_ENDS_OF_PLANES}"
    "\U0001bca0-\U0001bca3"  # joints of shorthand
    "\U0001d173-\U0001d17a"  # beams and slurs of music
    "\U000e0000-\U000e007f"  # tags
    "]"
)
# Letters that join their neighbours, or form clusters with them: from Arabic to Khmer
_JOINING = (
    "\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\uabff\ufb50-\ufdcf\ufdf0-\ufdff"
    "\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
_PICTURE = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
_IDEOGRAPH = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ONLY_IN_PLACE = re.compile(
    # Joiners, but not beside joining letters, or between the parts of an emoji
    rf"(?<![{_JOINING}])\u200c(?![{_JOINING}])"
    rf"|(?<![{_JOINING}{_PICTURE}])(?<![{_PICTURE}]\ufe0f)\u200d(?![{_JOINING}])"
    rf"|(?<=[{_PICTURE}\ufe0f])\u200d(?![{_JOINING}{_PICTURE}])"
    # Hangul fillers, but beside parts of syllables
    r"|(?<![\u1100-\u11ff])[\u115f\u1160](?![\u1100-\u11ff])"
    # Variation selectors, but not after what they vary
    rf"|(?<![0-9#*{_PICTURE}{_IDEOGRAPH}])[\ufe00-\ufe0f]"
    rf"|(?<![{_IDEOGRAPH}])[\U000e0100-\U000e01ef]"
)
# The vowel separator and selectors of variants, but not after a Mongolian letter
_SEPARATOR = re.compile("(?<![\u1820-\u18aa])[\u180b-\u180f]")
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u061c]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)


def without_invisible(text: str, *, line_end: str = "\n") -> str:
    """Return `text` without the characters that nobody sees and no script needs.

    Tabs and line feeds stay; what else ends a line or a page becomes `line_end`, so that no two
    words become one. Doing it twice changes nothing more.
    """
    text = _NEVER_MEANT.sub(r"\1", _LINE_ENDS.sub(line_end, text))
    if text.isascii():
        return text
    if not _RIGHT_TO_LEFT.search(text):
        text = _DIRECTION_MARKS.sub("", text)
    # First, as it stands among the letters beside which joiners stay.
    return _ONLY_IN_PLACE.sub("", _SEPARATOR.sub("", text))
