"""Addresses of this site as officers type them: where they lead, and their stable form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import cast
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.admin import ModelAdmin
from django.contrib.redirects.models import Redirect
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db.models import Field
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import get_language_from_path, override

from content.models import Document, Publishable
from content.text.stable_links import addresses_in, stable_link, with_addresses
from content.web.link_targets import linkable_models, stable_address

# More parts than any address of ours has
MAX_PARTS = 8
Name = tuple[type[Publishable], str, str]


class Refusal(StrEnum):
    """Why a link of this site is refused."""

    NOWHERE = "nowhere"
    NOT_ABSOLUTE = "not absolute"
    OFFICERS_ONLY = "officers only"


@dataclass(frozen=True)
class _Place:
    """Where a path leads, as far as it can be told without the database.

    `row` names the row that has to be there: model, field, value. `is_page_of_row`: whether it is
    the page of that row and not something below it, such as its feed.
    """

    refusal: Refusal | None = None
    row: Name | None = None
    is_page_of_row: bool = False


NOWHERE, SOMEWHERE = _Place(Refusal.NOWHERE), _Place()


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
    places = {one: _place(one) for one in set(plain.values())}
    missing = {one for one, place in places.items() if place.row}
    rows = _rows({places[one].row for one in missing})
    missing = {one for one in missing if places[one].row not in rows}
    missing |= {one for one, place in places.items() if place == NOWHERE}
    # Pages that have moved, and what is below their old addresses
    moved = _redirected(missing)
    places |= {old: SOMEWHERE if new is None else _place(new) for old, new in moved.items()}
    rows |= _rows({places[old].row for old in moved})
    return {path: _stored(places[one], rows) for path, one in plain.items()}


def _stored(place: _Place, rows: dict[Name, Publishable]) -> str | Refusal:
    if place.refusal:
        return place.refusal
    if place.row is None:
        return ""
    if (row := rows.get(place.row)) is None:
        return Refusal.NOWHERE
    return stable_address(row) if place.is_page_of_row else ""


def _place(path: str) -> _Place:
    if link := stable_link(path):
        model = linkable_models().get(link.kind)
        return (
            _Place(row=(model, "pk", str(link.number)), is_page_of_row=True) if model else NOWHERE
        )
    if not path.startswith("/"):
        return _Place(Refusal.NOT_ABSOLUTE)
    if "\0" in path:
        return NOWHERE
    if path.startswith(settings.STATIC_URL):
        return SOMEWHERE
    match = _match(path) or (None if path.endswith("/") else _match(f"{path}/"))
    if match is None:
        return NOWHERE
    if "admin" in match.app_names:
        return _place_of_form(match)
    if match.view_name == "content:document":
        return _Place(row=(Document, "uid", str(match.kwargs["uid"])), is_page_of_row=True)
    if match.view_name == "content:media":
        return SOMEWHERE if _is_picture(match.kwargs["path"]) else NOWHERE
    if row := _row_of_page(match):
        return _Place(row=row, is_page_of_row=True)
    if "slug" in match.kwargs:
        return _place_below(path)
    return SOMEWHERE


def _match(path: str) -> ResolverMatch | None:
    with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        try:
            return resolve(path)
        except Resolver404:
            return None


def _row_of_page(match: ResolverMatch) -> Name | None:
    """Return the row that a page shows, if it is the page of one."""
    model = getattr(getattr(match.func, "view_class", None), "model", None)
    if model is None or not issubclass(model, Publishable) or match.kwargs.keys() != {"slug"}:
        return None
    return model, "slug", match.kwargs["slug"]


def _place_of_form(match: ResolverMatch) -> _Place:
    """Return the page of the row whose form it is; readers cannot see other pages of officers."""
    admin, key = getattr(match.func, "model_admin", None), match.kwargs.get("object_id", "")
    if isinstance(admin, ModelAdmin) and issubclass(admin.model, Publishable) and key:
        return _Place(row=(admin.model, "pk", key), is_page_of_row=True)
    return _Place(Refusal.OFFICERS_ONLY)


def _place_below(path: str) -> _Place:
    """Return what has to be there for the feed, the PDF or the calendar of a page."""
    for page in _pages_above(path):
        if (match := _match(page)) and (row := _row_of_page(match)):
            return _Place(row=row)
    return SOMEWHERE


def _pages_above(path: str) -> list[str]:
    """Return the addresses of the pages to which `path` may belong, the nearest first."""
    parts = path.split("/", MAX_PARTS)
    calendar = [f"{path.removesuffix('.ics')}/"] if path.endswith(".ics") else []
    return calendar + ["/".join(parts[:end]) + "/" for end in range(len(parts) - 1, 1, -1)]


def _is_picture(path: str) -> bool:
    return path.startswith("pictures/") and ".." not in path and default_storage.exists(path)


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


def _redirected(paths: Iterable[str]) -> dict[str, str | None]:
    """Return the new paths of those that a redirect, or one of the page above, leads away from.

    None stands for an address of another site.
    """
    candidates = {
        path: [path, *_pages_above(path)]
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
