"""Addresses in the words of another language, or of before TRANSLATE_ADDRESSES was changed."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RoutePattern
from django.utils.translation import get_language_from_path, override

from content.languages.addresses.routes import language_of_addresses, words_of
from content.languages.prefix import SiteLanguagePrefix
from content.languages.source_texts import SOURCE_LANGUAGE


class Route(NamedTuple):
    """A whole route without its language, and the name of its address."""

    pattern: RoutePattern
    name: str


@lru_cache(1000)  # the same few stand in texts, and are asked for
def address_in_todays_words(path: str) -> str | None:
    """Return the address of the page at `path`, if only words of `path` are not today's.

    Args:
        path: a path of this site to which nothing belongs.
    """
    prefix = get_language_from_path(path) or ""
    rest = path.removeprefix(f"/{prefix}").removeprefix("/")
    with override(prefix or settings.LANGUAGE_CODE):
        for route in _other_routes(language_of_addresses()):
            if match := route.pattern.match(rest) or route.pattern.match(f"{rest}/"):
                return reverse(route.name, kwargs=match[2])
    return None


@cache
def _other_routes(today: str) -> list[Route]:
    """Return the routes in all words that are not those of the language `today`."""
    now = {str(route.pattern) for route in _routes_in(today)}
    languages = dict.fromkeys([SOURCE_LANGUAGE, *settings.SITE_LANGUAGES])
    return [
        route
        for language in languages
        if language != today
        for route in _routes_in(language)
        if str(route.pattern) not in now
    ]


def _routes_in(language: str) -> Iterator[Route]:
    for resolver in get_resolver().url_patterns:
        if isinstance(resolver, URLResolver) and isinstance(resolver.pattern, SiteLanguagePrefix):
            with words_of(language):
                yield from _routes_below(resolver)


def _routes_below(resolver: URLResolver, before: str = "", space: str = "") -> Iterator[Route]:
    for one in resolver.url_patterns:
        route = f"{before}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from _routes_below(one, route, f"{one.namespace}:" if one.namespace else space)
        elif isinstance(one, URLPattern) and one.name:
            yield Route(RoutePattern(route, is_endpoint=True), f"{space}{one.name}")
