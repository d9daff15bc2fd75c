"""The volunteer form as a PDF to print."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from content.models import Council
from content.pdf.jobs import pdf_response
from content.pdf.rendering import render_html
from content.text.slugs import slug_of
from volunteers.forms import ApplicationForm
from volunteers.models import ConsentWording
from volunteers.views.voluntary_scheme import with_voluntary_scheme


@require_safe
@with_voluntary_scheme()
def blank_form(request: HttpRequest) -> HttpResponseBase:
    """Return a PDF with the questions of the online form and room to write by hand."""
    wording = ConsentWording.objects.current()
    council = Council.current()
    if not wording or not council:
        raise Http404
    form = ApplicationForm(current_wording=wording)
    html = render_html(
        "pdf/volunteer_form.html",
        {
            "council": council,
            "questions": [form[name] for name in form.asked],
            "wording": wording,
        },
    )
    name = slug_of(gettext("Volunteer application form"), get_language() or "")
    return pdf_response(request, html, f"{name}.pdf")
