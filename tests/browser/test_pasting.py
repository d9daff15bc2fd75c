"""What officers paste into the editor, from Word and elsewhere."""

import pytest
from django.urls import reverse

from tests.browser.officers_window import paste, save, text_in
from tests.factories.city import CityFactory

FROM_WORD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>'
    "<meta name=Generator content='Microsoft Word 15'>"
    "<style><!-- p.MsoNormal {mso-style-unhide:no} --></style></head><body lang=EN-GB>"
    "<!--StartFragment--><h1 style='mso-margin-top-alt:auto'>Bonn Week<o:p></o:p></h1>"
    "<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Choirs</b> "
    "<span style='font-size:12.0pt;color:red'>meet</span>.<o:p></o:p></p>"
    "<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>"
    "<![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span "
    "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>"
    "A concert<o:p></o:p></p>"
    "<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>"
    "<![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span "
    "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>"
    "A walk<o:p></o:p></p><!--EndFragment--></body></html>"
)


WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head>"
    "<meta name=Generator content='Microsoft Word 15'></head><body>"
    "<!--StartFragment-->{}<!--EndFragment--></body></html>"
)
WORD_CELL = "<td width=301 valign=top style='width:8cm'><p class=MsoNormal>{}<o:p></o:p></p></td>"


def word_table(*rows: tuple[str, ...]) -> str:
    lines = "".join(
        f"<tr style='mso-yfti-irow:{number}'>{''.join(map(WORD_CELL.format, row))}</tr>"
        for number, row in enumerate(rows)
    )
    table = "<table class=MsoTableGrid border=1 style='mso-yfti-tbllook:1184'>"
    return WORD.format(f"{table}{lines}</table>")


def table(*rows: str) -> str:
    """A table as web pages have it: a row is its cells with a bar between."""
    lines = [f"<tr><td>{row.replace('|', '</td><td>')}</td></tr>" for row in rows]
    return f"<table><tbody>{''.join(lines)}</tbody></table>"


@pytest.fixture
def city(officer_page):
    """A city whose form is open, with the cursor in its text."""
    city = CityFactory()
    officer_page.goto(reverse("admin:cities_city_change", args=[city.pk]))
    text_in(officer_page).click()
    return city


def stored(page, city) -> str:
    save(page)
    city.refresh_from_db()
    return "".join(line.strip() for line in str(city.body).splitlines())


HEAD = '<tr><th scope="col">Year</th><th scope="col">City</th></tr>'
BODY = "<tbody><tr><td>1947</td><td>Bonn</td></tr></tbody>"


def test_text_from_word_comes_out_clean(officer_page, city):
    paste(officer_page, FROM_WORD)
    text_in(officer_page).locator("li").nth(1).wait_for()

    assert stored(officer_page, city) == (
        "<h2>Bonn Week</h2><p><strong>Choirs</strong> meet.</p>"
        "<ul><li>A concert</li><li>A walk</li></ul>"
    )


@pytest.mark.parametrize(
    "html",
    [
        word_table(("Year", "City"), ("1947", "Bonn")),
        word_table(("<b>Year</b>", "City"), ("<b>1947</b>", "Bonn")),
        table("<b>Year</b>|<strong>City</strong>", "1947|Bonn"),
        table("Year|City", "1947|Bonn").replace("<td>Y", "<td style='font-weight:700'>Y")
        .replace("<td>C", "<td style='font-weight:bold'>C"),
    ],
    ids=["Word", "Word, bold", "web page", "spreadsheet"],
)  # fmt: skip
def test_the_first_row_of_a_pasted_table_is_its_head(officer_page, city, html):
    paste(officer_page, html)
    text_in(officer_page).locator("th").nth(1).wait_for()

    html = stored(officer_page, city)
    for mark in ("<p>", "</p>", "<strong>", "</strong>"):
        html = html.replace(mark, "")
    assert html == f"<table><thead>{HEAD}</thead>{BODY}</table>"


@pytest.mark.parametrize(
    "html",
    [
        table("Year|City", "1947|Bonn"),
        table("<b>Year</b>|City", "1947|Bonn"),
        table("<b>Year</b>|<b>City</b>", "<b>1947</b>|<b>Bonn</b>"),
        table("<b>Year</b>|<b>City</b>"),
        table("<b>Year</b>|<b>City</b>", "1947|Bonn").replace("<td><b>Y", "<td colspan=2><b>Y"),
    ],
)
def test_other_first_rows_are_none(officer_page, city, html):
    paste(officer_page, html)
    text_in(officer_page).locator("td").first.wait_for()

    assert "<th" not in stored(officer_page, city)


def test_the_officer_chooses_the_head_of_a_table(officer_page, city):
    for choice, expected in (("row", f"<thead>{HEAD}</thead>{BODY}"), ("", "<td>Year</td>")):
        if choice:
            paste(officer_page, table("Year|City", "1947|Bonn"))
        text_in(officer_page).get_by_text("Bonn").click(button="right")
        menu = officer_page.frame_locator("iframe.cke_panel_frame").last
        menu.get_by_role("menuitem", name="Table Properties").click()
        dialog = officer_page.get_by_role("dialog", name="Table Properties")
        dialog.get_by_label("Headers").select_option(choice)
        dialog.get_by_role("button", name="OK").click()

        html = stored(officer_page, city)
        assert expected in html
        officer_page.goto(reverse("admin:cities_city_change", args=[city.pk]))

    assert "<th" not in html


def test_the_officer_is_told_what_cannot_be_pasted(officer_page, city):
    page = officer_page
    paste(page, "<h1>a</h1><img src='data:,x'><img src='data:,y'><video></video><input>")
    notice = page.get_by_role("alert").filter(has_text="Left out")
    notice.wait_for()

    assert notice.inner_text().splitlines()[0] == (
        "Left out of what you have pasted: Pictures: 2. Videos, sound and embedded pages: 1. "
        "Form fields: 1. Put pictures of the library in with the picture button."
    )
    assert stored(page, city) == "<h2>a</h2>"


def test_nothing_is_told_of_what_can(officer_page, city):
    page = officer_page
    paste(page, "<p style='color:red'>a<img src='data:,x' width=1></p><h5>b</h5><!-- <img> -->")
    text_in(page).locator("h4").wait_for()

    assert page.locator(".cke_notification").count() == 0
    assert stored(page, city) == "<p>a</p><h4>b</h4>"
