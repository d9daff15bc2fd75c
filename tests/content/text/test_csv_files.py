"""What any spreadsheet makes of our CSV: each cell is read with each separator."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.text.csv_files import csv_file

SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "﹢", "﹦")
SEPARATORS = [",", ";", "|", "\t"]
# What cells are split by, what is skipped, and what begins a formula
TEXTS = st.text(
    st.sampled_from(";,|\t\r\n\x0b\u2028\" '\xa0\u200b\x01\u202e=+-@＝﹦\0ax"), max_size=12
)


def cells(file: bytes, separator: str = ",") -> list[str]:
    text = StringIO(file.decode("utf-8-sig"), newline="")
    return [cell for row in csv.reader(text, delimiter=separator) for cell in row]


def plain(cell: str) -> str:
    """Return what a spreadsheet that drops leading blanks and quotation marks has."""
    return cell.lstrip(' "\xa0\u200b\x01\u202e\n')


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=3))
def test_no_cell_begins_as_a_formula_whatever_splits_the_file(rows):
    file = csv_file(rows)

    for separator in SEPARATORS:
        assert [c for c in cells(file, separator) if plain(c).startswith(SIGNS)] == []


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_nothing_but_apostrophes_is_added(row):
    read = cells(csv_file([row]))

    assert [cell.replace("'", "") for cell in read] == [
        "\n".join(cell.replace("\0", "").replace("\t", " ").splitlines())
        .lstrip("\n")
        .replace("'", "")
        for cell in row
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('evenings;=HYPERLINK("http://x.example";"click")',
         "evenings;'=HYPERLINK(\"http://x.example\";\"click\")"),
        ("Hello\r\n=cmd|'/C calc'!A0", "Hello\n'=cmd|'/C calc'!A0"),
        ('a;"=1+1"', "a;'\"=1+1\""),
        (" \xa0=1+1", "' \xa0=1+1"),
        ("a,\u200b@SUM(1)", "a,'\u200b@SUM(1)"),
        ("\t=1", "' =1"),
        ("＝1+1", "'＝1+1"),
        ("﹦1+1", "'﹦1+1"),
        ("\x01=1+1", "'\x01=1+1"),
        ("\u202e=1+1", "'\u202e=1+1"),
        ("a;\ufe0f@x", "a;'\ufe0f@x"),
        ("\r=1+1", "'=1+1"),
        ("\n\n=1+1", "'=1+1"),
        ("ends with;", "ends with;'"),
        ("two - three; four = 4", "two - three; four = 4"),
        ("+49 228 123", "'+49 228 123"),
    ],
)  # fmt: skip
def test_apostrophe_stands_where_some_spreadsheet_begins_a_formula(text, written):
    assert cells(csv_file([[text, "b"]])) == [written, "b"]


def test_numbers_stay_numbers_and_every_field_is_quoted():
    assert csv_file([["a", -1.25, None, True]]) == b'\xef\xbb\xbf"a","-1.25","","True"\r\n'
