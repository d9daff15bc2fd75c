"""What rich text from elsewhere means stays, in the elements that are allowed."""

import re

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from content.search.snippets import plain_text
from content.text.fields import MAX_RICH_TEXT
from content.text.html.cleaning import clean_html
from twinning_site.pages.models import Page

TABLE = (
    "<table><tr><td><p>Year</p></td><td>City</td></tr><tr><td>1947</td><td>Bonn</td></tr></table>"
)


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<dl><dt>Term</dt><dd>Def</dd></dl>",) * 2,
        ("<address>Town Hall</address>Oxford", "<p>Town Hall</p>Oxford"),
        ("<details><summary>When?</summary>On Monday</details>", "<p>When?</p><p>On Monday</p>"),
        ("<pre>one</pre><pre>two</pre>", "<p>one</p><p>two</p>"),
        ("<div>one<div>two</div>three</div>", "<p>one</p><p>two</p><p>three</p>"),
        ('<div lang="fr">un <b>deux</b></div>', '<p lang="fr">un <strong>deux</strong></p>'),
        ("<h2><div>one</div><div>two</div></h2>", "<h2>one two </h2>"),
        ("<h2>one<a><h3>two</h3></a></h2>", "<h2>one two </h2>"),
        ("<menu><li>one</li></menu>", "<ul><li>one</li></ul>"),
        ("<p>a<em> </em>b</p>", "<p>a b</p>"),
        ("<dl><div><dt>Term</dt><dd>Def</dd></div></dl>", "<dl><dt>Term</dt><dd>Def</dd></dl>"),
    ],
)
def test_blocks_are_kept_or_become_paragraphs(html, clean):
    assert clean_html(html) == clean


@pytest.mark.parametrize(
    "html",
    [
        '<ol type="a"><li>one</li></ol>',
        '<ol start="3"><li>three</li></ol>',
        '<ol start="-2" type="I"><li>one</li></ol>',
        '<ol reversed=""><li value="5">five</li><li>four</li></ol>',
    ],
)
def test_numbers_of_lists_stay(html):
    assert clean_html(html) == html


@pytest.mark.parametrize("attribute", ['type="disc"', 'start="x"', 'value="1e9"', 'type="aa"'])
def test_other_numbers_do_not(attribute):
    assert clean_html(f"<ol {attribute}><li {attribute}>a</li></ol>") == "<ol><li>a</li></ol>"


def targets(html: str) -> tuple[list[str], list[str]]:
    return re.findall(r'href="#([^"]+)"', html), re.findall(r' id="([^"]+)"', html)


@pytest.mark.parametrize(
    "target",
    [
        '<h2><a name="_Toc1"></a>Choirs</h2>',
        '<h2><a name="_Toc1">Choirs</a></h2>',
        '<a id="_Toc1"></a><h2>Choirs</h2>',
        '<p><a name="_Toc1"></a></p><h2>Choirs</h2>',
        '<h2 id="_Toc1">Choirs</h2>',
        '<h2><a name="_Ref2"></a><a name="_Toc1"></a>Choirs</h2><a href="#_Ref2">x</a>',
        '<div id="_Toc1">Choirs</div>',
    ],
)
def test_link_inside_the_text_leads_to_its_part(target):
    html = clean_html(f'<p><a href="#_Toc1">Choirs</a></p>{target}')

    links, ids = targets(html)
    assert set(links) == set(ids)
    assert len(ids) == 1
    assert "name=" not in html
    assert "></a>" not in html


def test_id_that_no_link_needs_is_dropped():
    assert clean_html('<h2 id="x">a</h2><p name="y">b</p>') == "<h2>a</h2><p>b</p>"


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ('<p><a href="#_Toc1">Choirs</a> 3</p>', "<p>Choirs 3</p>"),
        ('<p>a<a href="https://example.org"></a>b</p>', "<p>ab</p>"),
        ('<p>a <a href="/x"> </a>b</p>', "<p>a b</p>"),
        ('<p><a href="javascript:x">a</a></p>', "<p>a</p>"),
        ('<p><a href="tel:on request">a</a></p>', "<p>a</p>"),
    ],
)
def test_link_that_leads_nowhere_or_has_no_words_is_none(html, clean):
    assert clean_html(html) == clean


