"""PDFs on demand: each is made once for its content and language, outside the request.

A view renders the HTML, which is cheap, and hands it to `pdf_response`. A PDF that was made
from the very same HTML before is sent at once. Otherwise a worker is told to make it; the reader
waits for a second at most and then sees a page that reloads by itself, but not for ever.
"""

import hashlib
import io
import logging
import time
from datetime import timedelta
from functools import cache
from importlib.metadata import version

from django.conf import settings
from django.db import OperationalError
from django.db.models import Q
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django_tasks import task

from content.models import GeneratedPdf
from content.pdf.rendering import make_pdf
from content.write_lock import waiting_at_most

# How long a request waits for the PDF, and how often it looks.
MAX_WAIT_SECONDS = 1.0
POLL_SECONDS = 0.1
# How long each step of ordering a PDF waits for other writers
MAX_LOCK_SECONDS = 1.0
# How old an order may be for the waiting page to reload by itself.
MAX_RELOADING_AGE = timedelta(seconds=30)
# A PDF that could not be made, or whose worker died over it, is tried again after this.
RETRY_AFTER = timedelta(minutes=5)

logger = logging.getLogger(__name__)


def pdf_response(request: HttpRequest, html: str, filename: str) -> HttpResponseBase:
    """Return the PDF of `html`, or a page that asks the reader to wait (202).

    Do not call it inside a transaction: the worker sees only what is committed.
    """
    key = pdf_key(html)
    try:
        generated = _get_or_order(key, html)
    except OperationalError:
        # The database is locked or full; what is made already can be read all the same.
        return _waiting_page(request, status=503)
    deadline = time.monotonic() + MAX_WAIT_SECONDS
    while generated.pdf is None and generated.failed_at is None and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
        generated.refresh_from_db()
    if generated.failed_at:
        return render(request, "content/pdf_failed.html", status=503)
    if generated.pdf is None:
        is_late = timezone.now() - generated.ordered_at > MAX_RELOADING_AGE
        return _waiting_page(request, status=202, is_late=is_late)
    pdf = FileResponse(io.BytesIO(generated.pdf), filename=filename, content_type="application/pdf")
    pdf["ETag"] = f'"{key}"'
    return pdf


def pdf_key(html: str) -> str:
    """Return a digest of `html` and of everything else that shapes its PDF."""
    return hashlib.sha256(f"{_renderer_digest()}\n{html}".encode()).hexdigest()


def claim_retry(generated: GeneratedPdf) -> bool:
    """Order a PDF anew that failed or was not made for five minutes.

    Returns:
        Whether this caller was the first to do so, and has to enqueue the task.
    """
    now = timezone.now()
    before = now - RETRY_AFTER
    is_stale = Q(failed_at__lt=before) | Q(failed_at=None, ordered_at__lt=before)
    stale = GeneratedPdf.objects.filter(is_stale, pk=generated.pk, pdf=None)
    return bool(stale.update(failed_at=None, ordered_at=now))


def _waiting_page(request: HttpRequest, *, status: int, is_late: bool = False) -> HttpResponse:
    response = render(request, "content/pdf_waiting.html", {"is_late": is_late}, status=status)
    if not is_late:
        response["Refresh"] = "3"
    response["Cache-Control"] = "no-store"
    return response


def _get_or_order(key: str, html: str) -> GeneratedPdf:
    # Readers must not take all threads up.
    with waiting_at_most(MAX_LOCK_SECONDS):
        generated, is_new = GeneratedPdf.objects.get_or_create(pk=key, defaults={"html": html})
        if is_new or (generated.pdf is None and claim_retry(generated)):
            generate_pdf.enqueue(key)
            generated.refresh_from_db()
    return generated


@cache
def _renderer_digest() -> str:
    """Return a digest of the style sheets for PDFs and of WeasyPrint's version."""
    digest = hashlib.sha256(version("weasyprint").encode())
    for path in sorted((settings.BASE_DIR / "static" / "css" / "pdf").glob("*.css")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


@task(backend="background", queue_name="pdf")
def generate_pdf(key: str) -> None:
    """Make the PDF of the row `key`. One that cannot be made is marked, not retried."""
    generated = GeneratedPdf.objects.get(pk=key)
    if generated.pdf is not None:
        return
    try:
        generated.pdf, generated.failed_at = make_pdf(generated.html), None
        generated.save(update_fields=["pdf", "failed_at"])
    except Exception:
        logger.exception("PDF %s cannot be made.", generated)
        GeneratedPdf.objects.filter(pk=key).update(failed_at=timezone.now())
