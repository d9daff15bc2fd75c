"""Accessible PDFs (PDF/UA-1, ISO 14289-1) from our own HTML. WeasyPrint is known only here."""

import io
import mimetypes
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_bidi
from PIL import Image, ImageFile

from content.text.fonts import font_source

# How static/css/pdf/base.css names the installed faces: whole files, unlike those of the web.
FONT_SCHEME = "font:"
# Of a picture, in pixels: 230 to the inch across a page of A4.
MAX_SIDE = 1600


def render_html(template: str, context: dict) -> str:
    """Render a template of `templates/pdf/` in the active language."""
    return render_to_string(
        template,
        {
            **context,
            "LANGUAGE_CODE": get_language(),
            "LANGUAGE_BIDI": get_language_bidi(),
            "site_url": settings.SITE_URL,
        },
    )


def make_pdf(html: str) -> bytes:
    """Turn a whole HTML page into a tagged PDF.

    Addresses in `html` are relative to the site. Only the site's own static files and
    pictures are read, from disk; nothing is fetched from anywhere.
    """
    import weasyprint  # noqa: PLC0415 - half a second that no other page should wait

    # WeasyPrint tells Pillow to put up with broken pictures; uploads must not be let in so.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    document = weasyprint.HTML(
        string=html, base_url=f"{settings.SITE_URL}/", url_fetcher=_fetcher()
    )
    return document.write_pdf(pdf_variant="pdf/ua-1")


def _fetcher():
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - as above

    class OwnFilesOnly(URLFetcher):
        """Read what belongs to the site; refuse every other address."""

        def fetch(self, url: str, headers: dict | None = None) -> URLFetcherResponse:
            body = read_own_file(url)
            if url.startswith(f"{settings.SITE_URL}{settings.MEDIA_URL}"):
                body, media_type = picture_for_paper(body)
            else:
                media_type = mimetypes.guess_type(url)[0] or "application/octet-stream"
            return URLFetcherResponse(url, body, {"Content-Type": media_type})

    return OwnFilesOnly()


def read_own_file(url: str) -> bytes:
    """Return the content of one of the site's static files or public pictures.

    Raises:
        ValueError: if `url` is not one of them.
    """
    if url.startswith(FONT_SCHEME):
        return font_source(url.removeprefix(FONT_SCHEME)).read_bytes()
    if not url.startswith(f"{settings.SITE_URL}/"):
        raise ValueError(f"Not an address of this site: {url}")
    path = unquote(urlsplit(url).path)
    try:
        if path.startswith(settings.MEDIA_URL):
            with default_storage.open(path.removeprefix(settings.MEDIA_URL)) as file:
                return file.read()
        if path.startswith(settings.STATIC_URL):
            return _read_static(path.removeprefix(settings.STATIC_URL))
    except (OSError, SuspiciousFileOperation) as error:
        raise ValueError(f"No such file: {url}") from error
    raise ValueError(f"Neither a static file nor a picture: {url}")


def picture_for_paper(content: bytes) -> tuple[bytes, str]:
    """Return an opaque picture as a JPEG of at most 1600 pixels a side, and its media type.

    A JPEG goes into a PDF as it is; any other format is unpacked and packed again, which takes
    most of the time that a newsletter takes. See-through pictures stay as they are.
    """
    with Image.open(io.BytesIO(content)) as picture:
        if picture.has_transparency_data:
            return content, picture.get_format_mimetype()
        picture = picture.convert("RGB")
    picture.thumbnail((MAX_SIDE, MAX_SIDE))
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=85)
    return buffer.getvalue(), "image/jpeg"


def _read_static(name: str) -> bytes:
    """Read a static file where it was collected, or else where it lies in the source."""
    if staticfiles_storage.exists(name):
        with staticfiles_storage.open(name) as file:
            return file.read()
    if found := finders.find(name):
        return Path(found).read_bytes()
    raise FileNotFoundError(name)
