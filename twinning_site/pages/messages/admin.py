"""The admin of messages and feedback."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.admin.records.submissions import HeldFilter, ReceivedAdmin, SubmissionAdmin
from twinning_site.pages.messages import actions
from twinning_site.pages.models import Enquiry, Feedback
from twinning_site.pages.models.enquiry import EnquiryQuerySet


class AnsweredFilter(admin.SimpleListFilter):
    title = _("answered")
    parameter_name = "answered"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("no", _("not answered yet")), ("yes", _("answered"))]

    def queryset(
        self,
        request: HttpRequest,
        queryset: EnquiryQuerySet,  # type: ignore[override] # of enquiries only
    ) -> EnquiryQuerySet:
        if self.value() == "no":
            return queryset.unanswered()
        return queryset.exclude(answered_at=None) if self.value() == "yes" else queryset


@admin.register(Enquiry)
class EnquiryAdmin(SubmissionAdmin[Enquiry]):
    """Messages are read, released and erased here; officers answer by e-mail."""

    list_display = [
        *("reference", "name", "receiver", "held_words", "created_at", "answered_at", "erase_on")
    ]
    list_filter = [AnsweredFilter, HeldFilter, "group", "created_at"]
    list_select_related = ["group"]
    search_fields = ["reference", "name", "email", "message"]
    readonly_fields = ["reference", "receiver", "name", "email", "message", "held_words",
                       "letters", "created_at", "answered_at"]  # fmt: skip
    fields = [*readonly_fields, "erase_on"]
    actions = ["mark_answered", "release"]

    @admin.action(description=_("Mark as answered"), permissions=["change"])
    def mark_answered(self, request: HttpRequest, queryset: QuerySet) -> None:
        rows = list(queryset.filter(answered_at=None))
        for row in rows:
            row.answered_at = timezone.now()
            row.save(update_fields=["answered_at"])
            self.log_change(request, row, "Answered.")
        text = ngettext(
            "%(count)s message is marked as answered.",
            "%(count)s messages are marked as answered.",
            len(rows),
        )
        self.message_user(request, text % {"count": len(rows)}, messages.SUCCESS)

    def release_row(self, row: Enquiry) -> None:
        actions.release(row)

    def erase(self, row: Enquiry, reason: str) -> None:
        actions.erase(row, reason)

    @admin.display(description=_("to"), ordering="group")
    def receiver(self, obj: Enquiry) -> str:
        return str(obj.group or gettext("the office"))


@admin.register(Feedback)
class FeedbackAdmin(ReceivedAdmin[Feedback]):
    """Feedback one by one, and counted for each page."""

    list_display = ["page", "rating", "comment", "created_at"]
    list_filter = ["rating", HeldFilter, "created_at"]
    search_fields = ["page", "comment"]
    change_list_template = "admin/pages/feedback_change_list.html"
    readonly_fields = ["page", "rating", "comment", "held_words", "created_at"]
    fields = [*readonly_fields, "erase_on"]

    def get_urls(self) -> list:
        view = self.admin_site.admin_view(self.by_page)
        return [path("by-page/", view, name="pages_feedback_by_page"), *super().get_urls()]

    def by_page(self, request: HttpRequest) -> HttpResponse:
        """List the pages by their ratings, the poorest first."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = self.admin_site.each_context(request) | {
            "title": gettext("Which pages trouble people"),
            "opts": Feedback._meta,
            "rows": list(Feedback.objects.by_page()[:200]),
        }
        return render(request, "admin/pages/feedback_by_page.html", context)

    def release_row(self, row: Feedback) -> None:
        row.held_for = ""
        row.save(update_fields=["held_for"])

    def erase(self, row: Feedback, reason: str) -> None:
        actions.erase_feedback(row, reason)
