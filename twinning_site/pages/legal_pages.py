"""Which pages the law asks a council's website for, by its country (`legal_pages.toml`)."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.utils.translation import get_language, override

from twinning_site.pages.models import PageKind

TABLE = Path(__file__).with_suffix(".toml")
_EU = "EU"


@dataclass(frozen=True)
class LegalPage:
    """A page that the law of a country asks for; `words` call it there, by language."""

    kind: PageKind
    law: str
    words: dict[str, str] = field(default_factory=dict, hash=False)
    states_conformance: bool = False


@cache
def _table() -> dict[str, dict]:
    return tomllib.loads(TABLE.read_text())


def legal_pages_of(country: str) -> list[LegalPage]:
    """Return what the law of a country asks for, in order; nothing for one that is not known."""
    table = _table()
    is_of_eu = country in table[_EU]["countries"]
    rows = table.get(country, table[_EU] if is_of_eu else {})
    return [LegalPage(kind, **rows[kind.value]) for kind in PageKind if kind.value in rows]


def word_for(kind: PageKind, country: str, language: str | None = None) -> str:
    """Return how such a page is called in a country, in a language or the active one."""
    language = language or get_language() or ""
    pages = {page.kind: page for page in legal_pages_of(country)}
    if kind in pages and (word := pages[kind].words.get(language)):
        return word
    with override(language):
        return str(kind.label)
