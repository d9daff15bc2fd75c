"""Answer with a part of a file, as players of videos ask for it (RFC 9110, 14)."""

import re
from collections.abc import Iterator
from http import HTTPStatus

from django.core.files.base import File
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

# Bytes of one answer to a player, which asks for the next by itself: whoever watches slowly, or
# pauses, holds a thread of the server no longer than for this.
MAX_PART = 2 * 1024**2
STEP = 64 * 1024
ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def file_or_part(
    request: HttpRequest, file: File, content_type: str, etag: str
) -> HttpResponseBase:
    """Return the file, or the one part of it that the request asks for.

    A part may be shorter than what was asked for. Of several ranges, or of a file that is another
    one by now, the whole is returned, as it may be.
    """
    wanted = ONE_RANGE.fullmatch(request.headers.get("Range", "").strip())
    is_same = request.headers.get("If-Range", etag) == etag
    if request.method != "GET" or not wanted or not any(wanted.groups()) or not is_same:
        whole = FileResponse(file, content_type=content_type)
        return _described(whole, etag)
    size = file.size
    start, end = _bounds(wanted[1], wanted[2], size)
    if start >= size or start > end:
        file.close()
        beyond = HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
        beyond["Content-Range"] = f"bytes */{size}"
        return beyond
    end = min(end, start + MAX_PART - 1)
    part = StreamingHttpResponse(
        _read(file, start, end), status=HTTPStatus.PARTIAL_CONTENT, content_type=content_type
    )
    part._resource_closers.append(file.close)  # type: ignore[attr-defined] # not in the stubs
    part["Content-Range"] = f"bytes {start}-{end}/{size}"
    part["Content-Length"] = str(end - start + 1)
    return _described(part, etag)


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """Return the first and the last byte that are asked for; `-500` are the last 500."""
    if not first:
        return max(0, size - int(last)), size - 1 if int(last) else -1
    return int(first), min(int(last), size - 1) if last else size - 1


def _read(file: File, start: int, end: int) -> Iterator[bytes]:
    file.seek(start)
    while start <= end:
        chunk = file.read(min(STEP, end - start + 1))
        if not chunk:
            return
        start += len(chunk)
        yield chunk


def _described(answer: HttpResponseBase, etag: str) -> HttpResponseBase:
    answer["Accept-Ranges"] = "bytes"
    answer["ETag"] = etag
    return answer
