"""Addresses in the language of their page, for one test: Django reads routes once a process."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, clear_url_caches, get_resolver

from content.languages.addresses import moved


@pytest.fixture
def translated_addresses(settings) -> Iterator[None]:
    settings.TRANSLATE_ADDRESSES = True
    forget_routes()
    yield
    settings.TRANSLATE_ADDRESSES = False
    forget_routes()


def forget_routes() -> None:
    _forget(get_resolver())
    clear_url_caches()
    moved._other_routes.cache_clear()
    moved.address_in_todays_words.cache_clear()


def _forget(one: URLPattern | URLResolver) -> None:
    vars(one.pattern).get("_regex_dict", {}).clear()
    if isinstance(one, URLResolver):
        one._reverse_dict, one._namespace_dict, one._app_dict = {}, {}, {}
        one._populated = False
        for below in one.url_patterns:
            _forget(below)
