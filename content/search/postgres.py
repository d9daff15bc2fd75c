"""The PostgreSQL backend of modelsearch, for which the last word may be just begun."""

from functools import reduce
from operator import and_

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models.expressions import Combinable
from modelsearch.backends.database.postgres import postgres
from modelsearch.backends.database.postgres.query import Lexeme
from modelsearch.query import PlainText
from modelsearch.query import SearchQuery as Asked

from content.search.terms import may_be_begun

# How much more a whole word counts than one that was begun. PostgreSQL adds up all the words
# that begin so: many of them must not outdo the one that was meant.
WHOLE = 100


class SearchQueryCompiler(postgres.PostgresSearchQueryCompiler):
    def build_tsquery(self, query: Asked, config: str | None = None) -> SearchQuery:
        """All the words, the last of them as a beginning; other queries go the old way."""
        if not _is_begun(query):
            return super().build_tsquery(query, config)
        *first, last = query.query_string.split()
        words = reduce(and_, map(Lexeme, first), Lexeme(last, prefix=True))
        return SearchQuery(words, search_type="raw", config=config)

    def build_tsrank(
        self, vector: Combinable, query: Asked, config: str | None = None, boost: float = 1.0
    ) -> Combinable:
        rank = super().build_tsrank(vector, query, config, boost)
        if not _is_begun(query):
            return rank
        whole = super().build_tsquery(query, config)
        return rank + SearchRank(vector, whole, weights=self.sql_weights) * WHOLE


class SearchBackend(postgres.PostgresSearchBackend):
    query_compiler_class = SearchQueryCompiler


def _is_begun(query: Asked) -> bool:
    if not isinstance(query, PlainText) or query.operator != "and":
        return False
    return any(map(may_be_begun, query.query_string.split()[-1:]))
