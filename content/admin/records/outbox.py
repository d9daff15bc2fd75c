"""The admin of the outbox: what waits, what was sent, what was not; and send it again."""

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.admin.deletion import DeletionSummaryMixin
from content.admin.records.recorded_deeds import RecordedDeedsAdmin
from content.mail.outbox import send_again
from content.models import (
    DeliveryAttempt,
    EmailState,
    ErasureReason,
    ErasureRecord,
    QueuedEmail,
    QueuedEmailQuerySet,
)
from content.text.keys import without_keys

# Colours of the publishing states that fit (static/css/admin)
STATE_CLASSES: dict[str, str] = {
    EmailState.QUEUED: "scheduled",
    EmailState.RETRYING: "scheduled",
    EmailState.SENT: "live",
    EmailState.GIVEN_UP: "expired",
}


class DeliveryAttemptInline(admin.TabularInline):
    model = DeliveryAttempt
    fields = readonly_fields = ("made_at", "outcome", "error_type", "error")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: QueuedEmail | None = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: QueuedEmail | None = None) -> bool:
        return True


@admin.register(QueuedEmail)
class OutboxAdmin(DeletionSummaryMixin, RecordedDeedsAdmin):
    list_display = ["subject", "recipient", "coloured_state", "tries", "due_at", "queued_at"]
    list_filter = ["state", "queued_at"]
    search_fields = ["subject", "recipient"]
    date_hierarchy = "queued_at"
    ordering = ["-queued_at"]
    list_per_page = 50
    actions = ["send_once_more"]
    fields = readonly_fields = (
        "subject", "recipient", "coloured_state", "tries", "due_at", "queued_at", "sent_at",
        "reply_to", "message_id", "words",
    )  # fmt: skip
    inlines = [DeliveryAttemptInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.action(description=_("Send again"), permissions=["change"])
    def send_once_more(self, request: HttpRequest, queryset: QueuedEmailQuerySet) -> None:
        for email in queryset:
            self.log_change(request, email, gettext("Sent again."))
        number = send_again(queryset)
        text = ngettext(
            "%(count)s e-mail goes out again.", "%(count)s e-mails go out again.", number
        )
        self.message_user(request, text % {"count": number}, messages.SUCCESS)

    def delete_model(self, request: HttpRequest, obj: QueuedEmail) -> None:
        self.delete_queryset(request, QueuedEmail.objects.filter(pk=obj.pk))

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        number = queryset.count()
        ErasureRecord.objects.create(what="mails", number=number, reason=ErasureReason.OFFICER)
        queryset.delete()

    @admin.display(description=_("text"))
    def words(self, obj: QueuedEmail) -> SafeString:
        """Return the text without the keys of those who got it."""
        return linebreaksbr(without_keys(obj.text, gettext("(the recipient's own link)")))

    @admin.display(description=_("state"), ordering="state")
    def coloured_state(self, obj: QueuedEmail) -> SafeString:
        return format_html(
            '<span class="state state--{}">{}</span>',
            STATE_CLASSES[obj.state],
            obj.get_state_display(),
        )
