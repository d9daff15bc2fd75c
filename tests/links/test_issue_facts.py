"""What a file tells of itself as an issue of a newsletter."""

import pytest

from links.issue_facts import date_in, facts_of_issue


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("bonn-newsletter-2026-11.pdf", (2026, 11)),
        ("Rundbrief_202603", (2026, 3)),
        ("Newsletter 11/2026", (2026, 11)),
        ("Stand: 1.11.2026", (2026, 11)),
        ("November 2026", (2026, 11)),
        ("March and April 2026", (2026, 3)),
        ("Rundbrief März 2026", (2026, 3)),
        ("Lettre de février 2026", (2026, 2)),
        ("Boletín, mayo de 2026", (2026, 5)),
        ("Ноябрь 2026", (2026, 11)),
        ("Winter 2025", (2025, None)),
        ("In 2026 we go to Bonn in May", (2026, None)),
        ("Issue 120261", (None, None)),
        ("20261345", (None, None)),
        ("", (None, None)),
    ],
)
def test_month_and_year_in_a_text(text, date):
    assert date_in(text) == date


def test_name_of_the_file_comes_first_and_a_month_before_a_year():
    facts = facts_of_issue("news-2026.pdf", "", ["Founded 1947", "October 2026"])
    assert (facts.year, facts.month) == (2026, 10)

    facts = facts_of_issue("news-2026-09.pdf", "", ["October 2026"])
    assert (facts.year, facts.month) == (2026, 9)


@pytest.mark.parametrize(
    ("file_name", "told", "lines", "title"),
    [
        ("x.pdf", "Bonn Bulletin", ["Something else"], "Bonn Bulletin"),
        (
            "x.pdf",
            "Microsoft Word - rundbrief.docx",
            ["Bonn Bulletin no. 12"],
            "Bonn Bulletin no. 12",
        ),
        ("x.pdf", "news_final_2.indd", ["12", "Bonn Bulletin no. 12"], "Bonn Bulletin no. 12"),
        ("bonn_bulletin-12.pdf", "", [], "Bonn bulletin 12"),
        ("bonn_bulletin-12.pdf", "bonn_bulletin-12", ["–", "·" * 50], "Bonn bulletin 12"),
        ("x" * 300 + ".pdf", "", [], "X" + "x" * 99),
    ],
)
def test_title(file_name, told, lines, title):
    assert facts_of_issue(file_name, told, lines).title == title
