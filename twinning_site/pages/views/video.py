"""The page of a video, with its transcript."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext

from content.models import Publishable, Video, VideoKind
from content.web.edit_rights import may_change
from content.web.public_views import PublicDetailView
from content.web.rich_text import references_in


class VideoDetailView(PublicDetailView):
    """A video, as public as the pages that show it."""

    model = Video
    template_name = "pages/video_detail.html"

    @classmethod
    def rows(cls) -> QuerySet:
        return super().rows().select_related("poster")

    def get_object(self, queryset: QuerySet | None = None) -> Publishable:
        video = super().get_object(queryset)
        is_reachable = Video.objects.reachable().filter(pk=video.pk).exists()
        if not is_reachable and not may_change(self.request.user, video):
            raise Http404
        return video

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_signed = self.object.kind == VideoKind.SIGN_LANGUAGE
        return super().get_context_data(**kwargs) | {
            "kind": gettext("In sign language") if is_signed else gettext("Video"),
            "references": references_in(self.object.transcript),
        }
