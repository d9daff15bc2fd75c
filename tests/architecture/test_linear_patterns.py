"""No text makes a pattern of ours take longer than in proportion to its length.

Every compiled pattern of the source gets texts made of its own letters, which is what makes a bad
one try again and again. Nothing is held against a clock: twice the CPU time, or four times, is
compared with that for a shorter text in the same run.
"""

import pkgutil
import random
import re
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from re._constants import LITERAL, RANGE
from re._parser import SubPattern, parse

import pytest
from django.core.validators import RegexValidator
from django.db import connection

from content.mail.erasure import whole_address
from content.search.snippets import snippet
from content.text.keys import without_keys
from twinning_site.page_store.stored_answer import choose_coding
from twinning_site.serving.log_redaction import RUN, _without_address

PACKAGES = ["content", "cities", "links", "events", "volunteers", "twinning_site"]
# These read what nh3 has written, in which each `<` begins a tag that ends.
LEFT_OUT = {"content.text.html.cleaning", "content.text.html.tree"}
if connection.vendor != "sqlite":
    LEFT_OUT.add("content.search.sqlite")  # It cannot be imported beside another database.
# Used at the beginning of a text only
ANCHORED = {
    *("FILE_NAME", "LENGTH", "MACROS_IN_NAMES", "OWN", "SLUG", "TAG", "_BEGINNING"),
    *("check_address", "check_notation"),
    *("_PAIR", "_WITHOUT_SCHEME", "_WKT"),
}
SHORT, FACTOR = 500, 8
# In proportion it is FACTOR times the CPU time; by the square, 64 times.
MAX_GROWTH = 3 * FACTOR
# CPU seconds below which a measurement says nothing
NOTHING = 0.002


def patterns() -> Iterator[tuple[str, re.Pattern]]:
    """Every pattern that a module of ours keeps."""
    for package in map(import_module, PACKAGES):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name in LEFT_OUT or ".migrations" in module.name:
                continue
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, RegexValidator):
                    value = re.compile(value.regex.pattern, value.regex.flags)
                if isinstance(value, re.Pattern):
                    yield name, value


PATTERNS = dict(sorted(patterns(), key=lambda pair: pair[0]))


def letters_of(pattern: re.Pattern) -> list[str]:
    """Return the letters and words that the pattern looks for, and a few that it may not."""
    found = {"a", " ", "\n", "-", "\0"}

    def visit(tokens: Iterable) -> None:
        word = ""
        for token in tokens:
            if isinstance(token, tuple) and token[0] is LITERAL:
                word += chr(token[1])
                found.add(chr(token[1]))
                continue
            found.add(word)
            word = ""
            if isinstance(token, tuple) and token[0] is RANGE:
                found.add(chr(token[1][0]))
            elif isinstance(token, tuple | list | SubPattern):
                visit(token)
        found.add(word)

    visit(parse(pattern.pattern, pattern.flags))
    return sorted(found - {""})


def hostile_texts(letters: list[str], count: int) -> list[Callable[[int], str]]:
    """Return functions that make a text of about a length, always the same ones."""
    chance = random.Random(7)  # noqa: S311 - no secret
    made: list[Callable[[int], str]] = [lambda n, one=one: one * n for one in letters]
    for _ in range(count):
        first, pivot, one, other, last = (chance.choice(letters) for _ in range(5))
        made.append(
            lambda n, f=first, p=pivot, o=one, q=other, e=last: f * n + p + (o + q) * (n // 2) + e
        )
    return made


def seconds(use: Callable, text: str | bytes, tries: int) -> float:
    """Return the least CPU time that one use takes."""
    best = float("inf")
    for _try in range(tries):
        began = time.thread_time()
        use(text)
        best = min(best, time.thread_time() - began)
    return best


def assert_linear(use: Callable, make: Callable[[int], str | bytes]) -> None:
    if seconds(use, make(SHORT * FACTOR), 1) < NOTHING:
        return
    # What another program does to the cache of the processor does not happen three times.
    for _measurement in range(3):
        short, long = (seconds(use, make(length), 5) for length in (SHORT, SHORT * FACTOR))
        if long < max(NOTHING, short * MAX_GROWTH):
            return
    pytest.fail(make(5))


@pytest.mark.parametrize("name", PATTERNS)
def test_pattern_takes_no_longer_than_in_proportion(name):
    pattern = PATTERNS[name]
    use = pattern.match if name in ANCHORED else lambda text: pattern.subn(lambda _: text[:0], text)

    for make in hostile_texts(letters_of(pattern), 150):
        if isinstance(pattern.pattern, bytes):
            assert_linear(use, lambda n, make=make: make(n).encode("latin-1", "replace"))
        else:
            assert_linear(use, make)


@pytest.mark.parametrize(
    "use",
    [
        lambda text: RUN.sub(_without_address, text),
        lambda text: without_keys(text, "x"),
        lambda text: choose_coding(text, {}),
        lambda text: snippet(text, ["a" * 20, "aaaab", "bbbb"]),
        lambda text: re.search(whole_address("a" * 100), text),
        lambda text: re.search(whole_address("a-b@b-a.b"), text),
    ],
    ids=["log", "keys", "coding", "snippet", "long word", "address"],
)
@pytest.mark.parametrize(
    "make",
    [
        lambda n: "a" * n + "@" + "b-" * (n // 2),
        lambda n: "a" * n,
        lambda n: "a@b." * (n // 4),
        lambda n: "aaaab " * (n // 6),
        lambda n: "VOL-7K3Q-9X:" + "a" * n,
        lambda n: "a;q=" * (n // 4),
    ],
    ids=["found by an attacker", "one letter", "addresses", "words", "key", "qualities"],
)
def test_what_is_made_of_patterns_takes_no_longer_either(use, make):
    assert_linear(use, make)
