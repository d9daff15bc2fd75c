"""Guard against odd requests, set a header, and compress text."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

Handler = Callable[[HttpRequest], HttpResponse]

# The charsets that browsers send. With another one Django may fail to decode the body.
CHARSETS = {"utf-8", "utf8", "us-ascii", "iso-8859-1", "windows-1252"}
# https://www.w3.org/TR/permissions-policy/ : the site uses none of these features.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture",
        "encrypted-media", "geolocation", "gyroscope", "magnetometer", "microphone", "midi",
        "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock",
        "serial", "usb", "xr-spatial-tracking",
    )
)  # fmt: skip


def known_charsets(get_response: Handler) -> Handler:
    """Answer 400 to a body in a charset that no browser sends; Django itself answers 500."""

    def middleware(request: HttpRequest) -> HttpResponse:
        charset = (request.content_params or {}).get("charset")
        if charset is not None and charset.lower() not in CHARSETS:
            raise BadRequest("The charset of this request is unknown.")
        return get_response(request)

    return middleware


def permissions_policy(get_response: Handler) -> Handler:
    """Switch off the browser features that the site does not use."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response

    return middleware


class TextGZipMiddleware(GZipMiddleware):
    """Compress text only; pictures and PDFs are compressed already.

    Django pads each page at random, so that its length reveals nothing (BREACH).
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        media_type = response.get("Content-Type", "").partition(";")[0]
        if media_type.startswith("text/") or media_type.endswith(("json", "xml")):
            return super().process_response(request, response)
        return response
