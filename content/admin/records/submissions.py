"""The admin of what people send: read it, release it, erase it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.admin.deletion import DeletionSummaryMixin
from content.admin.records.recorded_deeds import RecordedDeedsAdmin
from content.intake.guarded_form import HOLD_REASONS
from content.models import ErasureReason, Received, ReceivedQuerySet, Submission

ReceivedRow = TypeVar("ReceivedRow", bound=Received)
SubmissionRow = TypeVar("SubmissionRow", bound=Submission)


class ReceivedAdmin(DeletionSummaryMixin, RecordedDeedsAdmin, Generic[ReceivedRow]):
    """The admin of a `Received` model, which is named as in `ReceivedAdmin[Feedback]`.

    Subclasses implement `release_row` and `erase`.
    """

    list_per_page = 50
    date_hierarchy = "created_at"
    actions = ["release"]
    change_form_template = "admin/received_change_form.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Return False: rows come from the public forms alone."""
        return False

    def release_row(self, row: ReceivedRow) -> None:
        """Pass on a row that was held."""
        raise NotImplementedError

    def erase(self, row: ReceivedRow, reason: str) -> None:
        """Delete a row with its e-mails and keep proof of it."""
        raise NotImplementedError

    def delete_model(self, request: HttpRequest, obj: ReceivedRow) -> None:
        self.erase(obj, ErasureReason.OFFICER)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        for row in queryset:
            self.erase(row, ErasureReason.OFFICER)

    def get_readonly_fields(
        self, request: HttpRequest, obj: ReceivedRow | None = None
    ) -> list[str] | tuple[str, ...]:
        """Leave the date of erasure to those who may erase: it could be today."""
        fields = [*super().get_readonly_fields(request, obj)]
        return fields if self.has_delete_permission(request, obj) else [*fields, "erase_on"]

    @admin.action(description=_("Release what is kept aside"), permissions=["change"])
    def release(self, request: HttpRequest, queryset: ReceivedQuerySet) -> None:
        rows = list(queryset.held())
        for row in rows:
            self.release_row(row)
            self.log_change(request, row, "Released.")
        text = ngettext("%(count)s released.", "%(count)s released.", len(rows))
        self.message_user(request, text % {"count": len(rows)}, messages.SUCCESS)

    def response_change(self, request: HttpRequest, obj: ReceivedRow) -> HttpResponse:
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


class SubmissionAdmin(ReceivedAdmin[SubmissionRow]):
    """The admin of a `Submission` model."""

    @admin.display(description=_("e-mails"))
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
        return format_html("<ul>{}</ul>", links) if links else gettext("None.")


class HeldFilter(admin.SimpleListFilter):
    title = _("kept aside")
    parameter_name = "held"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("yes", _("kept aside")), ("no", _("passed on"))]

    def queryset(
        self,
        request: HttpRequest,
        queryset: ReceivedQuerySet,  # type: ignore[override] # of what is received only
    ) -> ReceivedQuerySet:
        keep: dict[str | None, Callable[[], ReceivedQuerySet]] = {
            "yes": queryset.held,
            "no": queryset.accepted,
        }
        return keep.get(self.value(), queryset.all)()
