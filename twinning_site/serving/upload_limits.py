"""Refuse what is too long before it is read, and files from those whom nobody knows."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.deprecation import MiddlewareMixin

from links.drop_boxes import open_drop_box

# Many times the longest form of the public; `docs/deploy/nginx.conf` has the same
MAX_FORM_BYTES = 1024**2
SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}


class NoFiles(FileUploadHandler):
    """Lets the parts of a request that are files pass by unread."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        raise SkipFile


class UploadLimits(MiddlewareMixin):
    """Middleware that looks at the length of what is sent, and at who sends it.

    Django stores every file of a request, of any length, as soon as anything asks for a field of
    it. The check for forged requests is the first to ask: this has to stand above it.
    """

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        """Answer 413 or 411 (RFC 9110, 15.5.14 and 15.5.12), or let the request pass."""
        if request.method in SAFE_METHODS:
            return None
        if "Transfer-Encoding" in request.headers and not request.headers.get("Content-Length"):
            # Django would take it for empty.
            return render(request, "400.html", status=411)
        with_files = _max_bytes_with_files(request)
        limit = with_files or MAX_FORM_BYTES
        if int(request.headers.get("Content-Length") or 0) > limit:
            max_files = max(0, with_files - MAX_FORM_BYTES)
            return render(request, "400.html", {"max_files": max_files}, status=413)
        if not with_files:
            request.upload_handlers = [NoFiles(request)]
        return None


def _max_bytes_with_files(request: HttpRequest) -> int:
    """Return how much a form with files may have; 0 for those who may send none."""
    if _is_from_an_officer(request):
        if request.resolver_match and request.resolver_match.url_name == "content_video_add":
            return settings.UPLOAD_MAX_VIDEO_BYTES + MAX_FORM_BYTES
        return settings.UPLOAD_MAX_REQUEST_BYTES
    return settings.DROP_BOX_MAX_BYTES + MAX_FORM_BYTES if _has_a_drop_box(request) else 0


def _is_from_an_officer(request: HttpRequest) -> bool:
    """Return whether it is for the admin, from somebody who has signed in to it completely."""
    match = request.resolver_match
    return match is not None and match.app_name == "admin" and request.user.is_staff


def _has_a_drop_box(request: HttpRequest) -> bool:
    """Return whether it has the key of a link by which a group hands in files."""
    match = request.resolver_match
    if match is None or match.view_name != "links:drop-box":
        return False
    return open_drop_box(match.kwargs["token"]) is not None
