from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from content.pdf.jobs import pdf_response
from content.web.access import may_change
from events.date_text import when_text
from events.dates.schedule import last_date, turn
from events.models import Event
from events.posters import SIZES, poster_html


@require_safe
def poster(request: HttpRequest, slug: str, size: str) -> HttpResponse:
    """The poster of the date that comes next; officers may print a draft to look at it."""
    events = Event.objects.select_related("city", "picture")
    if not may_change(request.user, Event):
        events = events.published()
    event = get_object_or_404(events, slug=slug)
    if size not in SIZES:
        raise Http404
    occurrence = turn(event, timezone.now()) or last_date(event)
    html = poster_html(occurrence, when_text(occurrence), size)
    return pdf_response(request, html, f"{event.slug}-{size}.pdf")
