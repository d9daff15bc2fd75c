"""Work that no reader should wait for; a worker does it beside the web server."""

import logging

from django.utils import timezone
from django_tasks import task

from content.models import PrintedSheet
from content.pdf import make_pdf

logger = logging.getLogger(__name__)


@task(backend="background", queue_name="sheets")
def print_sheet(key: str) -> None:
    """Make the PDF of the sheet `key`. A page that cannot be printed is marked, not retried."""
    sheet = PrintedSheet.objects.get(pk=key)
    if sheet.pdf is not None:
        return
    try:
        sheet.pdf, sheet.failed_at = make_pdf(sheet.html), None
    except Exception:
        logger.exception("Sheet %s cannot be printed.", sheet)
        sheet.failed_at = timezone.now()
    sheet.save(update_fields=["pdf", "failed_at"])
