"""The accessibility statement of the demo promises nothing that no test proves."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.html import strip_tags

from tests.demo.texts import oxford_texts
from tests.factories.newsletter import ArticleFactory

STATEMENT = oxford_texts("pages/accessibility", "body")
# What it promises, by the test that fails when it is not so
PROOFS = {
    "enlarge the text to 400 % without having to scroll sideways":
        "browser/test_accessibility.py::test_axe_finds_nothing_and_nothing_scrolls_sideways",
    "reach and work everything with a keyboard alone, and see where you are":
        "browser/test_journey.py::test_volunteer_applies_changes_an_answer_withdraws_and_erases",
    "listen to the pages with a screen reader":
        "browser/test_accessibility.py::test_axe_finds_nothing_and_nothing_scrolls_sideways",
    "choose light or dark in your system, and less movement":
        "browser/test_accessibility.py::test_axe_finds_nothing_and_nothing_scrolls_sideways",
    "use all of it without JavaScript":
        "browser/test_accessibility.py::test_axe_finds_nothing_without_scripts",
    "Articles in older newsletters are in English only. Pages in German say so.":
        "whole_site/test_one_language.py::"
        "test_texts_of_the_other_language_are_marked_and_ours_are_not",
    "A PDF that a group made itself may lack headings and descriptions. Newsletters made here are "
    "tagged PDFs, and each has a web page with the same text.":
        "whole_site/test_accessibility_statement.py::test_newsletter_made_here_has_a_page",
}  # fmt: skip


def items(html: str) -> list[str]:
    found = re.findall(r"<li>(.*?)</li>", html, re.DOTALL)
    return [" ".join(strip_tags(item).split()) for item in found]


def test_every_promise_has_its_proof_and_none_is_left_over():
    assert items(STATEMENT["en"]) == list(PROOFS)


@pytest.mark.parametrize("test", sorted(set(PROOFS.values())))
def test_proof_is_there(test):
    path, _colons, name = test.partition("::")
    tree = ast.parse(Path(settings.BASE_DIR, "tests", path).read_text())

    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_german_statement_promises_no_more():
    """A shorter list of the same: letters, keyboard, screen reader, colours, scripts."""
    [promise] = re.findall(r"Alle sollen sie nutzen können:(.*?)</p>", STATEMENT["de"], re.DOTALL)

    assert " ".join(promise.split()) == (
        "mit Schrift in vierfacher Größe, nur mit der Tastatur, mit Vorleseprogramm, hell oder "
        "dunkel und ohne JavaScript."
    )
    assert len(items(STATEMENT["de"])) == 2


def test_less_movement_is_asked_for_wherever_something_moves():
    for sheet in Path(settings.BASE_DIR, "static/css").rglob("*.css"):
        text = sheet.read_text()
        if re.search(r"\b(transition|animation)(-\w+)?:(?!\s*none)", text):
            assert "prefers-reduced-motion" in text, sheet


def test_days_until_an_answer_are_those_of_the_statement_in_both_languages():
    assert "an answer within ten working days" in " ".join(STATEMENT["en"].split())
    assert "innerhalb von zehn Arbeitstagen eine Antwort" in " ".join(STATEMENT["de"].split())


def test_newsletter_made_here_has_a_page(client, council):
    article = ArticleFactory(body="<p>We rowed to Abingdon.</p>")

    page = client.get(article.newsletter.get_absolute_url())

    assert page.status_code == 200
    assert "We rowed to Abingdon." in page.text
