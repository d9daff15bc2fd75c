"""PDFs have the letters of every script that they print, whatever is installed on the machine."""

import io

import page
import pytest
from pypdf import PdfReader

from content.pdf.rendering import make_pdf
from content.text.printed_letters import further_faces, missing_letters

WORDS = {
    "ar": ("السلام عليكم", "Arabic"),
    "he": ("שלום", "Hebrew"),
    "hi": ("नमस्ते", "Devanagari"),
    "th": ("สวัสดี", "Thai"),
    "ru": ("Привет", None),
    "el": ("Γειά", None),
    "vi": ("Xin chào thế giới", None),
}
HTML = (
    '<!DOCTYPE html><html lang="{language}"><head><title>{words}</title>'
    '<link rel="stylesheet" href="/static/css/pdf/base.css"></head>'
    "<body><h1>{words}</h1><p>Bonn {words} 1947</p></body></html>"
)


def fonts_of(pdf: bytes) -> set[str]:
    """The names of all fonts in it, each without `Twinning`: none is the machine's own."""
    fonts = set()
    for sheet in PdfReader(io.BytesIO(pdf)).pages:
        for font in sheet["/Resources"]["/Font"].get_object().values():
            name = font.get_object()["/BaseFont"].split("+")[-1]
            assert name.startswith("Twinning-"), name
            fonts.add(name.split("-")[1])
    return fonts


@pytest.mark.parametrize("language", WORDS)
def test_a_pdf_carries_the_letters_that_it_shows(language):
    words, font = WORDS[language]

    pdf = make_pdf(HTML.format(language=language, words=words))

    further = fonts_of(pdf) - {"Sans", "Serif"}
    assert further == ({font} if font else set())
    assert missing_letters(words) == ""
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_a_page_loads_no_font_that_it_does_not_need():
    assert further_faces("Bonn und Пермь, Γειά") == []
    assert further_faces("Bonn, نابلس") == ["arabic"]


def test_letters_that_no_font_has_are_told_once():
    assert missing_letters("Bonn 北京 · 北 नमस्ते ☺ 한") == "北京한"
