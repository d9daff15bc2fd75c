"""Plain pages, also in easy language, and the index of those under “About”."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.models import Publishable
from content.web.language_versions import languages_of
from content.web.page_navigation import breadcrumb, related_links
from content.web.public_views import PublicDetailView, PublicListView
from content.web.rich_text import references_in
from content.web.shown_videos import has_videos, shown_videos
from links.directory import public_funds
from twinning_site.pages.easy_language import easy_read_link
from twinning_site.pages.main_menu import above_in_menu
from twinning_site.pages.models import Page, PageQuerySet


class PageDetailView(PublicDetailView):
    """A plain page with its documents and other pages to read."""

    model = Page
    template_name = "pages/page_detail.html"

    @classmethod
    def rows(cls) -> QuerySet:
        return super().rows().select_related("picture").annotate(has_videos=has_videos(Page))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = self.object
        above = above_in_menu(page.get_absolute_url())
        return super().get_context_data(**kwargs) | {
            "documents": list(page.documents.published().defer("text")),
            "references": references_in(page.body),
            "related_links": related_links(Page.objects.published().about().exclude(pk=page.pk)),
            "breadcrumbs": [breadcrumb(_("About"), "pages:page-list")] if above is None else above,
            "easy_read": easy_read_link(page, self.request),
            **shown_videos(page.videos if page.has_videos else None),
        }


class EasyReadView(PublicDetailView):
    """The text of a plain page in easy language; not found if it has none in any language."""

    model = Page
    template_name = "pages/easy_read.html"

    def get_object(self, queryset: QuerySet | None = None) -> Publishable:
        page: Any = super().get_object(queryset)
        if not languages_of(page.easy_read):
            raise Http404
        return page

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = self.object
        url = page.get_absolute_url()
        if getattr(self.request, "is_preview", False):
            url = f"?language={get_language()}"
        return super().get_context_data(**kwargs) | {
            "references": references_in(page.easy_read),
            "written_languages": languages_of(page.easy_read),
            "page_url": url,
            "breadcrumbs": related_links([page]),
        }


class PageListView(PublicListView):
    """The pages under “About”, and the list of funds if there are any."""

    template_name = "pages/page_list.html"
    context_object_name = "pages"

    def get_queryset(self) -> PageQuerySet:
        return Page.objects.published().about()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"has_funds": bool(public_funds())}
