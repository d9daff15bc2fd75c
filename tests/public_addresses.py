"""The names of all public addresses, by which tests know that they forget no kind of page."""

from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver


def public_names(resolver=None, spaces=()) -> set[str]:
    """The names of all addresses, the admin's and the languages' repetitions left out."""
    names = set()
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver) and pattern.namespace != "admin":
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            names |= public_names(pattern, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            names.add(":".join([*spaces, pattern.name]))
    return names
