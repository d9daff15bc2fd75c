"""The guide as it is written, divided into its sections."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nh3
from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.text import slugify
from markdown_it import MarkdownIt

FOLDER = Path(settings.BASE_DIR) / "docs"
# The language of the file without a language in its name
ORIGINAL = "en"
TAGS = {
    *("p", "ul", "ol", "li", "strong", "em", "code", "pre", "h3", "blockquote", "a", "br", "hr"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class GuideSection:
    """One section: `anchor` is made of its heading in the original, in every language."""

    anchor: str
    heading: str
    html: SafeString


@dataclass(frozen=True)
class Guide:
    """The guide in one language; what comes before the first section is its `introduction`."""

    language: str
    title: str
    introduction: SafeString
    sections: tuple[GuideSection, ...]


@cache
def guide_in(language: str) -> Guide:
    """Return the guide in a language, or the original if it is not translated."""
    code = language.split("-")[0]
    translated = FOLDER / f"officers.{code}.md"
    original = (FOLDER / "officers.md").read_text()
    is_translated = code != ORIGINAL and translated.is_file()
    text = translated.read_text() if is_translated else original
    before, *parts = _HEADING.split(text)
    title, _, introduction = before.strip().removeprefix("# ").partition("\n")
    headings, bodies = parts[::2], parts[1::2]
    # Sections of a translation stand in the order of the original.
    anchors = [slugify(heading) for heading in _HEADING.findall(original)]
    return Guide(
        code if is_translated else ORIGINAL,
        title,
        _html(introduction),
        tuple(
            GuideSection(anchor, heading, _html(body))
            for anchor, heading, body in zip(anchors, headings, bodies, strict=False)
        ),
    )


def _html(markdown: str) -> SafeString:
    """Return Markdown (CommonMark with tables) as HTML that is cleaned as all other HTML is."""
    html = MarkdownIt("commonmark").enable("table").render(markdown)
    cleaned = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        # Other files of the folder are not on the site.
        attribute_filter=lambda _tag, _name, value: value if value[0] in "#/" else None,
        link_rel=None,
    )
    # The text of a table's head belongs to its columns (WCAG 2.2, 1.3.1).
    return SafeString(cleaned.replace("<th>", '<th scope="col">'))
