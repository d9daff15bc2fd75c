"""Addresses of this site as officers type them: where they lead, and their stable form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import cast
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.core.exceptions import ValidationError
from django.db.models import Field

from content.languages.addresses.moved import address_in_todays_words
from content.models import Publishable
from content.text.html.stable_links import addresses_in, with_addresses
from content.web.link_targets import stable_address
from content.web.site_places import NOWHERE, SOMEWHERE, Name, Place, Refusal, pages_above, place_of


def with_stable_links(html: str) -> str:
    """Return cleaned HTML in which links to rows of this site keep their numbers."""
    return checked_links(html)[0][0]


def checked_links(*texts: str) -> tuple[list[str], dict[str, Refusal]]:
    """Return cleaned texts with stable links, and the addresses of this site that lead nowhere.

    It takes a few queries, however many links there are; none for links to other sites.
    """
    found = {address for text in texts for address in addresses_in(text)}
    forms = stored_forms(found)
    refused = {one: form for one, form in forms.items() if isinstance(form, Refusal)}
    new = {one: form for one, form in forms.items() if one not in refused}
    if not new:
        return list(texts), refused
    return [with_addresses(text, lambda one, _: new.get(one, one)) for text in texts], refused


def stored_forms(addresses: Iterable[str]) -> dict[str, str | Refusal]:
    """Return what is kept of those of `addresses` that are of this site, or why they are refused.

    It is the stable address of a row, or the path of any other page.
    """
    paths = {one: path for one in addresses if (path := path_on_this_site(one)) is not None}
    places = _stored_places(set(paths.values()))
    forms: dict[str, str | Refusal] = {}
    for address, path in paths.items():
        place = places[path]
        is_row = place and not isinstance(place, Refusal)
        forms[address] = place + _rest(path) if is_row else place or path
    return forms


def path_on_this_site(address: str) -> str | None:
    """Return path, query and fragment of an address of this site; None of any other."""
    address = address.strip()
    if not address or address.startswith("#"):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in {"", "http", "https"}:
        return None
    rest = parts._replace(scheme="", netloc="").geturl()
    if parts.netloc:
        return (rest if rest.startswith("/") else f"/{rest}") if _is_own(parts.netloc) else None
    if parts.scheme:
        return None
    host, slash, path = address.partition("/")
    return f"{slash}{path}" if _is_own(host) and slash else address


def _is_own(host: str) -> bool:
    own = {urlsplit(settings.SITE_URL).netloc, *settings.ALLOWED_HOSTS}
    return host.lower().removeprefix("www.") in {one.lower().removeprefix("www.") for one in own}


def _rest(path: str) -> str:
    """Return query and fragment."""
    return path[len(path.partition("#")[0].partition("?")[0]) :]


def _plain(path: str) -> str:
    """Return the path without query and fragment, as Django resolves it."""
    return unquote(path.removesuffix(_rest(path)))


def _stored_places(paths: Iterable[str]) -> dict[str, str | Refusal]:
    """Return for each path the stable address of its row, "" for any other page, or a refusal."""
    plain = {path: _plain(path) for path in paths}
    places = {one: place_of(one) for one in set(plain.values())}
    missing = {one for one, place in places.items() if place.row}
    rows = _rows({places[one].row for one in missing})
    missing = {one for one in missing if places[one].row not in rows}
    missing |= {one for one, place in places.items() if place == NOWHERE}
    # Pages that have moved, what is below their old addresses, and addresses in other words
    moved: dict[str, str | None] = {**_in_todays_words(missing), **_redirected(missing)}
    places |= {old: SOMEWHERE if new is None else place_of(new) for old, new in moved.items()}
    rows |= _rows({places[old].row for old in moved})
    return {path: _stored(places[one], rows) for path, one in plain.items()}


def _stored(place: Place, rows: dict[Name, Publishable]) -> str | Refusal:
    if place.refusal:
        return place.refusal
    if place.row is None:
        return ""
    if (row := rows.get(place.row)) is None:
        return Refusal.NOWHERE
    return stable_address(row) if place.is_page_of_row else ""


def _rows(names: Iterable[Name | None]) -> dict[Name, Publishable]:
    """Return the rows that are there, drafts too, by their names: 1 query for each kind."""
    values = defaultdict(set)
    for name in filter(None, names):
        values[name[:2]].add(name[2])
    found: dict[Name, Publishable] = {}
    for (model, field), wanted in values.items():
        column = cast(Field, model._meta.get_field("id" if field == "pk" else field))
        keys = {}
        for value in wanted:
            try:
                keys[column.clean(value, None)] = value
            except ValidationError:
                continue
        rows = model._default_manager.filter(**{f"{field}__in": keys}).only("pk", column.name)
        for row in rows.order_by():
            found[model, field, keys[getattr(row, column.name)]] = row
    return found


def _in_todays_words(paths: Iterable[str]) -> dict[str, str]:
    return {path: new for path in paths if (new := address_in_todays_words(path))}


def _redirected(paths: Iterable[str]) -> dict[str, str | None]:
    """Return the new paths of those that a redirect, or one of the page above, leads away from.

    None stands for an address of another site.
    """
    candidates = {
        path: [path, *pages_above(path)]
        for path in paths
        if path.startswith("/") and "\0" not in path
    }
    if not candidates:
        return {}
    wanted = {one for pages in candidates.values() for one in [*pages, f"{pages[0]}/"]}
    rows = Redirect.objects.filter(site_id=settings.SITE_ID, old_path__in=wanted)
    new = {row.old_path: row.new_path for row in rows.exclude(new_path="")}
    found: dict[str, str | None] = {}
    for path, pages in candidates.items():
        if target := new.get(path) or new.get(f"{path}/"):
            own = path_on_this_site(target)
            found[path] = None if own is None else _plain(own)
        elif page := next((one for one in pages if one in new), None):
            found[path] = new[page].rstrip("/") + path[len(page) - 1 :]
    return found
