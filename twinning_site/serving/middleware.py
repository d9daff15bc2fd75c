"""Small guards that Django and the packages leave to the site."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

Handler = Callable[[HttpRequest], HttpResponse]

# What browsers send. In another one a body may be no text at all, and Django then fails.
CHARSETS = {"utf-8", "utf8", "us-ascii", "iso-8859-1", "windows-1252"}
# https://www.w3.org/TR/permissions-policy/ : nothing of this is used here
POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture",
        "encrypted-media", "geolocation", "gyroscope", "magnetometer", "microphone", "midi",
        "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock",
        "serial", "usb", "xr-spatial-tracking",
    )
)  # fmt: skip


def known_charsets(get_response: Handler) -> Handler:
    """Answer 400 to a body in a charset that no browser sends; stock Django answers 500."""

    def middleware(request: HttpRequest) -> HttpResponse:
        charset = request.content_params.get("charset")
        if charset is not None and charset.lower() not in CHARSETS:
            raise BadRequest("The charset of this request is unknown.")
        return get_response(request)

    return middleware


def permissions_policy(get_response: Handler) -> Handler:
    """Switch off every power of the browser that pages here never use."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response

    return middleware


def second_factor(get_response: Handler) -> Handler:
    """Take who has given only the password for nobody, where the setting asks for more.

    `request.half_signed_in` is the user who still has to give the second factor, or None.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        request.half_signed_in = None
        # Without a session cookie nobody is signed in; looking would make pages vary by cookie.
        if settings.STAFF_SECOND_FACTOR and settings.SESSION_COOKIE_NAME in request.COOKIES:
            user = request.user
            if user.is_authenticated and not user.is_verified():
                request.half_signed_in, request.user = user, AnonymousUser()
        return get_response(request)

    return middleware


class TextGZipMiddleware(GZipMiddleware):
    """Compress what is text; pictures and PDFs only get slower.

    Django pads each page by chance, so that its length tells nothing (BREACH).
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        media_type = response.get("Content-Type", "").partition(";")[0]
        if media_type.startswith("text/") or media_type.endswith(("json", "xml")):
            return super().process_response(request, response)
        return response
