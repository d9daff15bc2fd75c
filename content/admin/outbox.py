"""The outbox for officers: what waits, what went out, what did not; and send it again."""

import post_office.admin  # noqa: F401, registers what is taken away below
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from post_office.models import STATUS, Attachment, Email, EmailTemplate, Log

from content.admin.deletion import KnownDeletions
from content.mail.outbox import send_again
from content.models import QueuedEmail

for model in (Attachment, Email, EmailTemplate, Log):
    # The package's own pages let people write mail by hand and run it as a template.
    admin.site.unregister(model)

WORDS = {
    STATUS.sent: ("live", _("sent")),
    STATUS.failed: ("expired", _("given up")),
    STATUS.queued: ("scheduled", _("waiting")),
    STATUS.requeued: ("scheduled", _("waiting for another try")),
}


class LogInline(admin.TabularInline):
    model = Log
    fields = readonly_fields = ["date", "status", "exception_type", "message"]
    verbose_name_plural = _("tries")
    ordering = ["-pk"]
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj=None) -> bool:
        return True


@admin.register(QueuedEmail)
class OutboxAdmin(KnownDeletions, admin.ModelAdmin):
    list_display = ["subject_line", "recipient", "state", "tries", "next_try", "created"]
    list_filter = ["status", "created"]
    search_fields = ["subject", "to"]
    date_hierarchy = "created"
    ordering = ["-created"]
    list_per_page = 50
    actions = ["send_once_more"]
    fields = readonly_fields = [
        "subject_line", "recipient", "state", "tries", "next_try", "created", "answers_go_to",
        "message_id", "message",
    ]  # fmt: skip
    inlines = [LogInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.action(description=_("Send again"), permissions=["change"])
    def send_once_more(self, request: HttpRequest, queryset: QuerySet[QueuedEmail]) -> None:
        for letter in queryset:
            self.log_change(request, letter, gettext("Sent again."))
        number = send_again(queryset)
        text = ngettext(
            "%(count)s letter goes out again.", "%(count)s letters go out again.", number
        )
        self.message_user(request, text % {"count": number}, messages.SUCCESS)

    @admin.display(description=_("subject"), ordering="subject")
    def subject_line(self, obj: QueuedEmail) -> str:
        return obj.subject

    @admin.display(description=_("to"))
    def recipient(self, obj: QueuedEmail) -> str:
        return ", ".join(obj.to)

    @admin.display(description=_("state"), ordering="status")
    def state(self, obj: QueuedEmail) -> SafeString:
        mark, words = WORDS.get(obj.status, ("draft", _("unknown")))
        return format_html('<span class="state state--{}">{}</span>', mark, words)

    @admin.display(description=_("tries"), ordering="number_of_retries")
    def tries(self, obj: QueuedEmail) -> int:
        return obj.number_of_retries or 0

    @admin.display(description=_("next try"), ordering="scheduled_time")
    def next_try(self, obj: QueuedEmail):
        return obj.scheduled_time if obj.status in {STATUS.queued, STATUS.requeued} else None

    @admin.display(description=_("answers go to"))
    def answers_go_to(self, obj: QueuedEmail) -> str:
        return (obj.headers or {}).get("Reply-To", "–")
