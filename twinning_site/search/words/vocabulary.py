"""The words of the public pages in each language, for “Did you mean”."""

from collections import Counter
from datetime import datetime
from typing import NamedTuple

from django.db import connection
from django.db.models.functions import Left
from django.utils import timezone
from django.utils.translation import get_language

from content.models.remembering.site_version import read_version
from content.search.indexed_text import WORD, indexed_text
from twinning_site.search.models import SearchEntry, SearchEntryKind
from twinning_site.search.site_pages import site_page_words

# Entries read for the vocabulary, characters read of each text, and words kept: the most frequent
MAX_ENTRIES, MAX_TEXT_LENGTH, MAX_WORDS = 2000, 4000, 20_000


class Vocabulary(NamedTuple):
    """The words of one language as this process last read them, and until when they hold."""

    version: int
    until: datetime
    words: dict[str, str]


last_read: dict[str, Vocabulary] = {}


def vocabulary() -> dict[str, str]:
    """Return the words of public pages in the active language: unaccented to usual spelling.

    It takes 1 query, and 2 more if the site has changed since this process read the words, or the
    clock has published something or taken it down.
    """
    language, version, now = get_language(), read_version(connection), timezone.now()
    last = last_read.get(language)
    if last is None or last.version != version or now >= last.until:
        until = SearchEntry.objects.next_change(now)
        last = last_read[language] = Vocabulary(version, until, _read_vocabulary())
    return last.words


def _read_vocabulary() -> dict[str, str]:
    """Read the vocabulary in 1 query; entries that last or are upcoming come first."""
    # A document may be out of reach though its entry is not; see `query`.
    entries = SearchEntry.objects.visible().in_active_language()
    entries = entries.exclude(kind=SearchEntryKind.DOCUMENT).order_by("-over_at")
    rows = entries.values_list("heading", Left("text", MAX_TEXT_LENGTH))[:MAX_ENTRIES]
    count: Counter[str] = Counter()
    for heading, text in rows:
        # The last word of a text that was cut may be incomplete.
        complete = text if len(text) < MAX_TEXT_LENGTH else text.rpartition(" ")[0]
        count.update(WORD.findall(heading))
        count.update(WORD.findall(complete))
    words: dict[str, str] = {}
    for word in [*(word for word, _count in count.most_common(MAX_WORDS)), *site_page_words()]:
        if word.isalpha():
            words.setdefault(indexed_text(word).strip(), word)
    return words
