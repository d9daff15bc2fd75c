"""Cleaning settles at once and loses no words, whatever tables, lists and links are in a text."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from content.search.snippets import plain_text
from content.text.html.cleaning import clean_html
from tests.content.text.html.test_cleaning import SCRAPS

WORD = st.sampled_from(["one", "two", "three", "&amp;", "é", "<b>bold</b>", "a<br>b"])
LINK = st.sampled_from(
    ['<a href="#x">link</a>', '<a name="x">name</a>', '<a href="/a?b=1&amp;c">link</a>']
    + ['<a href="javascript:x">none</a>', '<a href="tel:01865 252537">phone</a>']
    + ['<span lang="nl">woord</span>', "<span>bare</span>"]
)
LINE = st.lists(WORD | LINK, min_size=1, max_size=4).map(" ".join)


def inside(tag: str, content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return content.map(lambda text: f"<{tag}>{text}</{tag.split()[0]}>")


def several(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(content, min_size=1, max_size=3).map("".join)


def lists_and_tables(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    item = inside("li", content) | inside('li value="7"', content)
    term = inside("dt", LINE) | inside("dd", content)
    cell = inside("td", content) | inside("th", LINE) | inside('td colspan="2"', content)
    row = inside("tr", several(cell))
    return st.one_of(
        *(inside(tag, several(item)) for tag in ("ul", "ol", 'ol start="3" type="a"')),
        inside("dl", several(term)),
        *(inside(tag, several(row)) for tag in ("table", "table class=MsoTableGrid")),
        inside("table", inside("thead", row)),
        *(inside(tag, content) for tag in ("blockquote", "div", "section", "details")),
    )


BLOCK = st.one_of(
    *(inside(tag, LINE) for tag in ("p", 'p dir="rtl"', "h1", "h3", "h6", "address")),
    st.just('<figure data-picture="3"></figure>'),
    LINE,
)
TEXT = several(st.recursive(BLOCK, lists_and_tables, max_leaves=8))


@given(TEXT)
def test_cleaning_lists_and_tables_once_is_enough(html):
    once = clean_html(html)

    assert clean_html(once) == once


@given(TEXT)
def test_every_word_stays_where_it_was(html):
    words = re.sub(r"<[^>]+>", " ", re.sub(r"</?(?:a|b|span)\b[^>]*>", "", html))

    assert plain_text(clean_html(html)).split() == unescape(words).split()


@given(st.lists(SCRAPS, max_size=12).map("".join) | st.text())
def test_cleaning_scraps_once_is_enough(html):
    once = clean_html(html)

    assert clean_html(once) == once
