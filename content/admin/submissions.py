"""The admin of what people send: read it, release it, erase it."""

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from content.admin.deletion import DeletionSummaryMixin
from content.intake.guarded_form import HOLD_REASONS
from content.models import ErasureReason, Received, ReceivedQuerySet, Submission


class ReceivedAdmin(DeletionSummaryMixin, admin.ModelAdmin):
    """The admin of a `Received` model. Subclasses implement `release_row`."""

    list_per_page = 50
    date_hierarchy = "created_at"
    actions = ["release"]
    change_form_template = "admin/received_change_form.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Return False: rows come from the public forms alone."""
        return False

    def release_row(self, row: Received) -> None:
        """Pass on a row that was held."""
        raise NotImplementedError

    @admin.action(description=_("Release what is kept aside"), permissions=["change"])
    def release(self, request: HttpRequest, queryset: ReceivedQuerySet) -> None:
        rows = list(queryset.held())
        for row in rows:
            self.release_row(row)
            self.log_change(request, row, "Released.")
        text = ngettext("%(count)s released.", "%(count)s released.", len(rows))
        self.message_user(request, text % {"count": len(rows)}, messages.SUCCESS)

    def response_change(self, request: HttpRequest, obj: Received) -> HttpResponse:
        """Release the row if the button was clicked, and show its form again."""
        if "_release" not in request.POST:
            return super().response_change(request, obj)
        self.release(request, type(obj).objects.filter(pk=obj.pk))
        return redirect(request.path)

    @admin.display(description=_("kept aside because"), ordering="held_for")
    def held_words(self, obj: Received) -> str:
        words = [
            str(HOLD_REASONS.get(reason, reason)) for reason in obj.held_for.split(",") if reason
        ]
        return "; ".join(words) or "–"


class SubmissionAdmin(ReceivedAdmin):
    """The admin of a `Submission` model. Subclasses implement `erase`."""

    def erase(self, row: Submission, reason: str) -> None:
        """Delete a row with its e-mails and keep proof of it."""
        raise NotImplementedError

    def delete_model(self, request: HttpRequest, obj: Submission) -> None:
        self.erase(obj, ErasureReason.OFFICER)

    def delete_queryset(self, request: HttpRequest, queryset: ReceivedQuerySet) -> None:
        for row in queryset:
            self.erase(row, ErasureReason.OFFICER)

    @admin.display(description=_("letters"))
    def letters(self, obj: Submission) -> SafeString | str:
        rows = (
            (
                reverse("admin:content_queuedemail_change", args=[email.pk]),
                email.subject,
                email.get_state_display(),
            )
            for email in obj.mails.order_by("pk")
        )
        links = format_html_join("", '<li><a href="{}">{}</a>: {}</li>', rows)
        return format_html("<ul>{}</ul>", links) if links else _("None.")


class HeldFilter(admin.SimpleListFilter):
    title = _("kept aside")
    parameter_name = "held"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("yes", _("kept aside")), ("no", _("passed on"))]

    def queryset(self, request: HttpRequest, queryset: ReceivedQuerySet) -> ReceivedQuerySet:
        keep = {"yes": queryset.held, "no": queryset.accepted}
        return keep[self.value()]() if self.value() in keep else queryset
