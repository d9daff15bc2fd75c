from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from content.admin.publishing.publishable import PUBLISHING, PublishableAdmin
from links.models import Fund


@admin.register(Fund)
class FundAdmin(PublishableAdmin):
    list_display = ["name", "given_by", "deadline", "is_all_year", "state", "updated_at"]
    list_filter = [*PublishableAdmin.list_filter, "deadline", "is_all_year", "cities"]
    search_fields = ["name", "slug", "summary", "given_by"]
    autocomplete_fields = ["cities", "documents", "groups", "themes"]
    fieldsets = [
        (None, {"fields": ["name", "slug", "summary", ("given_by", "given_by_url")]}),
        (
            _("Until when, and how much"),
            {"fields": [("deadline", "is_all_year"), "amount", "who_may_ask", "body"]},
        ),
        (_("How to apply"), {"fields": ["how_to_apply", "apply_url", "documents"]}),
        (
            _("What it is for"),
            {"classes": ["collapse"], "fields": ["cities", "groups", "themes"]},
        ),
        PUBLISHING,
    ]
