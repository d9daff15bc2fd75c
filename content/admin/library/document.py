from dataclasses import fields
from typing import Any

from django.contrib import admin, messages
from django.core.files.base import File
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.actions import order_reading
from content.admin.library.versioned_upload import VersionedUploadAdmin
from content.admin.library.waiting_file import WaitingFileAdmin
from content.admin.publishing.filters import LanguageFilter
from content.admin.publishing.publishable import PUBLISHING, PublishableAdmin
from content.admin.related_links import WhereUsedMixin
from content.documents.upload_checks import PDF, DocumentFacts, prepare_document
from content.models import Document
from content.text.file_sizes import file_size

# What officers are told of looks that failed for good
UNREAD_PARTS = {
    "text": _("Its words cannot be read, so that the search does not find it by them."),
    "cover": _("Its first page cannot be drawn: pages show no cover."),
    "accessibility": _("Whether it has tags and a title cannot be read."),
}
# By whether it can be printed, and whether words can be copied from it
RESTRICTIONS = {
    (True, True): "",
    (False, True): _("Readers cannot print this PDF: whoever made it has switched that off."),
    (True, False): _(
        "Readers cannot copy words from this PDF: whoever made it has switched that off."
    ),
    (False, False): _(
        "Readers cannot print this PDF or copy words from it: whoever made it has switched that "
        "off."
    ),
}
WITHOUT_RESTRICTIONS = _("Ask for a file without restrictions and replace this one.")


@admin.register(Document)
class DocumentAdmin(WhereUsedMixin, VersionedUploadAdmin, WaitingFileAdmin):
    storage_alias = "documents"
    fact_fields = ["sha256", *(field.name for field in fields(DocumentFacts))]
    list_display = ["title", "kind", "type_and_size", "language", "state", "updated_at"]
    list_filter = ["kind", LanguageFilter, *PublishableAdmin.list_filter]
    search_fields = ["title"]
    # A copy would have no file.
    save_as = False
    readonly_fields = [
        "type_and_size",
        "restrictions",
        "reading",
        "download",
        "used_in",
        *PublishableAdmin.readonly_fields,
    ]
    fieldsets = [
        (None, {"fields": ["title", "kind", "file", "language"]}),
        (
            _("What the file says"),
            {"fields": ["type_and_size", "restrictions", "reading", "download", "used_in"]},
        ),
        PUBLISHING,
    ]

    def prepare(self, file: File) -> tuple[File, dict[str, Any]]:
        return prepare_document(file)

    def take_over(self, obj: Document, facts: dict[str, Any]) -> None:
        obj.set_facts(DocumentFacts(**facts))

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "file" in form.changed_data:
            order_reading(form.instance)
            if warning := self._restriction(form.instance):
                self.message_user(request, warning, messages.WARNING)

    @admin.display(description=_("reading"))
    def reading(self, obj: Document) -> str:
        """Return what the worker found in the file (for PDFs PDF/UA-1, ISO 14289-1, 7.1)."""
        if obj.read_at is None:
            if self.waits(obj):
                words = gettext("This is looked at once the file is public.")
                address = self.row_url("previewed_file", obj.pk)
                link = gettext("Open the file that waits")
                return format_html('{} <a href="{}">{}</a>', words, address, link)
            if obj.reading_attempts > 1:
                return gettext("This could not be looked at yet. It is tried again tonight.")
            return gettext(
                "This is looked at in a moment. If that fails, it is tried again every night."
            )
        found = [str(UNREAD_PARTS[part]) for part in obj.unread_parts]
        if obj.media_type == PDF and "accessibility" not in obj.unread_parts:
            found.append(self._accessibility(obj))
        return " ".join(found) or gettext("The search finds it by its words.")

    def _accessibility(self, obj: Document) -> str:
        if not obj.is_tagged:
            return gettext(
                "This PDF has no tags: people with a screen reader may not be able to read it. "
                "Save it again with “tagged PDF” switched on, or write the text as a page."
            )
        if not obj.has_title:
            return gettext("This PDF has no title. Enter one in the properties of the file.")
        return gettext("It has tags and a title.")

    @admin.display(description=_("restrictions"))
    def restrictions(self, obj: Document) -> str:
        """Return what a PDF asks programs not to do (ISO 32000-1, 7.6.3.2, table 22)."""
        return self._restriction(obj) or gettext("None.")

    def _restriction(self, obj: Document) -> str:
        restriction = RESTRICTIONS[obj.can_be_printed, obj.can_be_copied]
        return f"{restriction} {WITHOUT_RESTRICTIONS}" if restriction else ""

    @admin.display(description=_("type and size"), ordering="size")
    def type_and_size(self, obj: Document) -> str:
        if not obj.media_type:
            return "–"
        facts = [obj.type_name, file_size(obj.size)]
        if obj.pages:
            pages = ngettext("%(pages)s page", "%(pages)s pages", obj.pages)
            facts.append(pages % {"pages": obj.pages})
        if not (obj.can_be_printed and obj.can_be_copied):
            facts.append(gettext("restricted"))
        return ", ".join(facts)

    @admin.display(description=_("address"))
    def download(self, obj: Document) -> SafeString | str:
        if not obj.pk:
            return "–"
        address = obj.get_absolute_url()
        public = format_html('<a href="{}">{}</a>', address, obj.download_name)
        if not self.waits(obj):
            return public
        return format_html("{} {}", public, gettext("Readers still get the file before."))
