from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from content.pdf.jobs import pdf_response
from links.models import Newsletter
from links.newsletter_pdf import newsletter_pdf_html


@require_safe
def newsletter_pdf(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Answer with a PDF made from the articles of an issue. Officers may see that of a draft.

    Raises:
        Http404: if there is no such issue, or it has no articles.
    """
    issues = Newsletter.objects.visible_to(request.user).select_related("group")
    newsletter = get_object_or_404(issues, slug=slug)
    if not newsletter.articles.exists():
        raise Http404
    return pdf_response(request, newsletter_pdf_html(newsletter), f"{newsletter.slug}.pdf")
