"""The SQLite backend of modelsearch, joined to its full-text table for speed.

The last word may be a prefix. Why it is a subclass: docs/adr/0010-search-subclasses.md.
"""

from django.db.models import QuerySet
from modelsearch.backends.database.sqlite import sqlite
from modelsearch.utils import get_descendants_content_types_pks

from content.search.words_query import WantedWord, alternatives_of

ENTRY = sqlite.IndexEntry._meta.db_table
FTS = sqlite.SQLiteFTSIndexEntry._meta.db_table
# How much a hit counts in the columns autocomplete, body and title, in the table's order
WEIGHTS = "0, 1, 12"


class SearchQueryCompiler(sqlite.SQLiteSearchQueryCompiler):
    def search(
        self, config: object, start: int, stop: int | None, score_field: str | None = None
    ) -> QuerySet:
        """Return rows with all the words; other queries are left to modelsearch.

        They are in the order of the queryset, and the best first where that has none.
        """
        alternatives = alternatives_of(self.query)
        if not alternatives or not self.order_by_relevance or self.fields:
            return super().search(config, start, stop, score_field)
        model = self.queryset.model
        types = get_descendants_content_types_pks(model)
        words = " OR ".join(f"({' AND '.join(map(_word, words))})" for words in alternatives)
        key = f"{model._meta.db_table}.{model._meta.pk.column}"
        name = score_field or "_score"
        # What a reader types is passed as parameters only.
        found = self.queryset.extra(  # noqa: S610
            select={name: f"bm25({FTS}, {WEIGHTS})"},
            tables=[ENTRY, FTS],
            where=[
                f"{key} = CAST({ENTRY}.object_id AS INTEGER)",
                f"{ENTRY}.id = {FTS}.rowid",
                f"{ENTRY}.content_type_id IN ({', '.join(['%s'] * len(types))})",
                f"{FTS} MATCH %s",
            ],
            params=[*types, f"{{title body}} : ({words})"],
        )
        return found.order_by(*self.queryset.query.order_by, name, "-pk")[start:stop]


def _word(word: WantedWord) -> str:
    """Return the spellings in quotes; also as a prefix, so that the whole word ranks first."""
    quoted = ['"{}"'.format(spelling.replace('"', '""')) for spelling in word.spellings]
    if word.is_begun:
        quoted += [f"{spelling}*" for spelling in quoted]
    return f"({' OR '.join(quoted)})"


class Index(sqlite.SQLiteIndex):
    def _refresh_title_norms(self, full: bool = False) -> None:
        """Do nothing: the weights above replace them."""


class SearchBackend(sqlite.SQLiteSearchBackend):
    query_compiler_class = SearchQueryCompiler
    index_class = Index
