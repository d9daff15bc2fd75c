"""Where a path of this site leads, as far as its addresses tell it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.contrib.admin import ModelAdmin
from django.core.files.storage import default_storage
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import get_language_from_path, override

from content.models import Document, Publishable
from content.text.html.stable_links import stable_link
from content.web.link_targets import linkable_models

# More parts than any address of ours has
MAX_PARTS = 8
Name = tuple[type[Publishable], str, str]


class Refusal(StrEnum):
    """Why a link of this site is refused."""

    NOWHERE = "nowhere"
    NOT_ABSOLUTE = "not absolute"
    OFFICERS_ONLY = "officers only"


@dataclass(frozen=True)
class Place:
    """Where a path leads, as far as it can be told without the database.

    `row` names the row that has to be there: model, field, value. `is_page_of_row`: whether it is
    the page of that row and not something below it, such as its feed.
    """

    refusal: Refusal | None = None
    row: Name | None = None
    is_page_of_row: bool = False


NOWHERE, SOMEWHERE = Place(Refusal.NOWHERE), Place()


def place_of(path: str) -> Place:
    if link := stable_link(path):
        model = linkable_models().get(link.kind)
        return Place(row=(model, "pk", str(link.number)), is_page_of_row=True) if model else NOWHERE
    if not path.startswith("/"):
        return Place(Refusal.NOT_ABSOLUTE)
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
        return Place(row=(Document, "uid", str(match.kwargs["uid"])), is_page_of_row=True)
    if match.view_name == "content:media":
        return SOMEWHERE if _is_picture(match.kwargs["path"]) else NOWHERE
    if row := _row_of_page(match):
        return Place(row=row, is_page_of_row=True)
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


def _place_of_form(match: ResolverMatch) -> Place:
    """Return the page of the row whose form it is; readers cannot see other pages of officers."""
    admin, key = getattr(match.func, "model_admin", None), match.kwargs.get("object_id", "")
    if isinstance(admin, ModelAdmin) and issubclass(admin.model, Publishable) and key:
        return Place(row=(admin.model, "pk", key), is_page_of_row=True)
    return Place(Refusal.OFFICERS_ONLY)


def _place_below(path: str) -> Place:
    """Return what has to be there for the feed, the PDF or the calendar of a page."""
    for page in pages_above(path):
        if (match := _match(page)) and (row := _row_of_page(match)):
            return Place(row=row)
    return SOMEWHERE


def pages_above(path: str) -> list[str]:
    """Return the addresses of the pages to which `path` may belong, the nearest first."""
    parts = path.split("/", MAX_PARTS)
    calendar = [f"{path.removesuffix('.ics')}/"] if path.endswith(".ics") else []
    return calendar + ["/".join(parts[:end]) + "/" for end in range(len(parts) - 1, 1, -1)]


def _is_picture(path: str) -> bool:
    return path.startswith("pictures/") and ".." not in path and default_storage.exists(path)
