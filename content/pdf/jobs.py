"""Sheets on order: a PDF is made once for each content and language, off the request.

A view renders the HTML of its sheet, which is cheap, and hands it to `sheet_response`. What was
printed before from the very same HTML is handed out at once. Otherwise a worker is told to make
it; the reader waits for a second at most and then sees a page that loads again by itself, but
not for ever.
"""

import hashlib
import io
import logging
import time
from datetime import timedelta
from functools import cache
from importlib.metadata import version

from django.conf import settings
from django.db.models import Q
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django_tasks import task

from content.models import GeneratedPdf
from content.pdf.rendering import make_pdf

# How long a reader waits before being asked to, in seconds.
PATIENCE = 1.0
LOOK_EVERY = 0.1
# How old an order may be for its page to load again by itself.
RELOADS_FOR = timedelta(seconds=30)
# A sheet that could not be printed, or whose worker died over it, is tried again after this.
RETRY_AFTER = timedelta(minutes=5)

logger = logging.getLogger(__name__)


def sheet_response(request: HttpRequest, html: str, filename: str) -> HttpResponse:
    """Answer with the PDF of `html`, or (202) with a page that asks to wait.

    Not inside a transaction: the worker sees only what is committed.
    """
    key = sheet_key(html)
    sheet = _order(key, html)
    patience = time.monotonic() + PATIENCE
    while sheet.pdf is None and sheet.failed_at is None and time.monotonic() < patience:
        time.sleep(LOOK_EVERY)
        sheet.refresh_from_db()
    if sheet.failed_at:
        return render(request, "content/pdf_failed.html", status=503)
    if sheet.pdf is None:
        is_late = timezone.now() - sheet.ordered_at > RELOADS_FOR
        response = render(request, "content/pdf_waiting.html", {"is_late": is_late}, status=202)
        if not is_late:
            response["Refresh"] = "3"
        response["Cache-Control"] = "no-store"
        return response
    response = FileResponse(
        io.BytesIO(sheet.pdf), filename=filename, content_type="application/pdf"
    )
    response["ETag"] = etag = f'"{key}"'
    response["Cache-Control"] = "no-cache"
    return get_conditional_response(request, etag=etag, response=response)


def sheet_key(html: str) -> str:
    """A digest of `html` and of everything else that shapes the sheet."""
    return hashlib.sha256(f"{_press()}\n{html}".encode()).hexdigest()


def order_again(sheet: GeneratedPdf) -> bool:
    """Note a new order of a sheet that failed or was forgotten, if nobody else has just done so."""
    now = timezone.now()
    before = now - RETRY_AFTER
    left = Q(failed_at__lt=before) | Q(failed_at=None, ordered_at__lt=before)
    again = GeneratedPdf.objects.filter(left, pk=sheet.pk, pdf=None)
    return bool(again.update(failed_at=None, ordered_at=now))


def _order(key: str, html: str) -> GeneratedPdf:
    sheet, is_new = GeneratedPdf.objects.get_or_create(pk=key, defaults={"html": html})
    if is_new or (sheet.pdf is None and order_again(sheet)):
        generate_pdf.enqueue(key)
        sheet.refresh_from_db()
    return sheet


@cache
def _press() -> str:
    """A digest of the style sheets and the version of the program that prints."""
    digest = hashlib.sha256(version("weasyprint").encode())
    for path in sorted((settings.BASE_DIR / "static" / "css" / "pdf").glob("*.css")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


@task(backend="background", queue_name="sheets")
def generate_pdf(key: str) -> None:
    """Make the PDF of the sheet `key`. What cannot be printed or kept is marked, not retried."""
    sheet = GeneratedPdf.objects.get(pk=key)
    if sheet.pdf is not None:
        return
    try:
        sheet.pdf, sheet.failed_at = make_pdf(sheet.html), None
        sheet.save(update_fields=["pdf", "failed_at"])
    except Exception:
        logger.exception("Sheet %s cannot be printed.", sheet)
        GeneratedPdf.objects.filter(pk=key).update(failed_at=timezone.now())