def test_phone_link_dials():
    assert 'href="tel:+442079460958"' in clean_html('<a href="tel:+44 (0)20 7946 0958">a</a>')


def test_first_row_of_a_table_from_word_is_its_head():
    html = clean_html(TABLE.replace("<table>", "<table class=MsoTableGrid>"))

    assert html == (
        '<table><thead><tr><th scope="col"><p>Year</p></th><th scope="col">City</th></tr></thead>'
        "<tbody><tr><td>1947</td><td>Bonn</td></tr></tbody></table>"
    )


@pytest.mark.parametrize(
    "html",
    [
        TABLE,
        TABLE.replace("<td>City", "<th>City").replace("<table>", "<table class=MsoNormal>"),
        "<table class=MsoTableGrid><tr><td>only row</td></tr></table>",
        TABLE.replace("<td>City", "<td colspan=2>City").replace("<table>", "<table class=Mso>"),
    ],
)
def test_other_tables_stay_as_they_are(html):
    assert "<thead>" not in clean_html(html)


WORDS = st.sampled_from(
    [" w ", "v", "&nbsp;", "&shy;", "<br>", '<a name="x"></a>', '<a href="#x">w</a>']
    + ['<a href="#_y"></a>', "<em> </em>", '<a id="_y">v</a>', "<img>", "<x-y>w</x-y>"]
)
BLOCKS = st.recursive(
    st.lists(WORDS, max_size=4).map("".join),
    lambda inner: st.tuples(
        st.sampled_from(["address", "details", "div", "section", 'div id="x"', 'div lang="nl"']),
        st.lists(inner, max_size=3).map("".join),
    ).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"),
    max_leaves=6,
)


@given(st.lists(BLOCKS, max_size=4).map("".join))
def test_cleaning_once_is_enough(html):
    once = clean_html(html)

    assert clean_html(once) == once


@pytest.mark.parametrize(
    "tag",
    ["address", "article", "button", "dd", "details", "div", "dt", "figcaption", "form", "h1", "li"]
    + ["option", "p", "pre", "section", "summary", "td", "x-card"],
)
def test_words_of_neighbours_stay_apart_on_the_page_and_in_the_search(tag):
    text = plain_text(clean_html(f"<{tag}>one</{tag}><{tag}>two</{tag}>three<{tag}>four</{tag}>"))

    assert sorted(text.split()) == ["four", "one", "three", "two"]


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "html",
    [
        "<![if !supportLists]>" * 50_000,
        "<em>" * 22_000,
        "<div>" * 100_000,
        "<h2><span>" * 50_000,
        "<ul><li>" * 60_000,
        '<a name="x"></a><a href="#x">y</a>' * 15_000,
        f"<p {' '.join(f'a{number}=1' for number in range(100_000))}>",
        "&" * 2_000_000,
        "\xa0" * 2_000_000,
        '<a href="/?' + "\xa0" * 2_000_000 + '">a</a>',
    ],
    ids=[
        "word",
        "em",
        "div",
        "h2",
        "ul",
        "a",
        "attributes",
        "ampersands",
        "spaces",
        "address",
    ],
)
def test_a_hostile_text_takes_no_long_time(html):
    clean_html(html)


@pytest.mark.parametrize("scrap", ["&", "&amp;", "a&nbsp;b", "&copy;", "&lt;i&gt;", "x & y < "])
@pytest.mark.parametrize("number", [99, 100, 101, 1000])
def test_many_ampersands_stay_what_they_are(scrap, number):
    address = f'<a href="/?a=1{"&amp;b=2" * 150}">a</a>'
    one = clean_html(f"<p>{scrap}</p>").removeprefix("<p>").removesuffix("</p>")

    html = clean_html(f"<p>{scrap * number}{address}</p>")

    assert plain_text(html) == plain_text(f"<p>{one * number}{address}</p>")
    assert "/?a=1" + "&amp;b=2" * 150 in html
    assert clean_html(html) == html


def test_a_text_that_nobody_wrote_by_hand_is_refused():
    page = Page(title="a", slug="a", body="<p>" + "a" * MAX_RICH_TEXT)

    with pytest.raises(ValidationError) as refused:
        page.full_clean(validate_unique=False, validate_constraints=False)

    assert "body" in refused.value.message_dict
