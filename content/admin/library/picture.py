from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.files.base import File
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from content.actions import order_renditions
from content.admin.drafts.autosave import AutosaveAdmin
from content.admin.example_mark import ExampleMarkAdmin
from content.admin.library.picture_upload import PictureUpload
from content.admin.related_links import WhereUsedMixin
from content.admin.texts.multilingual import MultilingualAdmin
from content.models import Council, Illustrated, Picture
from content.pictures.upload_checks import checked_picture, opened, prepare_picture


def thumbnail_of(picture: Picture | None) -> SafeString | str:
    """Return a small picture for lists and forms, which show its description beside it."""
    if picture is None or not picture.file:
        return "–"
    return render_to_string("admin/widgets/thumbnail.html", {"picture": picture})


class ThumbnailColumn:
    """Adds the column `thumbnail` to the list of things that have a lead picture."""

    @admin.display(description=_("picture"))
    def thumbnail(self, obj: Illustrated) -> SafeString | str:
        return thumbnail_of(obj.picture)


@admin.register(Picture)
class PictureAdmin(
    WhereUsedMixin, PictureUpload, AutosaveAdmin, ExampleMarkAdmin, MultilingualAdmin
):
    storage_alias = "default"
    fact_fields = ["sha256", "width", "height"]
    list_display = ["small", "alt", "caption", "creator", "licence", "created_at"]
    list_display_links = ["alt"]
    list_filter = ["licence", *ExampleMarkAdmin.list_filter]
    list_per_page = 30
    date_hierarchy = "created_at"
    search_fields = ["alt", "caption", "creator", "licence"]
    readonly_fields = ["large", "focus", "used_in", "address", "created_at"]
    fieldsets = [
        (None, {"fields": ["large", "file", "alt", "caption"]}),
        (
            _("Credit"),
            {
                "fields": ["creator", "source_url", "licence", "licence_url", "example"],
                "description": _(
                    "The page shows all of it under the picture. What is filled in is for the "
                    "office's own photographs: change it for those of others."
                ),
            },
        ),
        (_("Part that stays in view"), {"fields": ["focus", ("focus_x", "focus_y")]}),
        (_("Where it is"), {"fields": ["used_in", "address", "created_at"]}),
    ]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Fill in the credit of the office's own photographs."""
        council = Council.current()
        credit = council.credit_of_own_photographs if council else {}
        return credit | super().get_changeform_initial_data(request)

    def view_on_site(self, obj: Model) -> None:
        """Offer no page: a picture has an address, but none of its own among the pages."""

    def prepare(self, file: File) -> tuple[File, dict[str, Any]]:
        prepared = prepare_picture(checked_picture(file))
        with opened(prepared) as image:
            return prepared, {"width": image.width, "height": image.height}

    def take_over(self, obj: Picture, facts: dict[str, Any]) -> None:
        obj.width, obj.height = facts["width"], facts["height"]
        obj.has_renditions, obj.is_left_to_worker = False, True

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "file" in form.changed_data:
            order_renditions(obj)

    @admin.display(description=_("picture"))
    def small(self, obj: Picture) -> SafeString | str:
        return thumbnail_of(obj)

    @admin.display(description=_("on the picture"))
    def focus(self, obj: Picture) -> SafeString:
        """Return the picture to be clicked on, which a script shows."""
        stored = Picture.objects.filter(pk=obj.pk).first()
        address = stored.file.small_url if stored else ""
        return render_to_string("admin/widgets/focus_point.html", {"address": address})

    @admin.display(description=_("address for other websites"))
    def address(self, obj: Picture) -> SafeString | str:
        """Return the address that stays when the picture gets another file."""
        if not obj.pk:
            return "–"
        url = obj.get_absolute_url()
        return format_html('<a href="{}">{}{}</a>', url, settings.SITE_URL, url)

    @admin.display(description=_("picture now"))
    def large(self, obj: Picture) -> SafeString | str:
        """Return the stored picture: after an error `obj` holds the file that was refused."""
        return thumbnail_of(Picture.objects.filter(pk=obj.pk).first())
