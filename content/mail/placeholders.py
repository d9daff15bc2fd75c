"""Fill in what stands in braces, by its name alone.

A text may come from anybody who may write letters, and a value from anybody at all. So a
placeholder is looked up in a table and nothing else: no attributes, no formats, no second look at
what was filled in.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.html import escape, format_html, linebreaks
from django.utils.safestring import SafeString

PLACEHOLDER = re.compile(r"\{(\w+)\}")
# With a paragraph of its own, or without
_IN_HTML = re.compile(r"<p>\{(\w+)\}</p>|\{(\w+)\}")
# What stands in a brace, as far as it goes, for a message that names it
_BRACE = re.compile(r"\{[^{}\n]{0,60}\}?|\}")


@dataclass(frozen=True)
class Filled:
    """What is filled in, in the text of an e-mail and in its HTML.

    `is_block`: whether the HTML is one of paragraphs, tables and the like.
    """

    text: str
    html: SafeString
    is_block: bool = False

    @classmethod
    def line(cls, words: object) -> "Filled":
        """Return words that anybody may have typed."""
        return cls(str(words), escape(words))

    @classmethod
    def link(cls, address: str) -> "Filled":
        return cls(address, format_html('<a href="{}">{}</a>', address, address))

    @classmethod
    def paragraphs(cls, words: str) -> "Filled":
        """Return several lines that anybody may have typed, set off from the letter's own."""
        escaped = linebreaks(words, autoescape=True)
        return cls(words, SafeString(f"<blockquote>{escaped}</blockquote>"), is_block=True)


def filled_in(text: str, values: Mapping[str, Filled]) -> str:
    """Return a text with its values; a placeholder without one stays as it is."""
    return PLACEHOLDER.sub(
        lambda found: values[found[1]].text if found[1] in values else found[0], text
    )


def filled_in_html(text: str, values: Mapping[str, Filled]) -> SafeString:
    """Return a plain text as paragraphs of HTML, with its values."""

    def value(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        if name not in values:
            return found[0]
        is_paragraph = found[1] and not values[name].is_block
        return f"<p>{values[name].html}</p>" if is_paragraph else values[name].html

    # Both what surrounds the values and the values are escaped by now.
    return SafeString(_IN_HTML.sub(value, linebreaks(text, autoescape=True)))


def unknown_in(text: str, known: Mapping[str, object]) -> Iterator[str]:
    """Yield each brace that is not around a name in `known`, with what stands in it."""
    rest = PLACEHOLDER.sub(lambda found: "" if found[1] in known else found[0], text)
    yield from dict.fromkeys(_BRACE.findall(rest))
