"""Count the words of searches that found nothing, unless they may be about a person."""

import logging
import re
from unicodedata import category, normalize

from django.db import Error, connection
from django.utils import timezone
from django.utils.translation import get_language

from content.write_lock import never_waiting
from twinning_site.search.models import UnansweredSearch

logger = logging.getLogger(__name__)

MAX_WORDS = 5
# What may stand around a word, and within one
AROUND = ".,;:!?¿¡\"'()[]“”„‟«»‹›‘’‚。、！？"
WITHIN = re.compile(r"[-'’‐]")


def count_unanswered(typed: str) -> None:
    """Count a search in the active language, once a day; up to 3 queries.

    The reader's page never depends on it: whatever keeps the database from writing at this moment,
    the search is not counted.
    """
    words = countable_words(typed)
    if not words:
        return
    try:
        with never_waiting(connection):
            UnansweredSearch.objects.count_day(words, get_language(), timezone.localdate())
    except Error as error:
        logger.info("A search that found nothing is not counted: %s", type(error).__name__)


def countable_words(typed: str) -> str:
    """Return the words in small letters; empty if they are not to be kept.

    Kept are up to MAX_WORDS words of letters alone. So a number of any script, an e-mail
    address, a name on a network or an address on the web is never stored, however it is spelled.
    """
    visible = "".join(letter for letter in typed if category(letter) != "Cf")
    text = normalize("NFKC", normalize("NFKC", visible).lower())
    words = [word for part in text.split() if (word := part.strip(AROUND))]
    kept = " ".join(words)
    parts = [part for word in words for part in WITHIN.split(word)]
    fits = len(kept) <= UnansweredSearch.MAX_LENGTH and len(parts) <= MAX_WORDS
    return kept if fits and all(_is_of_letters(part) for part in parts) else ""


def _is_of_letters(word: str) -> bool:
    """Return whether a word has letters alone, with the marks that some scripts write on them."""
    return word[:1].isalpha() and all(category(letter)[0] in "LM" for letter in word)
