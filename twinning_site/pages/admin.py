"""The admin of pages and notices, and that of messages, which Django finds here."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db.models import Field
from django.forms import Field as FormField
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from content.admin.drafts.autosave import AutosaveAdmin
from content.admin.example_mark import ExampleMarkAdmin
from content.admin.publishing.publishable import PUBLISHING, PublishableAdmin
from content.admin.texts.multilingual import MultilingualAdmin
from content.admin.versions.versioned import VersionedAdmin
from content.forms.date_time_fields import LastMomentField
from content.models import Council
from twinning_site.pages.easy_language import warn_of_long_sentences
from twinning_site.pages.legal_pages import word_for
from twinning_site.pages.messages.admin import EnquiryAdmin, FeedbackAdmin
from twinning_site.pages.models import Notice, Page, PageKind, PagePlace

__all__ = ["EnquiryAdmin", "FeedbackAdmin", "NoticeAdmin", "PageAdmin"]


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    list_display = ["title", "place", "position", "state", "updated_at"]
    list_editable = ["position"]
    ordering = ["place", "position", "slug"]
    list_filter = [*PublishableAdmin.list_filter, "place"]
    search_fields = ["title", "slug", "summary", "body", "easy_read"]
    autocomplete_fields = ["documents", "picture", "videos"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "summary"]}),
        (_("Text and picture"), {"fields": ["body", "picture", "picture_is_decorative"]}),
        (_("Easy language"), {"classes": ["collapse"], "fields": ["easy_read"]}),
        (_("Documents and videos"), {"classes": ["collapse"], "fields": ["documents", "videos"]}),
        (_("Where it is listed"), {"fields": ["place", "position"]}),
        (
            _("Page that the law asks for"),
            {"classes": ["collapse"], "fields": ["kind", "conformance"]},
        ),
        PUBLISHING,
    ]

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: list, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        warn_of_long_sentences(request, form)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin a page that the law asks for with what it is called, and at the foot."""
        initial = super().get_changeform_initial_data(request)
        kind = initial.get("kind")
        if kind not in PageKind.values:
            return initial
        council = Council.current()
        country = (council and council.country.code) or ""
        title = {code: word_for(PageKind(kind), country, code) for code in settings.SITE_LANGUAGES}
        return initial | {
            "title": LazyI18nString(title),
            "slug": slugify(title[settings.SITE_LANGUAGES[0]]) or kind,
            "place": PagePlace.FOOT,
        }


@admin.register(Notice)
class NoticeAdmin(AutosaveAdmin, VersionedAdmin, ExampleMarkAdmin, MultilingualAdmin):
    list_display = ["text", "level", "starts_at", "ends_at"]
    list_filter = ["level", *ExampleMarkAdmin.list_filter]
    search_fields = ["text"]
    fields = ["text", "url", "level", ("starts_at", "ends_at"), "example"]

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> FormField | None:
        """Make a notice that ends on a day be shown on that day, too."""
        if db_field.name == "ends_at":
            kwargs["form_class"] = LastMomentField
        return super().formfield_for_dbfield(db_field, request, **kwargs)
