"""Show what two texts have in common, and what one has lost and the other gained."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from re import findall

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# Words of two blocks of text that are compared one by one: the time grows with their product.
MAX_WORDS = 1000


def marked(before: list[str], after: list[str]) -> tuple[SafeString, SafeString]:
    """Return both texts, given as blocks such as paragraphs, with `<del>` and `<ins>`.

    Blocks that both have are left unmarked; of two that stand in each other's place, only the
    words that differ are marked.
    """
    left: list[SafeString] = []
    right: list[SafeString] = []
    for kind, one, two in _pieces(before, after):
        if kind == "equal":
            left += map(_unmarked, one)
            right += map(_unmarked, two)
            continue
        for old, new in zip(one, two, strict=False):
            old_marked, new_marked = _marked_words(old, new)
            left.append(old_marked)
            right.append(new_marked)
        left += (format_html("<del>{}</del>", block) for block in one[len(two) :])
        right += (format_html("<ins>{}</ins>", block) for block in two[len(one) :])
    return _paragraphs(left), _paragraphs(right)


def _pieces(one: list[str], two: list[str]) -> Iterable[tuple[str, list[str], list[str]]]:
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        yield kind, one[i1:i2], two[j1:j2]


def _marked_words(old: str, new: str) -> tuple[SafeString, SafeString]:
    # Words with the space behind them, so that both texts come out as they are
    one, two = findall(r"\S+\s*|\s+", old), findall(r"\S+\s*|\s+", new)
    if max(len(one), len(two)) > MAX_WORDS:
        return format_html("<del>{}</del>", old), format_html("<ins>{}</ins>", new)
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
