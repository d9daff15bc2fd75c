"""The addresses at which the editor reads the library of pictures, for officers who may see it."""

from typing import Any

from django.contrib.admin.options import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse

from content.models import Picture

PICTURES_PER_PAGE = 24


class PictureLibrary(ModelAdmin):
    """Adds two addresses to the pictures' admin: the list as JSON, and a small picture."""

    def get_urls(self) -> list[URLPattern]:
        protect = self.admin_site.admin_view
        return [
            path("library/", protect(self.library), name="content_picture_library"),
            path("<int:number>/preview/", protect(self.preview), name="content_picture_preview"),
            *super().get_urls(),
        ]

    def library(self, request: HttpRequest) -> JsonResponse:
        """Return one page of the pictures that have the words of `q`, newest first.

        Shape: `{"pictures": [{id, title, preview, width, height}], "next": page or null}`.
        """
        if not self.has_view_permission(request):
            raise PermissionDenied
        words = request.GET.get("q", "").replace("\0", "")
        rows, _ = self.get_search_results(request, Picture.objects.all(), words)
        page = Paginator(rows, PICTURES_PER_PAGE).get_page(request.GET.get("page"))
        following = page.next_page_number() if page.has_next() else None
        return JsonResponse({"pictures": list(map(self.as_json, page)), "next": following})

    def as_json(self, picture: Picture) -> dict[str, Any]:
        """Return what lists of pictures show of one."""
        return {
            "id": picture.pk,
            "title": str(picture),
            "preview": reverse("admin:content_picture_preview", args=[picture.pk]),
            "width": picture.width,
            "height": picture.height,
        }

    def preview(self, request: HttpRequest, number: int) -> HttpResponseRedirect:
        """Redirect to a small version of a picture."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return HttpResponseRedirect(get_object_or_404(Picture, pk=number).file.small_url)
