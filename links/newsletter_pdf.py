"""A newsletter on paper."""

from django.conf import settings

from content.models import Council
from content.pdf.rendering import render_html
from content.web.rich_text import pictures_in
from links.announced_dates import coming_dates
from links.models import Newsletter


def newsletter_html(newsletter: Newsletter) -> str:
    """Render an issue that has articles, in the active language."""
    council = Council.current()
    articles = list(newsletter.articles.select_related("picture"))
    return render_html(
        "pdf/newsletter.html",
        {
            "articles": articles,
            "council": council,
            "newsletter": newsletter,
            "occurrences": coming_dates(newsletter),
            "page_url": f"{settings.SITE_URL}{newsletter.get_absolute_url()}",
            "pictures": pictures_in(*(article.body for article in articles)),
            "published_by": newsletter.group or council,
        },
    )
