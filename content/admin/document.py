from django.contrib import admin
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from content.admin.links import WhereUsed
from content.admin.publishable import PUBLISHING, PublishableAdmin
from content.models import Document


@admin.register(Document)
class DocumentAdmin(WhereUsed, PublishableAdmin):
    list_display = ["title", "kind", "type_and_size", "language", "state", "updated_at"]
    list_filter = ["kind", "language", *PublishableAdmin.list_filter]
    search_fields = ["title"]
    # A copy would have no file.
    save_as = False
    readonly_fields = ["type_and_size", "download", "used_in", *PublishableAdmin.readonly_fields]
    fieldsets = [
        (None, {"fields": ["title", "kind", "file", "language"]}),
        (
            _("What the file says"),
            {"fields": ["type_and_size", "download", "used_in"]},
        ),
        PUBLISHING,
    ]

    @admin.display(description=_("type and size"), ordering="size")
    def type_and_size(self, obj: Document) -> str:
        if not obj.media_type:
            return "–"
        size = f"{obj.type_name}, {filesizeformat(obj.size)}"
        return f"{size}, {_('%(pages)s pages') % {'pages': obj.pages}}" if obj.pages else size

    @admin.display(description=_("address"))
    def download(self, obj: Document) -> SafeString | str:
        if not obj.pk:
            return "–"
        return format_html('<a href="{}">{}</a>', obj.get_absolute_url(), obj.download_name)
