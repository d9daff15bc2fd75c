"""Texts are compared with little work, however long they are."""

import difflib
import sys
from collections import Counter
from random import Random

import pytest

from content.versions.text_diff import marked


def words(seed: int, number: int) -> str:
    """Return a text with few words that come often, and many that come seldom."""
    random = Random(seed)  # noqa: S311 - no secret
    return " ".join(f"w{int(random.paretovariate(1))}" for _ in range(number))


def test_word_that_was_changed_in_a_long_text_is_marked_alone():
    start, end = words(1, 4000), words(2, 4000)

    before, after = marked([f"{start} old {end}"], [f"{start} new {end}"])

    assert before == f"<p>{start} <del>old </del>{end}</p>"
    assert after == f"<p>{start} <ins>new </ins>{end}</p>"


def test_texts_with_nothing_in_common_are_marked_as_wholes():
    assert marked(["one two"], ["three"]) == (
        "<p><del>one two</del></p>",
        "<p><ins>three</ins></p>",
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["x"] * 5000, ["x"] * 4000 + ["y"]),
        (["x", "y"] * 2500, ["y", "x", "z"] * 1600),
        ([f"old {n}" for n in range(5000)], [f"new {n}" for n in range(5000)]),
        ([words(1, 50_000)], [words(2, 50_000)]),
        ([words(n, 1000) for n in range(40)], [words(-n, 1000) for n in range(40)]),
    ],
    ids=["equal blocks", "two blocks", "no equal blocks", "one block", "long blocks"],
)
def test_long_texts_are_compared_in_few_steps(before, after, lines_of_difflib):
    marked(before, after)

    # Each pair of equal words or blocks that is looked at takes about ten.
    assert lines_of_difflib.total() < 1_000_000


@pytest.fixture
def lines_of_difflib():
    """Count the lines of `difflib` that are executed: the work, in whatever time it is done."""
    lines: Counter[int] = Counter()

    def count(frame, event, _arg):
        if frame.f_code.co_filename != difflib.__file__:
            return None
        lines[frame.f_lineno] += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    yield lines
    sys.settrace(before)
