"""Serve files: pictures, share pictures, and documents while they are public."""

from hashlib import sha256
from uuid import UUID

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.core.signing import BadSignature
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from content.models import Document, Picture
from content.permissions import has_permission
from content.pictures.lasting_address import key_of
from content.pictures.share_cards import ShareCard, draw
from content.text.stable_links import stable_link
from content.web.edit_rights import may_change
from content.web.link_targets import linkable_models

# An uploaded file must never act as a page of this site.
FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
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
def document(request: HttpRequest, uid: UUID, filename: str) -> HttpResponseBase:
    """Serve a document that is public; whoever may see its form may fetch every one."""
    document = get_object_or_404(Document, uid=uid)
    is_officer = has_permission(request.user, "view", document) or may_change(
        request.user, document
    )
    if not is_officer and not document.is_reachable:
        raise Http404
    if filename not in document.download_names:
        return redirect(document)
    response = FileResponse(
        document.file.open(), filename=filename, content_type=document.media_type
    )
    response["Content-Security-Policy"] = FILE_POLICY
    response["ETag"] = _etag(str(document.file))
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
    response["ETag"] = _etag(str(picture.file))
    return response


@require_safe
def media(request: HttpRequest, path: str) -> FileResponse:
    """Serve a picture, for ever cacheable: its random name never gets other content."""
    try:
        if not path.startswith("pictures/") or not default_storage.exists(path):
            raise Http404
        response = FileResponse(default_storage.open(path))
        response["ETag"] = _etag(path)
    except (SuspiciousFileOperation, IsADirectoryError) as error:
        raise Http404 from error
    response["Content-Security-Policy"] = FILE_POLICY
    response["Cache-Control"] = f"public, max-age={SECONDS_PER_YEAR}, immutable"
    return response


def _etag(name: str) -> str:
    """Return the validator of a stored file, whose name never gets other content."""
    return f'"{sha256(name.encode()).hexdigest()[:32]}"'


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
