"""Show what two texts have in common, and what one has lost and the other gained."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from re import findall

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# Pairs of equal words, or blocks, of two texts: the time to compare them grows with these.
MAX_PAIRS = 60_000
# Words of all blocks that are compared word by word
MAX_WORDS = 10_000


def marked(before: list[str], after: list[str]) -> tuple[SafeString, SafeString]:
    """Return both texts, given as blocks such as paragraphs, with `<del>` and `<ins>`.

    Blocks that both have are left unmarked; of two that stand in each other's place, only the
    words that differ are marked. In long texts that have much changed, whole blocks are.
    """
    words_left = MAX_WORDS
    left: list[SafeString] = []
    right: list[SafeString] = []
    for kind, one, two in _pieces(before, after):
        if kind == "equal":
            left += map(_unmarked, one)
            right += map(_unmarked, two)
            continue
        for old, new in zip(one, two, strict=False):
            words, others = _words(old), _words(new)
            words_left -= max(len(words), len(others))
            if words_left < 0:
                words, others = [old], [new]
            old_marked, new_marked = _marked_words(words, others)
            left.append(old_marked)
            right.append(new_marked)
        left += (format_html("<del>{}</del>", block) for block in one[len(two) :])
        right += (format_html("<ins>{}</ins>", block) for block in two[len(one) :])
    return _paragraphs(left), _paragraphs(right)


def _pieces(one: list[str], two: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield pieces that are equal or not; where a comparison would take long, one that is not."""
    start = _common_start(one, two)
    end = _common_start(one[start:][::-1], two[start:][::-1])
    one_middle, two_middle = one[start : len(one) - end], two[start : len(two) - end]
    yield "equal", one[:start], two[:start]
    if _pairs(one_middle, two_middle) > MAX_PAIRS:
        yield "replace", one_middle, two_middle
    else:
        matcher = SequenceMatcher(None, one_middle, two_middle, autojunk=False)
        for kind, i1, i2, j1, j2 in matcher.get_opcodes():
            yield kind, one_middle[i1:i2], two_middle[j1:j2]
    yield "equal", one[len(one) - end :], two[len(two) - end :]


def _common_start(one: list[str], two: list[str]) -> int:
    pairs = enumerate(zip(one, two, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(two)))


def _pairs(one: list[str], two: list[str]) -> int:
    """Return how many pairs are equal, which is what each step of `SequenceMatcher` looks at."""
    numbers = Counter(two)
    return sum(numbers[item] for item in one)


def _words(text: str) -> list[str]:
    """Return words with the space behind them, so that the text comes out as it is."""
    return findall(r"\S+\s*|\s+", text)


def _marked_words(one: list[str], two: list[str]) -> tuple[SafeString, SafeString]:
    left: list[SafeString] = []
    right: list[SafeString] = []
    for kind, words, others in _pieces(one, two):
        if kind == "equal":
            left.append(_unmarked("".join(words)))
            right.append(_unmarked("".join(others)))
        else:
            left += [format_html("<del>{}</del>", "".join(words))] if words else []
            right += [format_html("<ins>{}</ins>", "".join(others))] if others else []
    return format_html_join("", "{}", zip(left)), format_html_join("", "{}", zip(right))


def _unmarked(text: str) -> SafeString:
    return format_html("{}", text)


def _paragraphs(blocks: list[SafeString]) -> SafeString:
    return format_html_join("", "<p>{}</p>", ((block,) for block in blocks if block))
