"""The list of newsletters, filtered by group and year, and the page of one issue."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from content.models import Council, PublishableQuerySet
from content.web.page_navigation import breadcrumb, jump_list, related_links
from content.web.public_views import FilteredByForm, PublicDetailView, PublicListView
from content.web.rich_text import pictures_in
from links.filters import COUNCIL_CHOICE, NewsletterFilterForm
from links.models import LinkGroup, Newsletter, NewsletterQuerySet
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
        newsletters = Newsletter.objects.published()
        return NewsletterFilterForm(
            self.request.GET, groups=self.publishers(newsletters), years=newsletters.years()
        )

    def get_queryset(self) -> NewsletterQuerySet:
        newsletters = Newsletter.objects.published()
        if self.filter_form.group_slug == COUNCIL_CHOICE:
            newsletters = newsletters.of_council()
        elif self.filter_form.group_slug:
            newsletters = newsletters.filter(group__slug=self.filter_form.group_slug)
        if self.filter_form.chosen_year:
            newsletters = newsletters.filter(year=self.filter_form.chosen_year)
        return newsletters.newest_first()

    def paginate_queryset(self, queryset: Any, page_size: int) -> tuple:
        paginator, page, issues, is_paginated = super().paginate_queryset(queryset, page_size)
        return paginator, page, issues.as_cards(), is_paginated  # type: ignore[attr-defined] # ours

    def publishers(self, newsletters: NewsletterQuerySet) -> list[tuple[str, object]]:
        """Return the choices of the filter: the council, and the groups of these issues."""
        groups = LinkGroup.objects.published().filter(pk__in=newsletters.values("group"))
        groups = groups.only("name", "slug", "is_umbrella")
        council = Council.current()
        return [
            *([(COUNCIL_CHOICE, council.name)] if council else []),
            *((group.slug, group.name) for group in groups.in_order()),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "chosen": self.filter_form.removal_links(self.request.path),
            "filter": self.filter_form,
            "reset_url": self.request.path,
        }


class NewsletterDetailView(PublicDetailView):
    model = Newsletter
    template_name = "links/newsletter_detail.html"

    def get_queryset(self) -> PublishableQuerySet:
        newsletters = super().get_queryset().select_related("group", "document", "picture")
        return newsletters.defer("document__text")

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
            "pictures": pictures_in(*(article.body for article in articles)),
            "related_links": related_links(
                others.exclude(pk=newsletter.pk).newest_first()[:SHOWN_RELATED]
            ),
            "breadcrumbs": [breadcrumb(_("Newsletters"), "links:newsletter-list")],
        }
