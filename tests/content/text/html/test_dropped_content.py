"""What readers would miss is counted, and nothing else."""

import pytest

from content.text.html.dropped_content import DroppedKind, dropped_content
from tests.content.text.html.test_cleaning import FROM_WORD


@pytest.mark.parametrize(
    ("html", "dropped"),
    [
        ('<img src="a"><p><svg><path/></svg></p>', {"picture": 2}),
        # What is shown in place of a film is no picture of its own.
        ('<video><img src="a"></video><audio></audio>', {"video": 1, "sound": 1}),
        ("<object><embed></object><iframe></iframe>", {"embedded": 2}),
        ('<script src="https://x.example"></script><script>1</script>', {"embedded": 1}),
        ('<input type="hidden"><input><textarea>a</textarea>', {"form field": 2}),
        ("<tr><td>a</td><td>b</td></tr>", {"table": 1}),
        ("<table><tr><td>a</table><td>b", {"table": 1}),
        ("<![if !vml]><img src='file:///c:/a.png'><![endif]>", {"picture": 1}),
    ],
)
def test_what_readers_would_miss_is_counted(html, dropped):
    assert dropped_content(html) == dropped


@pytest.mark.parametrize(
    ("address", "is_refused"),
    [
        ("javascript:x", True),
        (" JavaScript:x", True),
        ("file:///C:/a.docx", True),
        ("tel:on request", True),
        ("#_Toc1", True),
        ("#_Toc2", False),
        ("/cities/", False),
        ("https://a.example/?b=1&amp;c=%22&quot;&lt;", False),
        ("mailto:a@example.org", False),
        ("tel:+44 (0)20 7946 0958", False),
    ],
)
def test_links_whose_address_is_refused_are_counted(address, is_refused):
    html = f'<p><a href="{address}">a</a></p><h2><a name="_Toc2"></a>b</h2>'

    assert dropped_content(html)[DroppedKind.LINK] == is_refused


@pytest.mark.parametrize(
    "html",
    [
        FROM_WORD,
        "",
        "a < b & c",
        '<figure data-picture="3"><img src="a"></figure>',
        '<a href="javascript:x"> </a><a name="a"></a>',
        '<img src="a" width="1" height="1"><p style="display: none"><img src="b"></p>',
        "<noscript><img></noscript><template><video></template><style>a</style><title>b</title>",
        "<![if !supportLists]><img src='bullet.png'><![endif]>a",
        "<!-- <img> --><div>a</div><table><tr><td>a<table><tr><td>b</table></table>",
        "<div>" * 100 + "a",
    ],
)
def test_nothing_else_is(html):
    assert not dropped_content(html)


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "scrap",
    [
        "<div><a href=x>",
        "<img>",
        "<a href='javascript:x'>y</a>",
        "<table><tr><td>",
        "&",
        "<",
        "<!--",
    ],
)
def test_counting_takes_no_long_time(scrap):
    dropped_content(scrap * (200_000 // len(scrap)))
