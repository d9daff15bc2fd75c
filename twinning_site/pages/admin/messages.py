"""Messages to the office and the groups, and what readers think of the pages."""

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from twinning_site.pages import actions
from twinning_site.pages.models import Enquiry, Feedback
from twinning_site.pages.models.feedback import FeedbackQuerySet
from volunteers.admin.filters import HeldFilter
from volunteers.admin.held import reasons
from volunteers.models import ErasureRecord, SubmissionQuerySet


@admin.register(Enquiry)
class EnquiryAdmin(admin.ModelAdmin):
    """Read, released, erased; the answer is given by mail."""

    list_display = ["reference", "name", "receiver", "held_words", "created_at", "erase_on"]
    list_filter = [HeldFilter, "group", "created_at"]
    list_select_related = ["group"]
    list_per_page = 50
    date_hierarchy = "created_at"
    search_fields = ["reference", "name", "email", "message"]
    actions = ["release"]
    fields = ["reference", "receiver", "name", "email", "message", "held_words", "letters",
              "created_at", "erase_on"]  # fmt: skip
    readonly_fields = [name for name in fields if name != "erase_on"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def delete_model(self, request: HttpRequest, obj: Enquiry) -> None:
        actions.erase(obj, ErasureRecord.Reason.OFFICER)

    def delete_queryset(self, request: HttpRequest, queryset: SubmissionQuerySet) -> None:
        for enquiry in queryset:
            actions.erase(enquiry, ErasureRecord.Reason.OFFICER)

    @admin.action(description=_("Release what is kept aside"), permissions=["change"])
    def release(self, request: HttpRequest, queryset: SubmissionQuerySet) -> None:
        rows = list(queryset.held())
        for enquiry in rows:
            actions.release(enquiry)
            self.log_change(request, enquiry, "Released.")
        text = ngettext("%(count)s released.", "%(count)s released.", len(rows))
        self.message_user(request, text % {"count": len(rows)}, messages.SUCCESS)

    @admin.display(description=_("to"), ordering="group")
    def receiver(self, obj: Enquiry) -> str:
        return str(obj.group or gettext("the office"))

    @admin.display(description=_("kept aside because"), ordering="held_for")
    def held_words(self, obj: Enquiry) -> str:
        return reasons(obj.held_for)

    @admin.display(description=_("letters"))
    def letters(self, obj: Enquiry) -> SafeString | str:
        rows = (
            (
                reverse("admin:content_letter_change", args=[letter.pk]),
                letter.subject,
                letter.get_status_display(),
            )
            for letter in obj.mails.order_by("pk")
        )
        links = format_html_join("", '<li><a href="{}">{}</a>: {}</li>', rows)
        return format_html("<ul>{}</ul>", links) if links else _("None.")


@admin.register(Feedback)
class FeedbackAdmin(admin.ModelAdmin):
    list_display = ["page", "rating", "comment", "created_at"]
    list_filter = ["rating", HeldFilter, "created_at"]
    list_per_page = 50
    date_hierarchy = "created_at"
    search_fields = ["page", "comment"]
    actions = ["release"]
    change_list_template = "admin/pages/feedback_list.html"
    fields = ["page", "rating", "comment", "held_words", "created_at", "erase_on"]
    readonly_fields = [name for name in fields if name != "erase_on"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_urls(self) -> list:
        view = self.admin_site.admin_view(self.by_page)
        return [path("by-page/", view, name="pages_feedback_by_page"), *super().get_urls()]

    def by_page(self, request: HttpRequest) -> HttpResponse:
        """Which pages trouble people, the worst first."""
        context = self.admin_site.each_context(request) | {
            "title": gettext("Which pages trouble people"),
            "opts": Feedback._meta,
            "rows": list(Feedback.objects.by_page()[:200]),
        }
        return render(request, "admin/pages/feedback_by_page.html", context)

    @admin.action(description=_("Release what is kept aside"), permissions=["change"])
    def release(self, request: HttpRequest, queryset: FeedbackQuerySet) -> None:
        count = queryset.held().update(held_for="")
        text = ngettext("%(count)s released.", "%(count)s released.", count)
        self.message_user(request, text % {"count": count}, messages.SUCCESS)

    @admin.display(description=_("kept aside because"), ordering="held_for")
    def held_words(self, obj: Feedback) -> str:
        return reasons(obj.held_for)
