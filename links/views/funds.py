"""The list of funds, open and closed, and the page of one."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from content.text.sorting import sorted_by_name
from content.web.page_navigation import breadcrumb
from content.web.public_views import PublicDetailView, PublicListView
from content.web.rich_text import references_in
from links.directory import public_funds
from links.models import Fund


class FundListView(PublicListView):
    """All public funds. Nothing leads here while there is none."""

    template_name = "links/fund_list.html"

    def get_queryset(self) -> Sequence[Fund]:  # type: ignore[override] # a list will do
        return public_funds()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        funds = self.object_list
        closed = [fund for fund in funds if fund.is_closed]
        return super().get_context_data(**kwargs) | {
            "with_deadline": [fund for fund in funds if fund.deadline and not fund.is_closed],
            "without_deadline": [fund for fund in funds if not fund.deadline],
            # The last one to close first
            "closed": closed[::-1],
            "breadcrumbs": [breadcrumb(_("About"), "pages:page-list")],
        }


class FundDetailView(PublicDetailView):
    model = Fund
    context_object_name = "fund"
    template_name = "links/fund_detail.html"

    @classmethod
    def rows(cls) -> QuerySet:
        return super().rows().prefetch_related("themes")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        fund = self.object
        return super().get_context_data(**kwargs) | {
            "cities": sorted_by_name(fund.cities.published().only("name", "slug")),
            "documents": list(fund.documents.published().defer("text")),
            "groups": sorted_by_name(fund.groups.published().only("name", "slug")),
            "references": references_in(fund.body, fund.how_to_apply),
            "themes": list(fund.themes.all()),
            "breadcrumbs": [
                breadcrumb(_("About"), "pages:page-list"),
                breadcrumb(_("Funding"), "links:fund-list"),
            ],
        }
