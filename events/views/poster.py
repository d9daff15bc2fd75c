from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from content.pdf.jobs import pdf_response
from events.date_text import date_text
from events.models import Event
from events.posters import SIZES, poster_html


@require_safe
def poster(request: HttpRequest, slug: str, size: str) -> HttpResponseBase:
    """Show the poster of the current, next or last date; officers may see that of a draft."""
    events = Event.objects.visible_to(request.user).select_related("city", "picture")
    event = get_object_or_404(events, slug=slug)
    if size not in SIZES:
        raise Http404
    occurrence = event.main_occurrence(timezone.now())
    html = poster_html(occurrence, date_text(occurrence), size)
    return pdf_response(request, html, f"{event.slug}-{size}.pdf")
