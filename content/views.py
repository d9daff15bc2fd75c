"""Serve files: pictures, documents and videos while they are public, and shared previews."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from csp.constants import NONE
from django.core.exceptions import ObjectDoesNotExist, SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.core.signing import BadSignature
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext, override
from django.views.decorators.http import require_safe
from django.views.defaults import page_not_found

from content.drafts.preview_links import is_opened_too_often, row_of
from content.drafts.previewed_document import drafted_file
from content.drafts.previewed_page import asked_language, keep_to_one_reader, page_with_draft
from content.drafts.undone import undone_transaction
from content.models import Document, Draft, Picture, PreviewLink, Publishable, Video
from content.permissions import has_permission
from content.pictures.lasting_address import key_of
from content.pictures.share_cards import ShareCard, draw
from content.text.html.stable_links import stable_link
from content.text.languages import text_in
from content.videos.upload_checks import TYPES
from content.web.byte_ranges import file_or_part
from content.web.edit_rights import may_change
from content.web.file_answers import FILE_POLICY, document_answer, etag_of
from content.web.link_targets import linkable_models

SECONDS_PER_YEAR = 365 * 24 * 3600


@require_safe
def go(request: HttpRequest, kind: str, number: int) -> HttpResponseBase:
    """Redirect to the page of a row, for a link whose address was not filled in.

    Officers who may change the row get there while it is a draft.
    """
    link = stable_link(request.path)
    model = linkable_models().get(kind)
    if link is None or model is None:
        raise Http404
    rows = model._default_manager.filter(pk=number)
    row = get_object_or_404(rows)
    if not may_change(request.user, row) and not rows.reachable().exists():
        raise Http404
    response = redirect(row)
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def preview_link(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show a page before the public sees it, to whoever has the key; what is in it sends nothing.

    Once it is public, redirect to it. All keys that open nothing get the same answer.
    """
    response: HttpResponseBase
    with override(asked_language(request)):
        try:
            response = _shared_preview(request, token)
        except Http404 as error:
            response = page_not_found(request, error)
    keep_to_one_reader(response)
    return response


def _shared_preview(request: HttpRequest, token: str) -> HttpResponseBase:
    link, thing = _opened(token)
    if thing.is_published and not Draft.objects.of(thing).exists():
        return redirect(thing)
    if is_opened_too_often(link):
        words = gettext("This link was opened very often today. Please try again tomorrow.")
        media_type = "text/plain; charset=utf-8"
        return HttpResponse(words, media_type, status=HTTPStatus.TOO_MANY_REQUESTS)
    try:
        with undone_transaction():
            page: Any = page_with_draft(request, thing, link.last_day)
    except ObjectDoesNotExist as error:
        # The row has just gone.
        raise Http404 from error
    page._csp_replace = {"form-action": [NONE]}
    return page


@require_safe
def preview_link_file(request: HttpRequest, token: str) -> HttpResponseBase:
    """Serve the file of a document as its draft has it, to whoever has the key."""
    response: HttpResponseBase
    try:
        _link, thing = _opened(token)
        if not isinstance(thing, Document):
            raise Http404
        response = drafted_file(thing)
    except Http404 as error:
        response = page_not_found(request, error)
    keep_to_one_reader(response)
    return response


def _opened(token: str) -> tuple[PreviewLink, Publishable]:
    links = PreviewLink.objects.of_token(token).select_related("made_by", "content_type")
    link = links.first()
    thing = row_of(link) if link else None
    if link is None or thing is None:
        raise Http404
    return link, thing


@require_safe
def document(request: HttpRequest, uid: UUID, filename: str) -> HttpResponseBase:
    """Serve a document that is public; whoever may see its form may fetch every one."""
    document = get_object_or_404(Document, uid=uid)
    is_officer = _sees_drafts(request, document)
    if not is_officer and not document.is_reachable:
        raise Http404
    if filename not in document.download_names:
        return redirect(document)
    return _for_reader(document_answer(document, filename), is_officer)


@require_safe
def video_file(request: HttpRequest, uid: UUID, ending: str) -> HttpResponseBase:
    """Serve a video, or the part of it for which a player asks, as `document` does."""
    video, is_officer = _video(request, uid)
    if ending != TYPES[video.media_type][0]:
        raise Http404
    try:
        file = video.file.open()
    except FileNotFoundError as error:
        raise Http404 from error
    response = file_or_part(request, file, video.media_type, etag_of(str(video.file)))
    response["Content-Security-Policy"] = FILE_POLICY
    return _for_reader(response, is_officer)


@require_safe
def captions(request: HttpRequest, uid: UUID, language: str) -> HttpResponseBase:
    """Serve the captions of a video in one language."""
    video, is_officer = _video(request, uid)
    text = text_in(video.captions, language)
    if not text:
        raise Http404
    response = HttpResponse(text, content_type="text/vtt; charset=utf-8")
    response["Content-Security-Policy"] = FILE_POLICY
    return _for_reader(response, is_officer)


def _video(request: HttpRequest, uid: UUID) -> tuple[Video, bool]:
    """Return a video that the public may see, or that whoever asks may write; and which it is."""
    video = get_object_or_404(Video, uid=uid)
    is_officer = _sees_drafts(request, video)
    if not is_officer and not Video.objects.reachable().filter(pk=video.pk).exists():
        raise Http404
    return video, is_officer


def _sees_drafts(request: HttpRequest, row: Publishable) -> bool:
    return has_permission(request.user, "view", row) or may_change(request.user, row)


def _for_reader(response: HttpResponseBase, is_officer: bool) -> HttpResponseBase:
    """Have no cache keep what an officer gets: it may be a draft."""
    if is_officer:
        response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def picture(request: HttpRequest, token: str) -> FileResponse:
    """Serve the file that a picture has now; who has it already is asked to come again."""
    try:
        picture = get_object_or_404(Picture, pk=key_of(token))
        response = FileResponse(picture.file.open())
    except (BadSignature, FileNotFoundError) as error:
        raise Http404 from error
    response["Content-Security-Policy"] = FILE_POLICY
    response["ETag"] = etag_of(str(picture.file))
    return response


@require_safe
def media(request: HttpRequest, path: str) -> FileResponse:
    """Serve a picture, for ever cacheable: its random name never gets other content."""
    try:
        if not path.startswith("pictures/") or not default_storage.exists(path):
            raise Http404
        response = FileResponse(default_storage.open(path))
        response["ETag"] = etag_of(path)
    except (SuspiciousFileOperation, IsADirectoryError) as error:
        raise Http404 from error
    response["Content-Security-Policy"] = FILE_POLICY
    response["Cache-Control"] = f"public, max-age={SECONDS_PER_YEAR}, immutable"
    return response


@require_safe
def share_picture(request: HttpRequest, token: str) -> HttpResponse:
    """Draw the picture that other sites show of a page; see `content.pictures.share_cards`."""
    try:
        picture = draw(ShareCard.from_token(token))
    except (BadSignature, OSError) as error:
        # The address is forged, or its picture has been deleted.
        raise Http404 from error
    response = HttpResponse(picture, content_type="image/jpeg")
    response["Cache-Control"] = f"public, max-age={SECONDS_PER_YEAR}, immutable"
    return response
