from dataclasses import fields
from typing import Any

from django.contrib import admin
from django.core.files.base import File
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from content.admin.library.uploads import UploadAdmin
from content.admin.publishing.publishable import PUBLISHING, PublishableAdmin
from content.admin.related_links import WhereUsedMixin
from content.forms.videos import VideoForm
from content.models import Video
from content.text.file_sizes import file_size
from content.videos.upload_checks import VideoFacts, prepare_video


@admin.register(Video)
class VideoAdmin(WhereUsedMixin, UploadAdmin, PublishableAdmin):
    storage_alias = "videos"
    form = VideoForm
    fact_fields = ["sha256", *(field.name for field in fields(VideoFacts))]
    list_display = ["title", "kind", "type_and_size", "state", "updated_at"]
    list_filter = ["kind", *PublishableAdmin.list_filter]
    search_fields = ["title", "slug", "transcript"]
    autocomplete_fields = ["poster"]
    # A copy would have no file.
    save_as = False
    readonly_fields = ["type_and_size", "watch", "used_in", *PublishableAdmin.readonly_fields]
    fieldsets = [
        (None, {"fields": ["title", "slug", "kind", "file", "is_silent", "poster"]}),
        (
            _("For people who do not hear or see it"),
            {"fields": [("captions_file", "captions_language"), "captions", "transcript"]},
        ),
        (_("Where it is"), {"fields": ["type_and_size", "watch", "used_in"]}),
        PUBLISHING,
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Keep the file: captions and transcript are those of this film."""
        return [*super().get_readonly_fields(request, obj), *(["file"] if obj else [])]

    def stage(self, request: HttpRequest, *, is_new: bool) -> None:
        if is_new:
            super().stage(request, is_new=is_new)
        else:
            request.FILES.pop("file", None)

    def prepare(self, file: File) -> tuple[File, dict[str, Any]]:
        return prepare_video(file)

    def take_over(self, obj: Video, facts: dict[str, Any]) -> None:
        obj.set_facts(VideoFacts(**facts))

    @admin.display(description=_("type and size"), ordering="size")
    def type_and_size(self, obj: Video) -> str:
        if not obj.media_type:
            return "–"
        return f"{obj.type_name}, {obj.length}, {file_size(obj.size)}"

    @admin.display(description=_("file"))
    def watch(self, obj: Video) -> SafeString | str:
        """Return a link to the file, which officers may see before it is public."""
        return format_html('<a href="{0}">{0}</a>', obj.file_url) if obj.pk else "–"
