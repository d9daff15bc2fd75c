import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.text.html.cleaning import ATTRIBUTES, TAGS, clean_html

# As Word 2016 puts it on the clipboard.
FROM_WORD = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><title>Minutes</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-unhide:no; font-family:"Calibri",sans-serif;} --></style>
</head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='mso-margin-top-alt:auto'><a name="_Toc1"></a><span
lang=EN-GB>Bonn Week<o:p></o:p></span></h1>
<p class=MsoNormal style='margin-bottom:0cm'><b style='mso-bidi-font-weight:normal'><span
style='font-size:12.0pt;mso-ansi-language:EN-US'>Choirs</span></b> and <i>orchestras</i>
meet&nbsp;&nbsp; again.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst
style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span><![endif]>A concert<o:p></o:p></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'><td width=200 valign=top colspan=2 style='width:5cm'>
<p class=MsoNormal>Day</p></td></tr></table>
<!--EndFragment--></body></html>
"""


def test_what_word_copies_comes_out_clean():
    html = clean_html(FROM_WORD)

    assert "<h2>" in html
    assert "<strong>Choirs</strong> and <em>orchestras</em>\nmeet again.</p>" in html
    assert '<td colspan="2">' in html
    assert "<p>A concert</p>" in html
    for leftover in ("mso", "Mso", "o:p", "style", "class", "Calibri", "<!", "Normal", "Minutes"):
        assert leftover not in html
    assert "·" not in html
    assert "<p></p>" not in html
    assert "&nbsp;" not in html


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<script>alert(1)</script><p>a</p>", "<p>a</p>"),
        ('<p onclick="alert(1)">a</p>', "<p>a</p>"),
        ('<p style="color:red" class="x" id="y">a</p>', "<p>a</p>"),
        ('<img src="x" onerror="alert(1)">', ""),
        ("<svg><script>alert(1)</script></svg><p>a</p>", "<p>a</p>"),
        ('<iframe src="https://example.org"></iframe><p>a</p>', "<p>a</p>"),
        ('<form action="/x"><input name="a"><button>b</button></form>', "b"),
        ("<template><p>a</p></template>", ""),
        ("<math><mtext><style><img onerror=alert(1)></style></mtext></math>", ""),
        ("<p>{{ 7|add:7 }}</p>", "<p>{{ 7|add:7 }}</p>"),
    ],
)
def test_what_acts_is_dropped(dirty, clean):
    assert clean_html(dirty) == clean


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
def test_links_lead_nowhere_dangerous(address):
    assert "href" not in clean_html(f'<a href="{address}">a</a>')


@pytest.mark.parametrize(
    "address",
    ["/cities/", "https://example.org/a?b=1", "mailto:a@example.org", "tel:+441865", "#part"],
)
def test_links_that_lead_somewhere_stay(address):
    assert f'href="{address}"' in clean_html(f'<a href="{address}">a</a>')


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<h1>a</h1>", "<h2>a</h2>"),
        ('<H1 class="x">a</H1>', "<h2>a</h2>"),
        ("<h5>a</h5><h6>b</h6>", "<h4>a</h4><h4>b</h4>"),
        ("<b>a</b> <i>b</i>", "<strong>a</strong> <em>b</em>"),
        ("<div>a</div><div>b</div>", "<p>a</p><p>b</p>"),
    ],
)
def test_headings_and_emphasis_keep_their_meaning(dirty, clean):
    assert clean_html(dirty) == clean


def test_the_heads_of_a_table_stay_heads():
    table = (
        "<table><caption>Visits</caption><thead>"
        '<tr><th scope="col">Year</th><th scope="col" colspan="2">Where</th></tr></thead>'
        '<tbody><tr><th scope="row">1947</th><td>Bonn</td><td rowspan="2">x</td></tr>'
        "</tbody></table>"
    )

    assert clean_html(table) == table


def test_words_in_another_language_say_so():
    text = (
        '<p>They ate <span lang="nl">hutspot</span> and <span dir="rtl" lang="ar">خبز</span>.</p>'
    )

    assert clean_html(text) == text
    assert clean_html("<p><span>a <span>b</span></span></p>") == "<p>a b</p>"
    assert clean_html('<p><span lang="x y">a</span></p>') == "<p>a</p>"


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ('<figure data-picture="12"></figure>', '<figure data-picture="12"></figure>'),
        (
            '<figure data-picture="12"><img src="/x"><p>a</p></figure>',
            '<figure data-picture="12"></figure>',
        ),
        ('<figure data-picture="1; drop">a</figure>', "a"),
        (
            '<figure data-picture="1"><a>b<figure data-picture="2"></figure></a></figure><p>a</p>',
            '<figure data-picture="1"></figure><p>a</p>',
        ),
        ("<figure><table></table></figure>", "<table></table>"),
        (
            '<p>a<figure data-picture="3"></figure>b</p>',
            '<p>a</p><figure data-picture="3"></figure>b',
        ),
        ('<p data-picture="3">a</p>', "<p>a</p>"),
    ],
)
def test_a_figure_is_a_picture_of_the_library_or_nothing(dirty, clean):
    assert clean_html(dirty) == clean


INLINE = st.recursive(
    st.sampled_from(["a", " ", "&nbsp;", "&lt;", "<br>", "é"]),
    lambda inner: st.tuples(
        st.sampled_from(["strong", "em", "b", "i", "span", 'span lang="nl"', "font", "o:p"]),
        st.lists(inner, max_size=3).map("".join),
    ).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"),
    max_leaves=5,
)
BLOCK = st.tuples(
    st.sampled_from(["p", "h1", "h2", "h6", "div", "blockquote", "figure", 'p class="x"']),
    st.lists(INLINE, max_size=3).map("".join),
).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>")


@given(st.lists(BLOCK, max_size=4).map("".join))
def test_cleaning_what_is_clean_changes_nothing(html):
    once = clean_html(html)

    assert clean_html(once) == once


SCRAPS = st.sampled_from(
    [f"<{slash}{tag}>" for tag in sorted(TAGS | {"div", "svg", "style"}) for slash in ("", "/")]
    + ['<figure data-picture="1">', '<span lang="nl">', '<a href="/a" title="</span></figure>">']
    + ["&nbsp;", " ", "a", "<", "&", "<!--", "<![if !supportLists]>"]
)


@given(st.lists(SCRAPS, max_size=12).map("".join) | st.text())
def test_no_scrap_of_html_breaks_the_cleaning(html):
    tags = set(re.findall(r"<([a-z0-9]+)", clean_html(html)))

    assert tags <= TAGS


def test_every_attribute_belongs_to_an_allowed_element():
    assert ATTRIBUTES.keys() <= TAGS
