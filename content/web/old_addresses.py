"""Redirects from the old addresses of pages to the new ones, in every language."""

import re
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db import transaction
from django.dispatch import Signal
from django.http import QueryDict
from django.urls import Resolver404, resolve, reverse, translate_url
from django.utils.http import escape_leading_slashes

from content.languages.addresses.moved import address_in_todays_words

# Sent with the paths `old` and `new` of a page that has moved, in the same transaction
address_changed = Signal()
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,50}")


@transaction.atomic
def keep_old_address(old: str, new: str) -> None:
    """Redirect readers from the path `old` to the path `new`, under each language's prefix.

    Both are paths as `get_absolute_url()` returns them, in whichever language is active.
    Redirects to `old` are changed to lead to `new` at once, and a redirect away from `new`,
    which is in use again, is deleted.
    """
    if old == new:
        return
    for code in settings.SITE_LANGUAGES:
        old_path, new_path = translate_url(old, code), translate_url(new, code)
        rows = Redirect.objects.filter(site_id=settings.SITE_ID)
        rows.filter(old_path=new_path).delete()
        rows.filter(new_path=old_path).update(new_path=new_path)
        Redirect.objects.update_or_create(
            site_id=settings.SITE_ID, old_path=old_path, defaults={"new_path": new_path}
        )
    address_changed.send(Redirect, old=old, new=new)


def new_paths(old_paths: Iterable[str]) -> dict[str, str]:
    """Return the new paths of those of `old_paths` that are redirected to a public page."""
    redirects = Redirect.objects.filter(site_id=settings.SITE_ID, old_path__in=list(old_paths))
    return {
        redirect.old_path: redirect.new_path
        for redirect in redirects
        if redirect.new_path and may_be_told(redirect.new_path)
    }


def may_be_told(path: str) -> bool:
    """Return whether readers may learn of `path`: the address of a draft reveals the draft."""
    try:
        page = resolve(address_in_todays_words(path) or path)
    except Resolver404:
        return True
    model = getattr(getattr(page.func, "view_class", None), "model", None)
    return model is None or model.objects.published().filter(**page.kwargs).exists()


def with_new_slugs(query: QueryDict, routes: Mapping[str, str]) -> QueryDict | None:
    """Return `query` with the new slugs of pages that it names by old ones, such as `?city=bon`.

    Args:
        routes: the parameters that hold the slug of a page, each with the name of its URL.

    Returns:
        A copy of `query`, or None if no slug in it is an old one.
    """
    old_paths = {
        name: reverse(route, args=[query[name]])
        for name, route in routes.items()
        if SLUG.fullmatch(query.get(name, ""))
    }
    found = new_paths(old_paths.values())
    if not found:
        return None
    query = query.copy()
    for name, old_path in old_paths.items():
        if old_path in found:
            query[name] = found[old_path].rstrip("/").rpartition("/")[2]
    return query


def address_on_this_site(path: str, query: QueryDict) -> str:
    """Return path and query as an address to redirect to, which never leads to another site."""
    path = escape_leading_slashes(path)
    return f"{path}?{query.urlencode()}" if query else path
