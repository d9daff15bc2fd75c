"""The PostgreSQL backend of modelsearch, for which the last word may be a prefix.

Why it is a subclass: docs/adr/0010-search-subclasses.md.
"""

from functools import reduce
from operator import and_

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models.expressions import Combinable
from modelsearch.backends.database.postgres import postgres
from modelsearch.backends.database.postgres.query import Lexeme
from modelsearch.query import PlainText
from modelsearch.query import SearchQuery as ParsedQuery

from content.search.query_terms import may_match_as_prefix

# How much more a whole word counts than a prefix. PostgreSQL adds up all the words that begin
# with the prefix: many of them must not outrank the whole word.
WHOLE_WORD_WEIGHT = 100


class SearchQueryCompiler(postgres.PostgresSearchQueryCompiler):
    def build_tsquery(self, query: ParsedQuery, config: str | None = None) -> SearchQuery:
        """Require all the words, the last as a prefix; other queries are left to modelsearch."""
        if not _ends_with_prefix(query):
            return super().build_tsquery(query, config)
        *first, last = query.query_string.split()
        words = reduce(and_, map(Lexeme, first), Lexeme(last, prefix=True))
        return SearchQuery(words, search_type="raw", config=config)

    def build_tsrank(
        self, vector: Combinable, query: ParsedQuery, config: str | None = None, boost: float = 1.0
    ) -> Combinable:
        rank = super().build_tsrank(vector, query, config, boost)
        if not _ends_with_prefix(query):
            return rank
        whole = super().build_tsquery(query, config)
        return rank + SearchRank(vector, whole, weights=self.sql_weights) * WHOLE_WORD_WEIGHT


class SearchBackend(postgres.PostgresSearchBackend):
    query_compiler_class = SearchQueryCompiler


def _ends_with_prefix(query: ParsedQuery) -> bool:
    if not isinstance(query, PlainText) or query.operator != "and":
        return False
    return any(map(may_match_as_prefix, query.query_string.split()[-1:]))
