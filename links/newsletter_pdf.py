"""The HTML from which the PDF of a newsletter is made."""

from django.conf import settings

from content.models import Council
from content.pdf.rendering import render_html
from content.web.rich_text import references_in
from links.models import Newsletter
from links.newsletter_events import upcoming_occurrences


def newsletter_pdf_html(newsletter: Newsletter) -> str:
    """Return the HTML of an issue that has articles, in the active language."""
    council = Council.current()
    articles = list(newsletter.articles.select_related("picture"))
    return render_html(
        "pdf/newsletter.html",
        {
            "articles": articles,
            "council": council,
            "newsletter": newsletter,
            "occurrences": upcoming_occurrences(newsletter),
            "page_url": f"{settings.SITE_URL}{newsletter.get_absolute_url()}",
            "references": references_in(*(article.body for article in articles)),
            "published_by": newsletter.group or council,
        },
    )
