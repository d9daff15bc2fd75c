"""Make the page of a row as readers would get it if its draft were published now."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.urls import resolve
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import override

from content.drafts.keeping import merged_draft
from content.drafts.previewed_document import document_page
from content.drafts.rows import write_for_now
from content.models import Document, Draft, Publishable


def page_with_draft(
    request: HttpRequest, thing: Publishable, until: date | None = None
) -> HttpResponse:
    """Return the page, made by its own view within a transaction that the caller rolls back.

    Args:
        request: `?language=` in it chooses the language, `?version=` a version of the page such as
            that in easy language.
        until: the last day of the link by which somebody sees it, which the page then tells.
    """
    if draft := Draft.objects.of(thing).first():
        write_for_now(thing, merged_draft(draft, thing).rows)
    shown = type(thing)._base_manager.get(pk=thing.pk)
    for row in (shown, *_owners(shown)):
        if not row.is_published:
            same = type(row)._base_manager.filter(pk=row.pk)
            same.update(published_at=timezone.now(), expires_at=None)
    with override(asked_language(request)):
        return _page(request, type(thing)._base_manager.get(pk=thing.pk), until)


def _owners(thing: Publishable) -> list[Publishable]:
    """Return the rows without which the page is not public, such as the group of an issue."""
    found = [getattr(thing, field.name) for field in thing._meta.fields if field.remote_field]
    return [row for row in found if isinstance(row, Publishable)]


def asked_language(request: HttpRequest) -> str:
    """Return the code of the language in which the page is asked for, or the first one's."""
    code = request.GET.get("language", "")
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def keep_to_one_reader(response: HttpResponseBase) -> None:
    """Keep a preview out of caches and searches, and its address from the sites it links to."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    add_never_cache_headers(response)


def _page(request: HttpRequest, thing: Publishable, until: date | None) -> HttpResponse:
    """Return the page as a reader gets it who is not signed in."""
    address = thing.get_version_url(request.GET.get("version", ""))
    match = resolve(address)
    view: Any = partial(match.func, *match.args, **match.kwargs)
    if isinstance(thing, Document):
        # Its address is that of a file.
        view = partial(document_page, document=thing)
    asked: Any = HttpRequest()
    asked.method, asked.path, asked.path_info = "GET", address, address
    asked.META = {**request.META, "PATH_INFO": address, "QUERY_STRING": ""}
    asked.GET, asked.user, asked.session = QueryDict(), AnonymousUser(), request.session
    asked.COOKIES, asked.resolver_match = {}, match
    asked.LANGUAGE_CODE = asked_language(request)
    asked.preview_until, asked.is_preview = until, True
    response: Any = view(asked)
    if hasattr(response, "render"):
        response.render()
    return response
