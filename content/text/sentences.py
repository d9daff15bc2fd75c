"""The sentences of a text."""

import re
from collections.abc import Iterator
from html import unescape

from django.utils.html import strip_tags

# Characters of one text that are looked at
MAX_TEXT = 200_000
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|t[dh]|d[dt]|caption|figcaption|blockquote)>|<br ?/?>")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s|\n")


def sentences(html: str) -> Iterator[str]:
    """Yield the sentences of a text or of cleaned HTML, without tags; a block ends a sentence."""
    text = unescape(strip_tags(_BLOCK_END.sub("\n", html[:MAX_TEXT])))
    for sentence in _SENTENCE_END.split(text):
        if sentence := " ".join(sentence.split()):
            yield sentence
