"""The list of newsletters, filtered by group and year, and the page of one issue."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from content.web.page_navigation import breadcrumb, jump_list, related_links
from content.web.public_views import FilteredByForm, PublicDetailView, PublicListView
from content.web.rich_text import references_in
from links.directory import Issue, public_issues
from links.filters import NewsletterFilterForm
from links.models import Newsletter
from links.newsletter_events import upcoming_occurrences

NEWSLETTERS_PER_PAGE = 24
SHOWN_RELATED = 3


class NewsletterListView(FilteredByForm, PublicListView):
    template_name = "links/newsletter_list.html"
    context_object_name = "newsletters"
    paginate_by = NEWSLETTERS_PER_PAGE
    filter_routes = {"group": "links:group-detail"}

    @cached_property
    def filter_form(self) -> NewsletterFilterForm:
        return NewsletterFilterForm(self.request.GET)

    def get_queryset(self) -> Sequence[Issue]:  # type: ignore[override] # a list will do
        return self.filter_form.apply(public_issues())

    def paginate_queryset(self, queryset: Any, page_size: int) -> tuple:
        paginator, page, issues, is_paginated = super().paginate_queryset(queryset, page_size)
        cards = Newsletter.objects.cards_of(issue.pk for issue in issues)
        return paginator, page, cards, is_paginated

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "chosen": self.filter_form.removal_links(self.request.path),
            "filter": self.filter_form,
            "reset_url": self.request.path,
        }


class NewsletterDetailView(PublicDetailView):
    model = Newsletter
    template_name = "links/newsletter_detail.html"

    @classmethod
    def rows(cls) -> QuerySet:
        newsletters = super().rows().select_related("group", "document", "picture")
        return newsletters.defer("document__text", "group__body", "group__how_to_join")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        newsletter = self.object
        articles = list(newsletter.articles.select_related("picture"))
        occurrences = upcoming_occurrences(newsletter)
        others = Newsletter.objects.published().filter(group=newsletter.group)
        document = newsletter.document
        return super().get_context_data(**kwargs) | {
            "articles": articles,
            "document": document if document and document.is_published else None,
            "occurrences": occurrences,
            "parts": jump_list(
                *((f"article-{n}", article.title, True) for n, article in enumerate(articles, 1)),
                ("coming", _("Coming events"), occurrences),
            ),
            "references": references_in(*(article.body for article in articles)),
            "related_links": related_links(
                others.exclude(pk=newsletter.pk).newest_first()[:SHOWN_RELATED]
            ),
            "breadcrumbs": [breadcrumb(_("Newsletters"), "links:newsletter-list")],
        }
