"""Make accessible PDFs (PDF/UA-1, ISO 14289-1) from our own HTML.

No other module uses WeasyPrint.
"""

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

from content.text.printed_letters import WEIGHTS, further_faces, printed_font

# How static/css/pdf/base.css names the installed faces: whole files, unlike those of the web.
FONT_SCHEME = "font:"
# Pixels: 230 to the inch across a page of A4
MAX_PICTURE_SIDE = 1600


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
    """Return a whole HTML page as a tagged PDF.

    Addresses in `html` are relative to the site. Only the site's own static files and
    pictures are read, from disk; nothing is fetched from anywhere.
    """
    import weasyprint  # noqa: PLC0415 - takes half a second, which no other page should wait

    # WeasyPrint makes Pillow accept broken pictures everywhere; uploads have to be refused.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    document = weasyprint.HTML(
        string=with_fonts(html), base_url=f"{settings.SITE_URL}/", url_fetcher=_fetcher()
    )
    return document.write_pdf(pdf_variant="pdf/ua-1")


def with_fonts(html: str) -> str:
    """Return a page with the fonts that its letters need beside the site's own.

    `static/css/pdf/base.css` names them all; a page without such letters does not load them.
    """
    rules = "".join(
        f'@font-face {{ font-family: "Twinning {name.title()}"; font-weight: {weight}; '
        f'src: url("{FONT_SCHEME}{name}-{weight}"); }}'
        for name in further_faces(html)
        for weight in WEIGHTS
    )
    return html.replace("</head>", f"<style>{rules}</style></head>", 1) if rules else html


def _fetcher() -> object:
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - as above

    class OwnFilesOnly(URLFetcher):
        """Reads the site's own files and refuses every other address."""

        def fetch(self, url: str, headers: dict | None = None) -> URLFetcherResponse:
            body = read_own_file(url)
            if url.startswith(f"{settings.SITE_URL}{settings.MEDIA_URL}"):
                body, media_type = compress_for_pdf(body)
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
        return printed_font(url.removeprefix(FONT_SCHEME))
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


def compress_for_pdf(content: bytes) -> tuple[bytes, str]:
    """Return an opaque picture as a JPEG of at most 1600 pixels a side, and its media type.

    WeasyPrint embeds a JPEG as it is, but decodes and encodes any other format, which takes most
    of the time that a newsletter takes. Pictures with transparency are returned unchanged.
    """
    with Image.open(io.BytesIO(content)) as picture:
        if picture.has_transparency_data:
            return content, picture.get_format_mimetype() or "application/octet-stream"
        opaque = picture.convert("RGB")
    opaque.thumbnail((MAX_PICTURE_SIDE, MAX_PICTURE_SIDE))
    buffer = io.BytesIO()
    opaque.save(buffer, "JPEG", quality=85)
    return buffer.getvalue(), "image/jpeg"


def _read_static(name: str) -> bytes:
    """Read a static file from where it was collected, or else from its source."""
    if staticfiles_storage.exists(name):
        with staticfiles_storage.open(name) as file:
            return file.read()
    if found := finders.find(name):
        return Path(found).read_bytes()
    raise FileNotFoundError(name)
