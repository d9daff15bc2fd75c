"""The PostgreSQL backend of modelsearch, for which the last word may be a prefix.

Why it is a subclass: docs/adr/0010-search-subclasses.md.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_, or_

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Avg, F, Model, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Length
from modelsearch.backends.database.postgres import postgres
from modelsearch.backends.database.postgres.query import Lexeme
from modelsearch.query import SearchQuery as ParsedQuery

from content.search.words_query import WantedWord, alternatives_of

# How much more a whole word counts than a prefix. PostgreSQL adds up all the words that begin
# with the prefix: many of them must not outrank the whole word.
WHOLE_WORD_WEIGHT = 100


class SearchQueryCompiler(postgres.PostgresSearchQueryCompiler):
    def search(
        self,
        config: str | None,
        start: int,
        stop: int | None,
        score_field: str | None = None,
        backend: object = None,
    ) -> QuerySet:
        """Return rows in the order of the queryset, and the best first where that has none."""
        ranked = super().search(config, 0, None, score_field, backend)
        if self.order_by_relevance and alternatives_of(self.query):
            ranked = ranked.order_by(*self.queryset.query.order_by, *ranked.query.order_by)
        return ranked[start:stop]

    def build_tsquery(self, query: ParsedQuery, config: str | None = None) -> SearchQuery:
        """Require all words of an alternative; other queries are left to modelsearch."""
        alternatives = alternatives_of(query)
        if not alternatives:
            return super().build_tsquery(query, config)
        return _tsquery(alternatives, config)

    def build_tsrank(
        self, vector: Combinable, query: ParsedQuery, config: str | None = None, boost: float = 1.0
    ) -> Combinable:
        rank = super().build_tsrank(vector, query, config, boost)
        alternatives = alternatives_of(query)
        if not any(word.is_begun for words in alternatives for word in words):
            return rank
        complete = [[word._replace(is_begun=False) for word in words] for words in alternatives]
        whole = SearchRank(vector, _tsquery(complete, config), weights=self.sql_weights)
        return rank + whole * WHOLE_WORD_WEIGHT


def _tsquery(alternatives: Sequence[Sequence[WantedWord]], config: str | None) -> SearchQuery:
    words = (reduce(and_, map(_lexemes, words)) for words in alternatives)
    return SearchQuery(reduce(or_, words), search_type="raw", config=config)


def _lexemes(word: WantedWord) -> Lexeme:
    return reduce(or_, (Lexeme(spelling, prefix=word.is_begun) for spelling in word.spellings))


class SearchIndex(postgres.PostgresIndex):
    """Weighs the titles of what was added, and of nothing else.

    modelsearch writes to every entry whose title has the average length: two people who save pages
    of their own would wait for each other.
    """

    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        rows = list(objs)
        self.added = self.entries.filter(object_id__in=[str(row.pk) for row in rows])
        super().add_items(model, rows)

    def _refresh_title_norms(self, full: bool = False) -> None:
        if full:
            super()._refresh_title_norms(full=True)
            return
        titles, added = (
            entries.annotate(title_length=Length("title")).filter(title_length__gt=0)
            for entries in (self.entries, self.added)
        )
        average = titles.aggregate(average=Avg("title_length"))["average"]
        added.update(title_norm=average / F("title_length"))


class SearchBackend(postgres.PostgresSearchBackend):
    index_class = SearchIndex
    query_compiler_class = SearchQueryCompiler
